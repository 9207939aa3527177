import { createHash } from 'node:crypto';
import type { MessageEnvelope, MessageResult, ProblemBody } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { DeadLetterEntity, MatchRequestEntity } from '../entities/index.js';
import { storableJson } from '../storable-json.js';

export type MatchRequestRow = MatchRequestEntity;
export type DeadLetterRow = DeadLetterEntity;
interface RequestKey { service: string; id: string }
/** Tells a result from others that its request had, or will have */
export interface ResultKey { id: string; round: number; problem?: { code: string } }
interface AcceptedRequest extends RequestKey { pattern: string; message: MessageEnvelope; acceptedAt: Date; keepMs: number }

/** Pattern of a request that was withdrawn before it came. */
export const UNKNOWN_PATTERN = 'unknown';

/** Queues besides the first one on which one result may be asked for again; of more the latest count. */
export const MOST_ALSO_TO = 20;
/** A request's queues, as SQL. */
const PLACES = 'array_append(also_to, reply_to)';
/** Those of them that have still to get its result. */
const DUE = `coalesce(due, ${PLACES})`;
/** The rows of a service, `$1`, that are answered and not delivered, as SQL. */
const UNDELIVERED = 'service = $1 AND finished_at IS NOT NULL AND delivered_at IS NULL';
/** Every queue on which a request's result may lie. */
export const placesOf = ({ replyTo, alsoTo }: Pick<MatchRequestRow, 'replyTo' | 'alsoTo'>): string[] => [replyTo, ...alsoTo];

/** As it is stored, so that a request which comes back out of the database still is the same. */
const requestHash = (pattern: string, { data }: Pick<MessageEnvelope, 'data'>): string => createHash('sha256').update(storableJson([pattern, sorted(data)])).digest('hex');

/** Two requests with one id are the same request where pattern and data are; one that was withdrawn before it came is whatever comes. */
export const isSameRequest = (row: MatchRequestRow, pattern: string, message: Pick<MessageEnvelope, 'data'>): boolean => row.pattern === UNKNOWN_PATTERN || row.bodyHash === requestHash(pattern, message);

/** Keys in order: another language may write the same object in another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * Keeps a request that must be answered although no queue holds it yet (it came by HTTP). The sweep queues what is not answered.
 * @returns the row; one that was there before is left as it is
 */
export async function acceptRequest(tx: Transaction, { service, id, pattern, message, acceptedAt, keepMs }: AcceptedRequest): Promise<MatchRequestRow> {
  await tx.query(
    `INSERT INTO match_request (service, id, pattern, body_hash, message, reply_to, priority, accepted_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + make_interval(secs => $9)) ON CONFLICT (service, id) DO NOTHING`,
    [service, id, pattern, requestHash(pattern, message), storableJson(message), message.replyTo, message.priority, acceptedAt, keepMs / 1000]);
  return (await findRequest(tx, { service, id }))!;
}

/** A request with its result, until it expires. */
export const findRequest = (tx: Transaction, { service, id }: RequestKey): Promise<MatchRequestRow | null> => tx.findOneBy(MatchRequestEntity, { service, id });

/**
 * Stores the one result of a request. Only the first one counts, whoever brings it: a worker, a withdrawal, a deadline. A withdrawal is of
 * the id, whatever was asked under it; any other result is of the request that it answers.
 * @returns what is stored now, which is this result only where `first` is true; `other` where the id belongs to another request, whose result is not this one's
 */
export async function finishRequest(tx: Transaction, { service, id, pattern, message, acceptedAt, keepMs }: AcceptedRequest, result: MessageResult): Promise<{ first: boolean; other: boolean; result: MessageResult }> {
  const [stored] = await tx.query(
    `INSERT INTO match_request (service, id, pattern, body_hash, reply_to, priority, status, accepted_at, result, finished_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), now() + make_interval(secs => $10))
     ON CONFLICT (service, id) DO UPDATE SET status = excluded.status, result = excluded.result, finished_at = now(), expires_at = excluded.expires_at, message = NULL
       WHERE match_request.finished_at IS NULL AND (match_request.body_hash = excluded.body_hash OR excluded.status = 'withdrawn') RETURNING id`,
    [service, id, pattern, requestHash(pattern, message), message.replyTo, message.priority, result.status, acceptedAt, storableJson(result), keepMs / 1000]);
  if (stored) return { first: true, other: false, result };
  const row = await findRequest(tx, { service, id });
  return { first: false, other: row !== null && !isSameRequest(row, pattern, message), result: row?.result ?? result };
}

/**
 * A request comes again that has its result: it is to be put on the queue that the request names, again or for the first time. One that
 * was withdrawn before it came learns here what it was asked as.
 */
