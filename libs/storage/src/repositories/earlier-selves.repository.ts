import type { Transaction } from '../database.js';

/** Do both events have somebody who runs them, not only helps there? */
export async function shareOrganiser(tx: Transaction, eventId: string, otherId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM event_organiser a JOIN event_organiser b ON b.organiser_id = a.organiser_id AND b.role IN ('owner', 'organiser')
     WHERE a.event_id = $1 AND b.event_id = $2 AND a.role IN ('owner', 'organiser') LIMIT 1`, [eventId, otherId]);
  return rows.length > 0;
}

/** Remembers, with the person's consent, who they were at an earlier event. */
export async function addEarlierSelf(tx: Transaction, participantId: string, earlierId: string): Promise<void> {
  await tx.query('INSERT INTO earlier_self (participant_id, earlier_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [participantId, earlierId]);
}

/** The consent is taken back. */
export async function removeEarlierSelf(tx: Transaction, participantId: string): Promise<void> {
  await tx.query('DELETE FROM earlier_self WHERE participant_id = $1', [participantId]);
}

/** The earlier event that somebody agreed to be known from; null where they did not, or it is gone. */
export async function readEarlierEvent(tx: Transaction, participantId: string): Promise<{ event: string; agreedAt: Date } | null> {
  const [row] = await tx.query(
    'SELECT v.title AS event, e.agreed_at AS "agreedAt" FROM earlier_self e JOIN participant p ON p.id = e.earlier_id JOIN event v ON v.id = p.event_id WHERE e.participant_id = $1', [participantId]);
  return row ?? null;
}

/** Those of them who have agreed to be known from an earlier event that is still there. */
export const listWithEarlierEvent = async (tx: Transaction, ids: string[]): Promise<Set<string>> =>
  new Set((await tx.query('SELECT e.participant_id AS id FROM earlier_self e JOIN participant p ON p.id = e.earlier_id WHERE e.participant_id = ANY($1)', [ids])).map((row: { id: string }) => row.id));

/**
 * Teams of earlier events of the same organisers, as far as their members are here and have all agreed to be known from there;
 * through several events where each step was agreed to.
 */
export const loadEarlierTeams = (tx: Transaction, eventId: string): Promise<{ people: string[] }[]> => tx.query(
  `WITH RECURSIVE self AS (
     SELECT p.id AS now_id, e.earlier_id AS then_id FROM participant p JOIN earlier_self e ON e.participant_id = p.id WHERE p.event_id = $1
     UNION SELECT self.now_id, e.earlier_id FROM self JOIN earlier_self e ON e.participant_id = self.then_id
   )
   SELECT array_agg(DISTINCT self.now_id ORDER BY self.now_id) AS people FROM self
   JOIN seat s ON s.participant_id = self.then_id AND NOT s.freed JOIN team t ON t.id = s.team_id
   WHERE t.event_id <> $1 AND EXISTS (
     SELECT 1 FROM event_organiser a JOIN event_organiser b ON b.organiser_id = a.organiser_id AND b.role IN ('owner', 'organiser')
     WHERE a.event_id = $1 AND b.event_id = t.event_id AND a.role IN ('owner', 'organiser'))
   GROUP BY t.id HAVING count(DISTINCT self.now_id) > 1 ORDER BY t.id`, [eventId]);
