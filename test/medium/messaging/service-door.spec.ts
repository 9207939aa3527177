import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Worker } from 'bullmq';
import { DOOR_QUEUES, streamId } from '@tsunagu/contracts';
import { ForwardEvents, openQueue, openWorker } from '@tsunagu/messaging';
import { append, entry } from '@tsunagu/storage';
import { waitFor } from '../../helpers/wait-for.js';
import { BACKENDS, openEventFor, openRoom, type Room } from './rooms.js';

interface Received { name: string; data: { eventId: string; seq: number; data: { participant: string } } }

describe.each(BACKENDS)('doors of outside services on %s', (backend) => {
  let room: Room;
  let forward: ForwardEvents;
  const readers: Worker[] = [];
  let eventId: string;
  beforeAll(async () => { room = await openRoom(backend); eventId = await openEventFor(room.database, ['library', 'city-hall', 'lost']); });
  beforeEach(async () => {
    await room.emptyQueues();
    await room.database.reader.query('DELETE FROM log; DELETE FROM stream; DELETE FROM position');
    forward = new ForwardEvents(room.doors, room.database, 20);
  });
  afterEach(async () => { await forward.stop(); await Promise.all(readers.splice(0).map((reader) => reader.close())); await emptyDoors(); });
  afterAll(() => room.close());

  const happen = async (participant: string, event = eventId): Promise<void> => {
    await room.database.transaction((tx) => append(tx, event, [entry({ stream: streamId('outside', event), type: 'participant.erased', about: [], payload: () => ({ participant }) })]));
  };
  const subscribe = (door: number): Received[] => {
    const got: Received[] = [];
    readers.push(openWorker(room.doors[door].store, DOOR_QUEUES.events, async (job) => { got.push({ name: job.name, data: job.data }); }));
    return got;
  };
  const emptyDoors = async (): Promise<void> => {
    for (const { store } of room.doors) {
      const queue = openQueue(store, DOOR_QUEUES.events, {}, () => undefined);
      await queue.obliterate({ force: true });
      await queue.close();
    }
  };

  it('a service that was away gets every event once it is back, in order, with the number of each', async () => {
    for (let number = 1; number <= 25; number++) await happen(`p${number}`);
    await forward.forward();
    const got = subscribe(0);
    await waitFor('25 events', () => got.length === 25);
    expect(got.map(({ data }) => data.seq)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(got[0]).toMatchObject({ name: 'participant.erased', data: { version: 1, type: 'participant.erased', eventId, seq: 1, at: expect.any(String), data: { participant: 'p1' } } });
  });

  it('each service has its own copy, and one reading does not take from the other', async () => {
    await happen('p1');
    await forward.forward();
    const [first, second] = [subscribe(0), subscribe(1)];
    await waitFor('both have it', () => first.length === 1 && second.length === 1);
  });

  it('what was forwarded is not forwarded again, by this process or another', async () => {
    await happen('p1');
    const other = new ForwardEvents(room.doors, room.database, 20);
    await Promise.all([forward.forward(), other.forward(), forward.forward()]);
    const got = subscribe(0);
    await waitFor('it arrives', () => got.length === 1);
    await happen('p2');
    await Promise.all([forward.forward(), other.forward()]);
    await forward.forward();
    await waitFor('the second arrives', () => got.length === 2);
    await other.stop();
    expect(got.map(({ data }) => data.data.participant)).toEqual(['p1', 'p2']);
  });

  it('events are forwarded by themselves while it runs', async () => {
    const got = subscribe(0);
    forward.start();
    await happen('p1');
    await waitFor('it arrives', () => got.length === 1);
  });

  it('an erased row moves the position on and is not told', async () => {
    await happen('p1');
    await happen('p2');
    await room.database.reader.query("UPDATE log SET type = 'erased', payload = '{}' WHERE seq = 1");
    await forward.forward();
    const got = subscribe(0);
    await waitFor('the second arrives', () => got.length === 1);
    expect(got[0].data).toMatchObject({ seq: 2, data: { participant: 'p2' } });
  });

  it('a service whose queue cannot be reached keeps no other one waiting, and misses nothing', async () => {
    const lost = { service: 'lost', store: backend === 'Redis' ? { kind: 'redis', url: 'redis://127.0.0.1:1', prefix: 'x' } as const : { kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none', schema: 'x' } as const };
    const both = new ForwardEvents([lost, room.doors[0]], room.database);
    await happen('p1');
    await both.forward();
    const got = subscribe(0);
    await waitFor('the reachable one has it', () => got.length === 1);
    expect(await room.database.reader.query("SELECT 1 FROM position WHERE consumer = 'door:lost'")).toEqual([]);
    await both.stop();
  });

  it('a service hears only of events whose organiser allows it, from the beginning once they do', async () => {
    const other = await openEventFor(room.database, ['city-hall']);
    await happen('p1', other);
    await happen('p2');
    const [library, cityHall] = [subscribe(0), subscribe(1)];
    await forward.forward();
    await waitFor('each has what it may have', () => library.length === 1 && cityHall.length === 2);
    await expect(forward.replay('library', { eventId: other, since: 0 })).rejects.toMatchObject({ code: 'match.not_allowed' });
    await room.database.reader.getRepository('event').update({ id: other }, { services: ['library'] });
    await happen('p3', other);
    await forward.forward();
    await waitFor('library has all of it', () => library.length === 3);
    expect(library.map(({ data }) => data.data.participant)).toEqual(['p2', 'p1', 'p3']);
    expect(cityHall).toHaveLength(2);
  });

  it('events come again from a number on, in order, for the one who asked', async () => {
    for (const who of ['p1', 'p2', 'p3']) await happen(who);
    const [library, cityHall] = [subscribe(0), subscribe(1)];
    await forward.forward();
    await waitFor('both have three', () => library.length === 3 && cityHall.length === 3);
    expect(await forward.replay('library', { eventId, since: 1 })).toEqual({ eventId, since: 1, last: 3 });
    await happen('p4');
    await forward.forward();
    await waitFor('they come again', () => library.length === 6 && cityHall.length === 4);
    expect(library.slice(3).map(({ data }) => data.seq)).toEqual([2, 3, 4]);
  });

  it('who asks for events from a number on that is still to come hears the very next one', async () => {
    await happen('p1');
    const library = subscribe(0);
    expect(await forward.replay('library', { eventId, since: 1_000_000 })).toMatchObject({ last: 1 });
    await happen('p2');
    await forward.forward();
    await waitFor('the next one comes', () => library.length === 1);
    expect(library.map(({ data }) => data.seq)).toEqual([2]);
  });

  it('a subscriber who is away fills its queue to a bound; the rest waits in the log and follows', async () => {
    const small = new ForwardEvents(room.doors, room.database, 20, 5);
    for (let number = 1; number <= 12; number++) await happen(`p${number}`);
    for (let round = 0; round < 3; round++) await small.forward();
    const queue = openQueue(room.doors[0].store, DOOR_QUEUES.events, {}, () => undefined);
    expect(await queue.getWaitingCount()).toBe(5);
    await queue.close();
    const got = subscribe(0);
    small.start();
    await waitFor('all twelve', () => got.length === 12);
    expect(got.map(({ data }) => data.seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    await small.stop();
  });

  it('what lies in a mailbox about somebody who is erased is taken back; that they are gone is told', async () => {
    await happen('p1');
    await room.database.transaction((tx) => append(tx, eventId, [entry({ stream: streamId('outside', eventId), type: 'profile.tagged', about: [], payload: () => ({ participant: 'p2', tags: [{ label: '溶接', kind: 'skill', concept: '溶接' }] }) })]));
    await forward.forward();
    await happen('p2');
    await forward.forward();
    const got = subscribe(0);
    await waitFor('two events', () => got.length === 2);
    expect(got.map(({ name, data }) => [name, data.data.participant])).toEqual([['participant.erased', 'p1'], ['participant.erased', 'p2']]);
  });

  it('no two doors share keys or tables', () => {
    const places = room.doors.map(({ store }) => (store.kind === 'redis' ? store.prefix : store.schema));
    expect(new Set([...places, room.options.namespace]).size).toBe(places.length + 1);
    expect(places).toEqual(backend === 'Redis'
      ? ['library', 'city-hall'].map((service) => `${room.options.namespace}-door-${service}`)
      : ['library', 'city_hall'].map((service) => `${room.options.namespace}_door_${service}`));
  });
});