export async function askAgain(tx: Transaction, { service, id, pattern, message }: Pick<AcceptedRequest, 'service' | 'id' | 'pattern' | 'message'>): Promise<void> {
  await tx.query(
    `UPDATE match_request SET
       also_to = CASE WHEN $3 = ANY (${PLACES}) THEN also_to ELSE (array_append(also_to, $3))[greatest(1, cardinality(also_to) + 2 - ${MOST_ALSO_TO}):] END,
       due = CASE WHEN delivered_at IS NOT NULL THEN ARRAY[$3] WHEN due IS NULL OR $3 = ANY (due) THEN due ELSE array_append(due, $3) END, delivered_at = NULL,
       pattern = $4, body_hash = $5, result = CASE WHEN pattern = '${UNKNOWN_PATTERN}' THEN result || $6::jsonb ELSE result END
     WHERE service = $1 AND id = $2 AND finished_at IS NOT NULL`,
    [service, id, message.replyTo, pattern, requestHash(pattern, message), storableJson({ pattern, correlationId: message.correlationId ?? id })]);
}

/** Results of a service are to be put on their queues once more: all that have not expired, or those with these ids. */
export async function deliverAgain(tx: Transaction, service: string, ids: string[] | null = null): Promise<void> {
  await tx.query(`UPDATE match_request SET delivered_at = NULL, due = NULL WHERE service = $1 AND ($2::text[] IS NULL OR id = ANY ($2)) AND finished_at IS NOT NULL`, [service, ids]);
}

const keyOf = ({ id, round, code }: { id: string; round: number; code: string }): string => `${id} ${round} ${code}`;
const codeOf = ({ problem }: ResultKey): string => problem?.code ?? '';

/** Marks results as put on a queue. @returns those that are not what is stored: erased, opened again or forgotten meanwhile */
export async function markDelivered<R extends ResultKey>(tx: Transaction, service: string, queue: string, results: R[]): Promise<R[]> {
  const [rows]: [{ id: string; round: number; code: string }[]] = await tx.query(
    `UPDATE match_request request SET due = nullif(array_remove(${DUE}, $5), '{}'), delivered_at = CASE WHEN array_remove(${DUE}, $5) = '{}' THEN now() END
     FROM (SELECT DISTINCT * FROM unnest($2::text[], $3::int[], $4::text[]) AS put(id, round, code)) put
     WHERE request.service = $1 AND request.id = put.id AND (request.result ->> 'round')::int = put.round AND coalesce(request.result -> 'problem' ->> 'code', '') = put.code
     RETURNING put.id, put.round, put.code`, [service, results.map(({ id }) => id), results.map(({ round }) => round), results.map(codeOf), queue]);
  const marked = new Set(rows.map(keyOf));
  return results.filter((result) => !marked.has(keyOf({ ...result, code: codeOf(result) })));
}

/**
 * Results that wait to be put on a queue, oldest first: not what they say, which may be long. `notTo` leaves out those for which no queue
 * has room. `bytes` is what a result takes up in the database.
 */
export const undelivered = (tx: Transaction, service: string, { olderThanMs, limit, notTo }: { olderThanMs: number; limit: number; notTo: string[] }): Promise<{ id: string; round: number; due: string[]; bytes: number }[]> =>
  tx.query(
    `SELECT id, round, ${DUE} AS due, pg_column_size(result) AS bytes FROM match_request
     WHERE ${UNDELIVERED} AND finished_at <= now() - make_interval(secs => $2) AND NOT ${DUE} <@ $3::text[] ORDER BY finished_at LIMIT $4`, [service, olderThanMs / 1000, notTo, limit]);

/** What those of the given requests say, and where it is to be put, that still wait; oldest first. */
export const undeliveredResults = (tx: Transaction, service: string, ids: string[]): Promise<{ result: MessageResult; due: string[] }[]> =>
  tx.query(`SELECT result, ${DUE} AS due FROM match_request WHERE ${UNDELIVERED} AND id = ANY ($2) ORDER BY finished_at`, [service, ids]);

/** Results that were erased after they had been delivered: they may still lie on their queues, full or not. */
export const erasedUndelivered = (tx: Transaction, service: string): Promise<(ResultKey & { places: string[] })[]> =>
  tx.query(
    `SELECT id, round, ${PLACES} AS places FROM match_request
     WHERE ${UNDELIVERED} AND status = 'rejected' AND result -> 'problem' ->> 'code' = 'match.erased' ORDER BY finished_at LIMIT 1000`, [service]);

/** How many results of a service wait in the database for each of its queues, because that is full or cannot be reached. */
export async function countUndelivered(tx: Transaction, service: string): Promise<Map<string, number>> {
  const rows: { name: string; count: number }[] = await tx.query(
    `SELECT name, count(*)::int AS count FROM match_request, unnest(${DUE}) AS name WHERE ${UNDELIVERED} GROUP BY name`, [service]);
  return new Map(rows.map(({ name, count }) => [name, count]));
}

