import type { EntityManager } from 'typeorm';
import type { JobOrder, LivePayloads, LiveType, OutsidePayload, OutsideType, StreamId, StreamKind } from '@tsunagu/contracts';
import { orderReasons } from './outdated-reasons.js';
import { tellOutsideTeams } from './outside-teams.js';

/** Channels of NOTIFY. The server knows each by a longer name; see `listen`. */
export const LOG_CHANNEL = 'tsunagu_log';
export const PROGRESS_CHANNEL = 'tsunagu_progress';

type PayloadOf<T> = T extends LiveType ? LivePayloads[T] : T extends OutsideType ? OutsidePayload<T> : never;

/** What is told; null where it is not for everybody who follows the stream: they are told to look again, each at what they may know. */
type Told<T> = PayloadOf<T> | null;

/**
 * One change to be told. `payload` is read after the stream's row is locked, so that of two concurrent changes
 * the later number always carries the later state.
 */
export interface Entry<T extends LiveType | OutsideType = LiveType | OutsideType> {
  stream: StreamId;
  type: T;
  payload: (manager: EntityManager) => Promise<Told<T>> | Told<T>;
  /** participants whose data the payload holds, beside those whose id stands in it */
  about: string[];
  job?: JobOrder;
  /** how the payloads of many such entries are read at once, each by its `of`: a step over everybody asks the store no oftener than one over one */
  together?: { all: ReadAll<Told<T>>; of: string };
}
/** What is told of each of these; one who is not there is missing. */
type ReadAll<Content> = (manager: EntityManager, ids: string[]) => Promise<Map<string, Content>>;

/** Keeps type and payload of an entry together. */
export const entry = <T extends LiveType | OutsideType>(fields: Entry<T>): Entry => fields as unknown as Entry;

/** An entry that is read together with the others of the same `all`. */
export const entryOf = <T extends LiveType>(all: ReadAll<PayloadOf<T>>, of: string, fields: Omit<Entry<T>, 'payload' | 'together'>): Entry =>
  entry<T>({ ...fields, together: { all, of }, payload: async (manager) => (await all(manager, [of])).get(of)! });

export interface LogRow { stream: StreamId; seq: number; type: string; payload: Record<string, unknown>; at: Date }
export interface DueJob { stream: StreamId; seq: number; job: JobOrder }
export interface Change { stream: string; seq: number }

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every id in a payload, whatever it stands for and wherever: those of people and of their data are among them. */
const idsIn = (payload: object): string[] => JSON.stringify(payload).match(ID) ?? [];

/** Streams of one person, then those that most transactions share: these are locked last, for the shortest time. */
const LOCK_ORDER: StreamKind[][] = [['participant', 'outside'], ['event', 'phones', 'console', 'reports']];
const kindOf = (stream: StreamId): StreamKind => stream.slice(0, stream.indexOf(':')) as StreamKind;

/** Locks streams, always in the order of their names, and gives each as many numbers as it needs. @returns the first number of each */
async function takeNumbers(manager: EntityManager, eventId: string, entries: Entry[]): Promise<Map<StreamId, number>> {
  const counts = new Map<StreamId, number>();
  for (const { stream } of entries) counts.set(stream, (counts.get(stream) ?? 0) + 1);
  const streams = [...counts.keys()];
  const rows: { id: StreamId; last_seq: string }[] = await manager.query(
    `INSERT INTO stream (id, kind, event_id, last_seq)
     SELECT id, kind, $4, n FROM unnest($1::text[], $2::text[], $3::bigint[]) AS wanted(id, kind, n) ORDER BY id
     ON CONFLICT (id) DO UPDATE SET last_seq = stream.last_seq + excluded.last_seq RETURNING id, last_seq`,
    [streams, streams.map(kindOf), [...counts.values()], eventId]);
  return new Map(rows.map((row) => [row.id, Number(row.last_seq) - counts.get(row.id)! + 1]));
}

