import type { CandidateView, ReasonView } from '@tsunagu/contracts';
import type { Transaction } from '../../database.js';
import type { CandidateCard } from '../../entities/index.js';
import { takeTurn } from '../../turns.js';

export interface CandidateLine { otherId: string; score: number; card: CandidateCard; reasons: ReasonView[] }

/** Those of these people who have a browser: what is sent to the others nobody reads. */
export async function listWithPhone(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query('SELECT DISTINCT participant_id AS id FROM participant_token WHERE participant_id = ANY($1)', [ids]);
  return new Set(rows.map(({ id }) => id));
}

/** A line of a list as its owner's phone gets it. */
export const toCandidateView = ({ otherId, score, card, reasons }: CandidateLine, withPhone: ReadonlySet<string>): CandidateView =>
  ({ participantId: otherId, score, ...card, noPhone: !withPhone.has(otherId), reasons });

/** One ranking of an event at a time, over all processes: two at once would overwrite each other's lists. Held until the transaction ends. */
export async function lockRanking(tx: Transaction, eventId: string): Promise<void> {
  await takeTurn(tx, `ranking:${eventId}`);
}

const RANKING = 'ranking';

/** How often an event's lists have been written; a process whose copy is of this number need not read them. Call under the lock. */
export async function readRankingNumber(tx: Transaction, eventId: string): Promise<number> {
  const [row] = await tx.query('SELECT seq FROM position WHERE consumer = $1 AND stream = $2', [RANKING, `event:${eventId}`]);
  return row ? Number(row.seq) : 0;
}

export async function nextRankingNumber(tx: Transaction, eventId: string): Promise<number> {
  const [row] = await tx.query(
    `INSERT INTO position (consumer, stream, seq) VALUES ($1, $2, 1)
     ON CONFLICT (consumer, stream) DO UPDATE SET seq = position.seq + 1 RETURNING seq`, [RANKING, `event:${eventId}`]);
  return Number(row.seq);
}

/** All stored lists of an event, best first. */
export async function readLists(tx: Transaction, eventId: string): Promise<Map<string, CandidateLine[]>> {
  const rows: ({ owner: string } & CandidateLine)[] = await tx.query(
    'SELECT participant_id AS owner, other_id AS "otherId", score, card, reasons FROM candidate WHERE event_id = $1 ORDER BY participant_id, rank', [eventId]);
  const lists = new Map<string, CandidateLine[]>();
  for (const { owner, ...line } of rows) {
    const list = lists.get(owner);
    if (list) list.push(line);
    else lists.set(owner, [line]);
  }
  return lists;
}

/**
 * Writes the lists of the given people; of each only the lines that differ from what is stored, `before`: a card or reasons that
 * are the same object are the same. @throws the database's 23503 where one of them has just been erased
 */
export async function writeLists(tx: Transaction, eventId: string, lists: ReadonlyMap<string, readonly CandidateLine[]>, before: (owner: string) => readonly CandidateLine[]): Promise<void> {
  const gone: { owner: string; other: string }[] = [];
  const moved: object[] = [];
  const written: object[] = [];
  for (const [owner, lines] of lists) {
    const stored = new Map(before(owner).map((line, rank) => [line.otherId, { ...line, rank }]));
    lines.forEach(({ otherId, score, card, reasons }, rank) => {
      const known = stored.get(otherId);
      stored.delete(otherId);
      if (known?.card !== card || known.reasons !== reasons) written.push({ participant_id: owner, other_id: otherId, rank, score, card, reasons });
      else if (known.rank !== rank || known.score !== score) moved.push({ participant_id: owner, other_id: otherId, rank, score });
    });
    for (const other of stored.keys()) gone.push({ owner, other });
  }
  if (gone.length) await tx.query('DELETE FROM candidate WHERE (participant_id, other_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))', [gone.map(({ owner }) => owner), gone.map(({ other }) => other)]);
  if (moved.length) await tx.query(`UPDATE candidate c SET rank = line.rank, score = line.score ${LINES} WHERE c.participant_id = line.participant_id AND c.other_id = line.other_id`, [JSON.stringify(moved)]);
  if (!written.length) return;
  await tx.query(
    `INSERT INTO candidate (participant_id, other_id, event_id, rank, score, card, reasons)
     SELECT participant_id, other_id, $2, rank, score, card, reasons ${LINES}
     ON CONFLICT (participant_id, other_id) DO UPDATE SET rank = excluded.rank, score = excluded.score, card = excluded.card, reasons = excluded.reasons`, [JSON.stringify(written), eventId]);
}

const LINES = 'FROM jsonb_to_recordset($1::jsonb) AS line(participant_id uuid, other_id uuid, rank int, score double precision, card jsonb, reasons jsonb)';
