import { Problem, type HttpAnswers } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventEntity, MatchRequestEntity } from '../entities/index.js';

type RequestView = HttpAnswers['readRequest'];
type Summary = HttpAnswers['listRequests']['requests'][number];

/** Fields that a list reads of a request; its message and result may be long. */
const SUMMARY = ['id', 'pattern', 'status', 'acceptedAt', 'finishedAt', 'expiresAt'] as const;

const toSummary = ({ id, pattern, status, acceptedAt, finishedAt, expiresAt }: Pick<MatchRequestEntity, typeof SUMMARY[number]>): Summary =>
  ({ id, pattern, status, acceptedAt: acceptedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, expiresAt: expiresAt.toISOString() });

/** A request as its own service reads it. */
export const toRequestView = (row: MatchRequestEntity): RequestView => ({ ...toSummary(row), result: row.result });

/** A service's requests that have not ended, or whose results have not expired, latest first, after the one with the id of `cursor`. */
export async function listRequestsOf(tx: Transaction, service: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Summary[]> {
  const query = tx.createQueryBuilder(MatchRequestEntity, 'r').where('r.service = :service AND (r.finished_at IS NULL OR r.expires_at > now())', { service }).orderBy('r.accepted_at', 'DESC').addOrderBy('r.id', 'DESC').limit(limit);
  if (cursor) query.andWhere('(r.accepted_at, r.id) < (SELECT accepted_at, id FROM match_request WHERE service = :service AND id = :cursor)', { cursor });
  return (await query.select(SUMMARY.map((field) => `r.${field}`)).getMany()).map(toSummary);
}

/** Events whose data a service may have, latest first, after the one with the id of `cursor`. */
export async function listAllowedEvents(tx: Transaction, service: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<HttpAnswers['listOpenEvents']['events']> {
  const query = tx.createQueryBuilder(EventEntity, 'e').where('e.erased_at IS NULL AND :service = ANY(e.services)', { service }).orderBy('e.held_on', 'DESC').addOrderBy('e.id', 'DESC').limit(limit);
  if (cursor) query.andWhere('(e.held_on, e.id) < (SELECT held_on, id FROM event WHERE id = :cursor)', { cursor });
  return (await query.getMany()).map(({ id, title, theme, heldOn, state }) => ({ id, title, theme, heldOn, state }));
}

/**
 * Takes away results that name one of these pseudonyms: what is read, or delivered, from now on is a refusal that says so.
 * Their rows are gone by then, which a result that is being stored just now waits for (`holdPeopleTold`): it is found here, or worked out again without them.
 */
export async function eraseResultsOf(tx: Transaction, pseudonyms: string[]): Promise<void> {
  await tx.query(
    `UPDATE match_request SET status = 'rejected', delivered_at = NULL, due = NULL, result = (result - 'result') || jsonb_build_object('status', 'rejected', 'problem', $2::jsonb)
     WHERE status = 'done' AND result::text LIKE ANY ($1)`, [pseudonyms.map((one) => `%"${one}"%`), JSON.stringify(new Problem('match.erased').body)]);
}
