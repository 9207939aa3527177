import type { Transaction } from '../database.js';

type Claim = { outcome: 'first' } | { outcome: 'in_progress' } | { outcome: 'other_body' } | { outcome: 'answered'; status: number; answer: unknown; participantId: string | null };

/** A request that died with its process may be worked on again after this long. */
const ABANDONED = '30 seconds';

/** Claims an Idempotency-Key: the first claim works on the request, later ones get its answer. */
export async function claimRequest(tx: Transaction, key: string, bodyHash: string): Promise<Claim> {
  const [first] = await tx.query(
    `INSERT INTO answered_request (key, body_hash) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET at = now() WHERE answered_request.status IS NULL AND answered_request.at < now() - interval '${ABANDONED}' AND answered_request.body_hash = $2
     RETURNING key`, [key, bodyHash]);
  if (first) return { outcome: 'first' };
  const [row] = await tx.query('SELECT body_hash, status, answer, participant_id FROM answered_request WHERE key = $1', [key]);
  if (!row) return { outcome: 'in_progress' };
  if (row.body_hash !== bodyHash) return { outcome: 'other_body' };
  return row.status === null ? { outcome: 'in_progress' } : { outcome: 'answered', status: row.status, answer: row.answer, participantId: row.participant_id };
}

/** The request is being worked on still: nobody else may think it abandoned. Call it oftener than that takes. */
export async function renewClaim(tx: Transaction, key: string): Promise<void> {
  await tx.query('UPDATE answered_request SET at = now() WHERE key = $1 AND status IS NULL', [key]);
}

/** Keeps the answer. `participantId`: whose data it is; erasing that person erases the answer. */
export async function keepAnswer(tx: Transaction, key: string, status: number, answer: unknown, participantId: string | null): Promise<void> {
  await tx.query('UPDATE answered_request SET status = $2, answer = $3, participant_id = (SELECT id FROM participant WHERE id = $4) WHERE key = $1', [key, status, JSON.stringify(answer ?? null), participantId]);
}

/** Forgets a claim whose request was refused, so that a corrected one can use the key. */
export async function releaseRequest(tx: Transaction, key: string): Promise<void> {
  await tx.query('DELETE FROM answered_request WHERE key = $1 AND status IS NULL', [key]);
}

/** Forgets answers that are a day old: a repeat comes within minutes. */
export async function forgetAnswers(tx: Transaction): Promise<void> {
  await tx.query("DELETE FROM answered_request WHERE at < now() - interval '1 day'");
}
