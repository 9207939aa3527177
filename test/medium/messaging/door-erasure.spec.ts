import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { joinInput } from '@tsunagu/contracts';
import { enrol, eraseEvent, eraseParticipant, findEvent, pseudonym, type EventRow } from '@tsunagu/storage';
import { waitFor } from '../../helpers/wait-for.js';
import { Requester, serveDoor, type Script, type Served } from './door-app.js';
import { BACKENDS, openEventFor, openRoom, type Room } from './rooms.js';

describe.each(BACKENDS)('feature 95: people who are erased, at a door on %s', (backend) => {
  let room: Room;
  let requester: Requester;
  let served: Served;
  let event: EventRow;
  let people: string[];
  /** ends the work on the request in hand */
  let end: (() => void) | undefined;
  const script: Script = { tags: () => undefined };
  beforeAll(async () => { room = await openRoom(backend); });
  beforeEach(async () => {
    const tx = room.database.reader;
    event = (await findEvent(tx, await openEventFor(room.database, ['library'])))!;
    people = [];
    for (const nickname of ['花子', '太郎']) {
      const { person } = await room.database.transaction((inner) => enrol(inner, event, joinInput.parse({ nickname, consentVersion: 1, introduction: null }), null));
      people.push(person.id);
    }
    script.candidates = async () => {
      const rows: { id: string }[] = await tx.query('SELECT id FROM participant WHERE event_id = $1', [event.id]);
      await new Promise<void>((done) => { end = done; });
      return { people: rows.map(({ id }) => ({ id: name(id), candidates: [] })) };
    };
    served = await serveDoor(room.doors[0], room.database, { script });
    requester = new Requester(room.doors[0]).listen();
  });
  afterEach(async () => {
    finish();
    await requester.close();
    await served.close();
    await room.database.reader.query('DELETE FROM match_request; DELETE FROM dead_letter');
  });
  afterAll(() => room.close());

  const name = (id: string): string => pseudonym(event.pseudonymKey, id);
  const ask = async (id: string): Promise<void> => {
    await requester.ask(id, { data: { eventId: event.id } }, 'match.candidates');
    await waitFor('it is worked on', () => end !== undefined);
  };
  const finish = (): void => { const done = end; end = undefined; done?.(); };
  const named = (id: string): string[] => requester.of(id).flatMap((result) => (result.status === 'done' ? (result.result as { people: { id: string }[] }).people.map((one) => one.id) : []));

  it('whoever is erased while a request is worked on is not in its result: it is done again without them', async () => {
    await ask('q1');
    await room.database.transaction((tx) => eraseParticipant(tx, event, people[0], name(people[0])));
    finish();
    await waitFor('it is worked on again', () => end !== undefined || requester.of('q1').length > 0);
    finish();
    await waitFor('the result', () => requester.of('q1').length === 1);
    expect(named('q1')).toEqual([name(people[1])]);
  });

  it('a result waits for somebody who is being erased just now', async () => {
    await ask('q1');
    await room.database.transaction(async (tx) => {
      await eraseParticipant(tx, event, people[0], name(people[0]));
      finish();
      await waitFor('the result to wait, or to be stored', async () =>
        (await room.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR KEY SHARE%' UNION ALL SELECT 1 FROM match_request WHERE id = 'q1'")).length > 0);
    });
    await waitFor('it is worked on again', () => end !== undefined || requester.of('q1').length > 0);
    finish();
    await waitFor('the result', () => requester.of('q1').length === 1);
    expect(named('q1')).toEqual([name(people[1])]);
  });

  it('an event that is erased, or no longer allows the service, while a request about it is worked on gives no result', async () => {
    await ask('q1');
    await room.database.reader.getRepository('event').update({ id: event.id }, { services: [] });
    finish();
    await waitFor('the refusal', () => requester.of('q1').length === 1);
    await room.database.reader.getRepository('event').update({ id: event.id }, { services: ['library'] });
    await ask('q2');
    await eraseEvent(room.database, event.id, 'organiser');
    finish();
    await waitFor('the refusal', () => requester.of('q2').length === 1);
    expect([...requester.of('q1'), ...requester.of('q2')]).toMatchObject(Array(2).fill({ status: 'rejected', problem: { code: 'match.not_allowed' } }));
  });
});
