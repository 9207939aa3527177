import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { joinInput, OUTSIDE_EVENTS, type OutsideType } from '@tsunagu/contracts';
import {
  addTeams, append, dissolveTeams, enrol, eraseParticipant, findEvent, freeSeat, lockTeam, pseudonym, readLog, takeSeat, takeTurn, tellTeams, toOutsideEvent,
  type Entry, type EventRow, type Transaction,
} from '@tsunagu/storage';
import { waitFor } from '../../helpers/wait-for.js';
import { openEventFor, openRoom, type Room } from './rooms.js';

describe('published teams as other services hear of them', () => {
  let room: Room;
  let event: EventRow;
  let people: string[];
  beforeAll(async () => { room = await openRoom('PostgreSQL'); });
  afterAll(() => room.close());
  beforeEach(async () => { await begin(['library']); });

  const begin = async (services: string[]): Promise<void> => {
    event = (await findEvent(room.database.reader, await openEventFor(room.database, services)))!;
    people = [];
    for (const nickname of ['花子', '太郎', '次郎']) {
      const { person } = await room.database.transaction((tx) => enrol(tx, event, joinInput.parse({ nickname, consentVersion: 1, introduction: null }), null));
      people.push(person.id);
    }
  };
  const commit = (work: (tx: Transaction) => Promise<unknown>, more: Entry[] = []) => room.database.transaction(async (tx) => { await work(tx); await append(tx, event.id, [...more, tellTeams(event.id)]); });
  const told = async (): Promise<{ type: string; data: any }[]> =>
    (await readLog(room.database.reader, `outside:${event.id}`, 0, 100)).filter((row) => row.type in OUTSIDE_EVENTS).map((row) => OUTSIDE_EVENTS[row.type as OutsideType].parse(toOutsideEvent(event.id, row)));
  const name = (id: string): string => pseudonym(event.pseudonymKey, id);
  const publish = async (...members: string[][]): Promise<string[]> => {
    const teams = members.map((ids, at) => ({ id: randomUUID(), number: at + 1, name: `班${at + 1}`, reasons: [], question: null, members: ids, openSeats: 0 }));
    await commit(async (tx) => { await dissolveTeams(tx, event.id); await addTeams(tx, event.id, randomUUID(), teams as never); });
    return teams.map(({ id }) => id);
  };

  it('team.published, team.changed and team.dissolved follow what happens, by pseudonym, each once', async () => {
    const [first] = await publish([people[0], people[1]]);
    await commit(async (tx) => { await takeSeat(tx, (await lockTeam(tx, event.id, first))!, people[2]); });
    await commit(async () => undefined);
    await commit((tx) => freeSeat(tx, event.id, people[0]));
    const [second] = await publish([people[0], people[2]]);
    const members = (...ids: string[]) => [...ids].sort().map(name);
    expect((await told()).map(({ type, data }) => [type, data])).toEqual([
      ['team.published', { team: first, members: members(people[0], people[1]) }],
      ['team.changed', { team: first, members: members(...people) }],
      ['team.changed', { team: first, members: members(people[1], people[2]) }],
      ['team.dissolved', { team: first }],
      ['team.published', { team: second, members: members(people[0], people[2]) }],
    ]);
    expect(JSON.stringify(await told())).not.toMatch(new RegExp([...people, '花子', '太郎'].join('|')));
  });

  it('are told by one process at a time, so that nothing is told twice', async () => {
    let second: Promise<unknown> | undefined;
    await room.database.transaction(async (tx) => {
      await takeTurn(tx, `outside-teams:${event.id}`);
      second = publish([people[0], people[1]]);
      await waitFor('one that waits', async () => (await room.database.reader.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM turn%'")).length > 0);
      expect(await told()).toEqual([]);
    });
    await second;
    expect(await told()).toHaveLength(1);
  });

  it('an erased person leaves the team, and what was told of them is emptied', async () => {
    const [team] = await publish([people[0], people[1]]);
    await room.database.transaction((tx) => eraseParticipant(tx, event, people[0], name(people[0])));
    expect((await told()).map(({ type, data }) => [type, data])).toEqual([['participant.erased', { participant: name(people[0]) }], ['team.changed', { team, members: [name(people[1])] }]]);
    expect(await room.database.reader.query('SELECT members FROM outside_team WHERE team_id = $1', [team])).toEqual([{ members: [people[1]] }]);
  });

  it('nothing is told where the organiser allows nobody; once they do, the teams as they are', async () => {
    await begin([]);
    const [team] = await publish([people[0], people[1]]);
    expect(await told()).toEqual([]);
    await room.database.reader.getRepository('event').update({ id: event.id }, { services: ['library'] });
    await commit(async () => undefined);
    expect((await told()).map(({ type, data }) => [type, data.team])).toEqual([['team.published', team]]);
  });
});
