import type { Transaction } from '../../database.js';

/**
 * Groups of people of an event who need no introduction to each other: pairs of whom one knows or has met the other, or does
 * not want to meet them, and the members of one team.
 */
export async function listAcquainted(tx: Transaction, eventId: string): Promise<string[][]> {
  const rows: { people: string[] }[] = await tx.query(
    `SELECT ARRAY[from_id, to_id] AS people FROM acquaintance WHERE event_id = $1
     UNION ALL SELECT ARRAY[by_id, who_id] FROM avoided WHERE event_id = $1
     UNION ALL SELECT array_agg(participant_id) FROM seat WHERE event_id = $1 AND active GROUP BY team_id HAVING count(*) > 1`, [eventId]);
  return rows.map(({ people }) => people);
}
