import type { ReasonView } from '@tsunagu/contracts';
import type { Transaction } from '../../database.js';
import type { CandidateCard } from '../../entities/index.js';

export interface CandidateLine { otherId: string; score: number; card: CandidateCard; reasons: ReasonView[] }

/** One ranking of an event at a time, over all processes: two at once would overwrite each other's lists. Held until the transaction ends. */
export async function lockRanking(tx: Transaction, eventId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ranking ${eventId}`]);
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

/** Replaces the lists of the given people. @throws the database's 23503 where one of them has just been erased */
export async function replaceLists(tx: Transaction, eventId: string, lists: ReadonlyMap<string, CandidateLine[]>): Promise<void> {
  const owners = [...lists.keys()].sort();
  if (!owners.length) return;
  await tx.query('DELETE FROM candidate WHERE participant_id = ANY($1)', [owners]);
  const rows = owners.flatMap((owner) => lists.get(owner)!.map((line, rank) => ({ participant_id: owner, other_id: line.otherId, rank, score: line.score, card: line.card, reasons: line.reasons })));
  await tx.query(
    `INSERT INTO candidate (participant_id, other_id, event_id, rank, score, card, reasons)
     SELECT participant_id, other_id, $1, rank, score, card, reasons
     FROM jsonb_to_recordset($2::jsonb) AS line(participant_id uuid, other_id uuid, rank int, score double precision, card jsonb, reasons jsonb)`, [eventId, JSON.stringify(rows)]);
}
