import type { EntityManager } from 'typeorm';
import { streamId, type OutsidePayload, type OutsideType } from '@tsunagu/contracts';
import { pseudonym } from '../secrets.js';
import { takeTurn } from '../turns.js';
import type { Entry } from './log.js';

interface Row { id: string; members: string[]; before: string[] | null; active: boolean }

/**
 * What other services and webhooks must be told about the published teams of an event since they were last told: a team is new, has other
 * members, or is no more. Called wherever the console is told who sits in its teams, so that no step can forget it.
 */
export async function tellOutsideTeams(manager: EntityManager, eventId: string): Promise<Entry[]> {
  const [event] = await manager.query("SELECT pseudonym_key AS key FROM event WHERE id = $1 AND (services <> '{}' OR webhooks)", [eventId]);
  if (!event) return [];
  await takeTurn(manager, `outside-teams:${eventId}`);
  const rows: Row[] = await manager.query(
    `SELECT coalesce(t.id, o.team_id) AS id, t.id IS NOT NULL AS active, o.members AS before,
       coalesce((SELECT array_agg(s.participant_id ORDER BY s.participant_id) FROM seat s WHERE s.team_id = t.id AND s.active), '{}') AS members
     FROM (SELECT * FROM team WHERE event_id = $1 AND active) t FULL JOIN (SELECT * FROM outside_team WHERE event_id = $1) o ON o.team_id = t.id
     ORDER BY t.number NULLS FIRST, o.team_id`, [eventId]);
  const entries = rows.flatMap((row) => tellTeam(row, (id) => pseudonym(event.key, id), eventId));
  await manager.query('DELETE FROM outside_team WHERE event_id = $1 AND team_id <> ALL($2)', [eventId, rows.filter((row) => row.active).map(({ id }) => id)]);
  for (const { id, members } of rows.filter(isNews)) {
    await manager.query('INSERT INTO outside_team (team_id, event_id, members) VALUES ($1, $2, $3) ON CONFLICT (team_id) DO UPDATE SET members = excluded.members', [id, eventId, members]);
  }
  return entries;
}

const isNews = ({ active, before, members }: Row): boolean => active && before?.join() !== members.join();

function tellTeam(row: Row, name: (id: string) => string, eventId: string): Entry[] {
  const tell = <T extends OutsideType>(type: T, about: string[], payload: OutsidePayload<T>): Entry[] =>
    [{ stream: streamId('outside', eventId), type, about, payload: () => payload } as unknown as Entry];
  if (!row.active) return tell('team.dissolved', [], { team: row.id });
  return isNews(row) ? tell(row.before ? 'team.changed' : 'team.published', row.members, { team: row.id, members: row.members.map(name) }) : [];
}