/** Accepted requests that nobody has answered, oldest first. */
export const unanswered = (tx: Transaction, service: string, { olderThanMs, limit }: { olderThanMs: number; limit: number }): Promise<MatchRequestRow[]> =>
  tx.createQueryBuilder(MatchRequestEntity, 'request').where('request.service = :service AND request.finished_at IS NULL', { service })
    .andWhere('request.accepted_at <= now() - make_interval(secs => :seconds)', { seconds: olderThanMs / 1000 })
    .orderBy('request.accepted_at').limit(limit).getMany();

/** Those of the given requests that have been withdrawn, by whatever process. */
export async function withdrawn(tx: Transaction, service: string, ids: string[]): Promise<string[]> {
  const rows = await tx.query("SELECT id FROM match_request WHERE service = $1 AND id = ANY($2) AND status = 'withdrawn'", [service, ids]);
  return rows.map((row: { id: string }) => row.id);
}

/** Requests of a service whose results have expired: these may still lie on a queue. What has not ended does not expire. */
export const expired = (tx: Transaction, service: string, limit: number): Promise<(ResultKey & { places: string[] })[]> =>
  tx.query(`SELECT id, round, ${PLACES} AS places, result -> 'problem' AS problem FROM match_request WHERE service = $1 AND finished_at IS NOT NULL AND expires_at < now() ORDER BY expires_at LIMIT $2`, [service, limit]);

/** Forgets those of the given requests that have expired, once their results are taken back. */
export async function forgetExpired(tx: Transaction, service: string, ids: string[]): Promise<void> {
  if (ids.length) await tx.query('DELETE FROM match_request WHERE service = $1 AND id = ANY($2) AND finished_at IS NOT NULL AND expires_at < now()', [service, ids]);
}

/** Forgets letters that have been kept for seven days. */
export async function forgetLetters(tx: Transaction, service: string): Promise<void> {
  await tx.query("DELETE FROM dead_letter WHERE service = $1 AND at < now() - interval '7 days'", [service]);
}

/** Lays a message aside that could not be taken; once for each request and reason, however often it comes. */
export async function addDeadLetter(tx: Transaction, letter: { service: string; queue: string; jobId: string; requestId: string; pattern: string; problem: ProblemBody; message: unknown }): Promise<void> {
  await tx.query(
    `INSERT INTO dead_letter (service, queue, job_id, request_id, pattern, problem, message)
     SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS (SELECT 1 FROM dead_letter WHERE service = $1 AND request_id = $4 AND problem ->> 'code' = $8 AND replayed_at IS NULL)`,
    [letter.service, letter.queue, letter.jobId, letter.requestId, letter.pattern, storableJson(letter.problem), storableJson(letter.message), letter.problem.code]);
}

/** Letters laid aside, latest first, after the one with the id of `cursor`. They are kept for seven days. */
export async function listDeadLetters(tx: Transaction, { service, limit = 100, cursor }: { service?: string; limit?: number; cursor?: string } = {}): Promise<DeadLetterRow[]> {
  const query = tx.createQueryBuilder(DeadLetterEntity, 'd').orderBy('d.at', 'DESC').addOrderBy('d.id', 'DESC').limit(limit);
  if (service !== undefined) query.andWhere('d.service = :service', { service });
  if (cursor) query.andWhere('(d.at, d.id) < (SELECT at, id FROM dead_letter WHERE id = :cursor)', { cursor });
  return query.getMany();
}

export const findDeadLetter = (tx: Transaction, id: string): Promise<DeadLetterRow | null> => tx.findOneBy(DeadLetterEntity, { id });

/**
 * Opens the rejected request of a letter again, so that it gets a result of the next round instead; the sweep queues it. Only then does the
 * letter count as replayed.
 * @returns that round; null where there is no such letter, its request has no rejection to take back, or its id belongs to another request
 */
export async function reopenRequest(tx: Transaction, letterId: string): Promise<number | null> {
  const known = await findDeadLetter(tx, letterId);
  if (!known?.message) return null;
  const [[row]] = await tx.query(
    `WITH reopened AS (
       UPDATE match_request request SET status = 'accepted', round = round + 1, finished_at = NULL, delivered_at = NULL, due = NULL, result = NULL, message = letter.message, expires_at = now() + (expires_at - finished_at)
       FROM dead_letter letter WHERE letter.id = $1 AND request.service = letter.service AND request.id = letter.request_id AND request.status = 'rejected' AND request.body_hash = $2 RETURNING round)
     UPDATE dead_letter SET replayed_at = now() FROM reopened WHERE id = $1 RETURNING round`, [letterId, requestHash(known.pattern, known.message as MessageEnvelope)]);
  return row?.round ?? null;
}
