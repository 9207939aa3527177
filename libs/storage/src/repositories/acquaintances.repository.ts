import type { Transaction } from '../database.js';

export async function addAcquaintance(tx: Transaction, eventId: string, fromId: string, toId: string): Promise<void> {
  await tx.query('INSERT INTO acquaintance (from_id, to_id, event_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [fromId, toId, eventId]);
}

export async function removeAcquaintance(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.query('DELETE FROM acquaintance WHERE from_id = $1 AND to_id = $2', [fromId, toId]);
}

/** People a participant has said they know. */
export const readKnown = async (tx: Transaction, participantId: string): Promise<string[]> =>
  (await tx.query('SELECT to_id FROM acquaintance WHERE from_id = $1 ORDER BY to_id', [participantId])).map((row: { to_id: string }) => row.to_id);