/** What each of the entries tells, in their order. Their streams are locked. */
async function readContents(manager: EntityManager, entries: Entry[]): Promise<(object | null)[]> {
  const ids = new Map<ReadAll<object | null>, Set<string>>();
  for (const { together } of entries) if (together) ids.set(together.all, (ids.get(together.all) ?? new Set()).add(together.of));
  const read = new Map<ReadAll<object | null>, Map<string, object | null>>();
  for (const [all, of] of ids) read.set(all, await all(manager, [...of]));
  const contents = [];
  for (const { together, payload } of entries) contents.push(together ? read.get(together.all)!.get(together.of) : await payload(manager));
  return contents.map((content) => {
    if (content === undefined) throw new Error('somebody who is to be told is no longer there');
    return content;
  });
}

async function appendTogether(manager: EntityManager, eventId: string, entries: Entry[]): Promise<DueJob[]> {
  const next = await takeNumbers(manager, eventId, entries);
  const contents = await readContents(manager, entries);
  const rows = [];
  for (const [at, { stream, type, about, job }] of entries.entries()) {
    const seq = next.get(stream)!;
    next.set(stream, seq + 1);
    const content = contents[at];
    const told = content ? { type, payload: content, about: [...new Set([...about, ...idsIn(content)])] } : { type: 'look-again', payload: {}, about: [] };
    rows.push({ stream, seq, ...told, job: job ?? null });
  }
  await manager.query(
    `WITH fresh AS (
       INSERT INTO log (stream, seq, event_id, type, payload, about, job)
       SELECT stream, seq, $2, type, payload, about, nullif(job, 'null') FROM jsonb_to_recordset($1) AS row(stream text, seq bigint, type text, payload jsonb, about uuid[], job jsonb)
       RETURNING stream, seq)
     SELECT pg_notify($3 || secret, stream || ' ' || seq) FROM fresh, channel`, [JSON.stringify(rows), eventId, LOG_CHANNEL]);
  return rows.flatMap(({ stream, seq, job }) => (job ? [{ stream, seq, job }] : []));
}

/** After these, others may sit in the published teams than other services have been told, */
const SEATED_ANEW: ReadonlySet<string> = new Set<LiveType>(['teams.changed', 'seats.changed']);
/** and than the teams are told of themselves, or they may say something else. */
const TEAMS_ANEW: ReadonlySet<string> = new Set<LiveType>(['teams.changed', 'seats.changed', 'some-teams.changed']);

/**
 * Appends rows to their streams inside the caller's transaction and returns the jobs they order. Call it last: from a
 * stream's number on, other transactions wait for this one's commit.
 */
export async function append(manager: EntityManager, eventId: string, entries: Entry[]): Promise<DueJob[]> {
  const due: DueJob[] = [];
  const told = [...entries];
  if (entries.some(({ type }) => SEATED_ANEW.has(type))) told.push(...await tellOutsideTeams(manager, eventId));
  if (entries.some(({ type }) => TEAMS_ANEW.has(type))) told.push(...await orderReasons(manager, eventId));
  for (const kinds of LOCK_ORDER) {
    const together = told.filter((item) => kinds.includes(kindOf(item.stream)));
    if (together.length) due.push(...await appendTogether(manager, eventId, together));
  }
  return due;
}

/** Rows of one stream after a number, in order. */
export async function readLog(manager: EntityManager, stream: StreamId, after: number, limit: number): Promise<LogRow[]> {
  const rows = await manager.query('SELECT stream, seq, type, payload, at FROM log WHERE stream = $1 AND seq > $2 ORDER BY seq LIMIT $3', [stream, after, limit]);
  return rows.map((row: LogRow) => ({ ...row, seq: Number(row.seq) }));
}

