import type { EntityManager } from 'typeorm';
import type { FoundedTeamView } from '@tsunagu/contracts';
import { areApartFromAnybody, notApart } from '../repositories/avoided.repository.js';

const SELECT = `SELECT o.id, o.name, o.seats, o.wants, o.version,
  jsonb_agg(jsonb_build_object('participantId', p.id, 'nickname', p.nickname) ORDER BY m.joined_at, p.id) AS members
  FROM founded_team o JOIN founded_team_member m ON m.founded_team_id = o.id JOIN participant p ON p.id = m.participant_id`;

/** Teams that people of the event have formed themselves and that have not stood in a round yet, the oldest first. */
export const readFoundedTeams = (manager: EntityManager, eventId: string): Promise<FoundedTeamView[]> =>
  manager.query(`${SELECT} WHERE o.event_id = $1 AND NOT o.ended GROUP BY o.id ORDER BY o.created_at, o.id`, [eventId]);

const IS_OPEN = "NOT o.ended AND EXISTS (SELECT 1 FROM event e WHERE e.id = o.event_id AND e.state <> 'closed')";

/**
 * Those that a participant may know of: none once the event is closed, when participants no longer see each other, and but for their
 * own none with somebody in it whom they are kept apart from.
 */
export const readFoundedTeamsFor = (manager: EntityManager, eventId: string, participantId: string): Promise<FoundedTeamView[]> =>
  manager.query(
    `${SELECT} WHERE o.event_id = $1 AND ${IS_OPEN} GROUP BY o.id HAVING bool_or(p.id = $2) OR bool_and(${notApart('$2', 'p.id')}) ORDER BY o.created_at, o.id`, [eventId, participantId]);

/** Those that every participant may know of; null where they are not the same for everybody. */
export async function readFoundedTeamsForAll(manager: EntityManager, eventId: string): Promise<FoundedTeamView[] | null> {
  const teams: FoundedTeamView[] = await manager.query(`${SELECT} WHERE o.event_id = $1 AND ${IS_OPEN} GROUP BY o.id ORDER BY o.created_at, o.id`, [eventId]);
  return await areApartFromAnybody(manager, teams.flatMap((team) => team.members.map((member) => member.participantId))) ? null : teams;
}

/** The one that a person is in, or null; with `ended` also one that has stood in a round. */
export async function readFoundedTeamOf(manager: EntityManager, participantId: string, ended = false): Promise<FoundedTeamView | null> {
  const [team] = await manager.query(`${SELECT} WHERE o.id = (SELECT founded_team_id FROM founded_team_member WHERE participant_id = $1) AND (NOT o.ended OR $2) GROUP BY o.id`, [participantId, ended]);
  return team ?? null;
}
