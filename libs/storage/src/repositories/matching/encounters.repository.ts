import type { Transaction } from '../../database.js';

/** What a person's texts lack and give, as numbers. `texts`: a fingerprint of the texts and of what read them. */
export interface KeptEncounter { texts: string; numbers: Int8Array }

/** What is kept of these people; it may be of earlier texts. */
export async function loadEncounters(tx: Transaction, ids: string[]): Promise<Map<string, KeptEncounter>> {
  const rows: { id: string; texts: string; numbers: Buffer }[] = await tx.query('SELECT participant_id AS id, texts, numbers FROM encounter WHERE participant_id = ANY($1)', [ids]);
  return new Map(rows.map(({ id, texts, numbers }) => [id, { texts, numbers: new Int8Array(numbers) }]));
}

/** Keeps a reading of each of these people, as far as they still exist. */
export async function saveEncounters(tx: Transaction, read: ReadonlyMap<string, KeptEncounter>): Promise<void> {
  for (const [id, { texts, numbers }] of [...read].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await tx.query(
      `INSERT INTO encounter (participant_id, texts, numbers) SELECT id, $2, $3 FROM participant WHERE id = $1 FOR KEY SHARE
       ON CONFLICT (participant_id) DO UPDATE SET texts = excluded.texts, numbers = excluded.numbers`, [id, texts, Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)]);
  }
}

/** Forgets what was read of somebody's texts: they have changed. */
export const dropEncounterOf = (tx: Transaction, participantId: string): Promise<unknown> => tx.query('DELETE FROM encounter WHERE participant_id = $1', [participantId]);