/** Last number of each stream; 0 for a stream without rows. */
export async function lastNumbers(manager: EntityManager, streams: StreamId[]): Promise<Record<StreamId, number>> {
  const rows: { id: StreamId; last_seq: string }[] = await manager.query('SELECT id, last_seq FROM stream WHERE id = ANY($1)', [streams]);
  const found = new Map(rows.map((row) => [row.id, Number(row.last_seq)]));
  return Object.fromEntries(streams.map((stream) => [stream, found.get(stream) ?? 0])) as Record<StreamId, number>;
}

/** Jobs that no handler has finished, of rows older than the given time. */
export async function dueJobs(manager: EntityManager, { olderThanMs, limit }: { olderThanMs: number; limit: number }): Promise<DueJob[]> {
  const rows = await manager.query(
    `SELECT stream, seq, job FROM log WHERE job IS NOT NULL AND job_done_at IS NULL AND job_error IS NULL
     AND at <= now() - make_interval(secs => $1) ORDER BY at LIMIT $2`, [olderThanMs / 1000, limit]);
  return rows.map((row: DueJob) => ({ ...row, seq: Number(row.seq) }));
}

/**
 * Marks a row's job as done, inside the handler's transaction: the job's effect and this mark commit together.
 * @returns false where it was done before (a repeated delivery) or its row is gone: then do nothing.
 */
export async function takeJob(manager: EntityManager, change: Change): Promise<boolean> {
  const [, taken] = await manager.query('UPDATE log SET job_done_at = now() WHERE stream = $1 AND seq = $2 AND job IS NOT NULL AND job_done_at IS NULL', [change.stream, change.seq]);
  return taken === 1;
}

/** Marks a row's job as failed for good, with the problem's code. The sweep leaves it alone from then on. @returns false where it is done after all, or its row is gone */
export async function failJob(manager: EntityManager, change: Change, code: string): Promise<boolean> {
  const [, failed] = await manager.query('UPDATE log SET job_error = $3 WHERE stream = $1 AND seq = $2 AND job_done_at IS NULL', [change.stream, change.seq, code]);
  return failed === 1;
}

/** Streams of a kind in which a consumer has rows to read, with its position. */
export async function behind(manager: EntityManager, consumer: string, kind: StreamKind, limit = 100): Promise<{ stream: StreamId; eventId: string; after: number }[]> {
  const rows = await manager.query(
    `SELECT s.id AS stream, s.event_id AS "eventId", coalesce(p.seq, 0) AS after FROM stream s
     LEFT JOIN position p ON p.consumer = $1 AND p.stream = s.id
     WHERE s.kind = $2 AND s.last_seq > coalesce(p.seq, 0) ORDER BY s.id LIMIT $3`, [consumer, kind, limit]);
  return rows.map((row: { stream: StreamId; eventId: string; after: string }) => ({ ...row, after: Number(row.after) }));
}

/** Locks a consumer's position in a stream and returns it: two processes never handle the same rows at once. */
export async function lockPosition(manager: EntityManager, consumer: string, stream: StreamId): Promise<number> {
  const [row] = await manager.query(
    `INSERT INTO position (consumer, stream, seq) VALUES ($1, $2, 0)
     ON CONFLICT (consumer, stream) DO UPDATE SET seq = position.seq RETURNING seq`, [consumer, stream]);
  return Number(row.seq);
}

/** Moves a consumer's position forward; a lower number than the present one changes nothing. */
export async function advance(manager: EntityManager, consumer: string, stream: StreamId, seq: number): Promise<void> {
  await manager.query(
    `INSERT INTO position (consumer, stream, seq) VALUES ($1, $2, $3)
     ON CONFLICT (consumer, stream) DO UPDATE SET seq = greatest(position.seq, excluded.seq)`, [consumer, stream, seq]);
}

/** Pushes unnumbered progress to the consoles of an event; nobody waits for it and nothing keeps it. */
export async function notifyProgress(manager: EntityManager, eventId: string, progress: object): Promise<void> {
  await manager.query('SELECT pg_notify($1 || secret, $2) FROM channel', [PROGRESS_CHANNEL, JSON.stringify({ eventId, progress })]);
}
