import type { Transaction } from '../../database.js';
import { listAvoided } from '../avoided.repository.js';
import { loadEarlierTeams } from '../earlier-selves.repository.js';

export interface TeamFacts {
  /** pairs who said 会いたい to each other */
  mutual: { people: string[] }[];
  /** pairs of whom at least one said they know the other */
  known: { people: string[] }[];
  /** pairs of whom one does not want to meet the other */
  avoided: { people: string[] }[];
  /** teams that were published, for a next round those that stand too, which it replaces; and of earlier events as far as their members agreed to that */
  met: { people: string[] }[];
  /** teams that people formed themselves, by the order of founding; for a next round those alone that have not stood in one */
  founded: { id: string; name: string; seats: number; wants: string[]; members: string[] }[];
  /** standing teams that somebody said no to */
  declined: { participantId: string; teamId: string }[];
}

/**
 * What an event's people have told and lived through that decides who should sit with whom.
 * @param standing whether it is about the teams that stand: to sit together now is no reason to part
 */
export async function loadTeamFacts(tx: Transaction, eventId: string, standing: boolean): Promise<TeamFacts> {
  const mutual = await tx.query(
    'SELECT ARRAY[a.from_id, a.to_id] AS people FROM hello a JOIN hello b ON b.from_id = a.to_id AND b.to_id = a.from_id WHERE a.event_id = $1 AND a.from_id < a.to_id ORDER BY 1', [eventId]);
  const known = await tx.query(
    'SELECT DISTINCT ARRAY[least(from_id, to_id), greatest(from_id, to_id)] AS people FROM acquaintance WHERE event_id = $1 ORDER BY 1', [eventId]);
  const avoided = await listAvoided(tx, eventId);
  const met = await tx.query(
    `SELECT array_agg(s.participant_id ORDER BY s.participant_id) AS people FROM team t JOIN seat s ON s.team_id = t.id AND NOT s.freed
     WHERE t.event_id = $1 AND NOT (t.active AND $2) GROUP BY t.id HAVING count(*) > 1 ORDER BY t.id`, [eventId, standing]);
  const founded = await tx.query(
    `SELECT o.id, o.name, o.seats, o.wants, array_agg(m.participant_id ORDER BY m.joined_at, m.participant_id) AS members
     FROM founded_team o JOIN founded_team_member m ON m.founded_team_id = o.id WHERE o.event_id = $1 AND (NOT o.ended OR $2) GROUP BY o.id ORDER BY o.created_at, o.id`, [eventId, standing]);
  const declined = await tx.query(
    `SELECT DISTINCT s.participant_id AS "participantId", s.team_id AS "teamId" FROM seat s JOIN team t ON t.id = s.team_id AND t.active WHERE s.event_id = $1 AND s.declined ORDER BY 1, 2`, [eventId]);
  return { mutual, known, avoided, met: [...met, ...await loadEarlierTeams(tx, eventId)], founded, declined };
}
