import type { EntityManager } from 'typeorm';
import type { FoundedTeamView } from '@tsunagu/contracts';

const SELECT = `SELECT o.id, o.name, o.seats, o.wants, o.version,
  jsonb_agg(jsonb_build_object('participantId', p.id, 'nickname', p.nickname) ORDER BY m.joined_at, p.id) AS members
  FROM founded_team o JOIN founded_team_member m ON m.founded_team_id = o.id JOIN participant p ON p.id = m.participant_id`;

/** Teams that people of the event have formed themselves, the oldest first. */
export const readFoundedTeams = (manager: EntityManager, eventId: string): Promise<FoundedTeamView[]> =>
  manager.query(`${SELECT} WHERE o.event_id = $1 GROUP BY o.id ORDER BY o.created_at, o.id`, [eventId]);

/** The one that a person is in, or null. */
export async function readFoundedTeamOf(manager: EntityManager, participantId: string): Promise<FoundedTeamView | null> {
  const [team] = await manager.query(`${SELECT} WHERE o.id = (SELECT founded_team_id FROM founded_team_member WHERE participant_id = $1) GROUP BY o.id`, [participantId]);
  return team ?? null;
}
