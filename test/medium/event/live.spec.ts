import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import fc from 'fast-check';
import type { ConsoleState, HttpAnswers, LiveEvent, LiveWelcome, PhoneState, StreamId } from '@tsunagu/contracts';
import { LiveGateway } from '../../../apps/event/src/proposals-out/live.gateway.js';
import { TailLogService } from '../../../apps/event/src/proposals-out/tail-log.service.js';
import { startEventApp } from '../../../apps/event/src/start-event-app.js';
import { Caller, join, makeEvent, startTestEventApp, type EventApp } from '../../helpers/event-app.js';
import { followConsole, followPhone, followWall, type LiveClient } from '../../helpers/live-client.js';
import { waitFor } from '../../helpers/wait-for.js';

type Person = Caller & { id: string; eventId: string };
let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
});
beforeEach(async () => { event = await makeEvent(organiser); });
afterAll(() => app.close());

const clients: { cut(): void }[] = [];
const open = async <S>(client: Promise<LiveClient<S>>): Promise<LiveClient<S>> => {
  const opened = await client;
  clients.push(opened);
  return opened;
};
afterEach(() => { for (const client of clients.splice(0)) client.cut(); });

const dial = async (caller: Caller): Promise<Socket> => {
  const socket = io(app.origin, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { cookie: caller.cookieHeader } });
  await new Promise<void>((resolve, reject) => { socket.on('connect', resolve); socket.on('connect_error', reject); });
  return socket;
};

/** The introduction's text is fetched, never pushed. */
const withoutText = ({ me, ...state }: PhoneState): unknown => ({ ...state, me: { ...me, introduction: { ...me.introduction, text: undefined } } });

describe('pushes', () => {
  it('arrive on every page without a reload, numbered without a gap', async () => {
    const me = await join(app, event.joinCode, { nickname: 'わたし' });
    const [phone, board, wall] = [await open(followPhone(me)), await open(followConsole(organiser, event.id)), await open(followWall(app.visitor(), event.wallSecret))];
    await me.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    const other = await join(app, event.joinCode, { nickname: 'もうひとり' });
    await other.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    await waitFor('the phone to show its tag', () => phone.state.statements.some((one) => one.label === '溶接'));
    await waitFor('the board to show the newcomer', () => board.state.people.some((person) => person.nickname === 'もうひとり'));
    await waitFor('the wall to count and to show a tag that two people have', () => wall.state.room.counts.joined === 2 && wall.state.room.cloud.some((word) => word.label === '溶接' && word.count === 2));
    for (const client of [phone, board, wall]) {
      const last = new Map<string, number>();
      for (const { stream, seq } of client.received) {
        // at least once: a repeat is dropped by its number, a gap would be a loss
        if (last.has(stream)) expect(seq).toBeLessThanOrEqual(last.get(stream)! + 1);
        last.set(stream, Math.max(seq, last.get(stream) ?? 0));
      }
    }
  });

  it('of the room’s numbers do not wait for an event that cannot be summed up', async () => {
    const events = [await makeEvent(organiser), await makeEvent(organiser)];
    const [bad, good] = events.sort((a, b) => (a.id < b.id ? -1 : 1)); // looked at in this order
    await app.database.reader.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.id = '${bad.id}' THEN RAISE 'refused'; END IF; RETURN new; END $$`);
    await app.database.reader.query('CREATE TRIGGER refuse BEFORE UPDATE OF room ON event FOR EACH ROW EXECUTE FUNCTION refuse()');
    const walls = [await open(followWall(app.visitor(), bad.wallSecret)), await open(followWall(app.visitor(), good.wallSecret))];
    for (const { joinCode } of [bad, good]) await join(app, joinCode);
    await waitFor('the other event to be counted', () => walls[1].state.room.counts.joined === 1, 10);
    expect(walls[0].state.room.counts.joined).toBe(0);
    await app.database.reader.query('DROP FUNCTION refuse CASCADE');
    await waitFor('the event itself, once it can be', () => walls[0].state.room.counts.joined === 1);
  });

  it('show words that no concept names as they were written', async () => {
    const wall = await open(followWall(app.visitor(), event.wallSecret));
    const add = async (nickname: string) => (await join(app, event.joinCode, { nickname })).call('addTag', { eventId: event.id }, { label: 'Moss Gardens', kind: 'interest' });
    for (const nickname of ['ひとり', 'ふたり']) await add(nickname);
    // As tags of an introduction are kept: words of no concept by what they fold to.
    await app.database.source.query(`UPDATE statement SET concept = 'mossgardens' WHERE event_id = $1`, [event.id]);
    await add('さんにん');
    await waitFor('the wall to count all', () => wall.state.room.counts.tagged === 3);
    expect(wall.state.room.cloud).toEqual([expect.objectContaining({ label: 'Moss Gardens', count: 3 })]);
  });

  it('show a word by the own name of its concept, with its English one, whatever most people call it', async () => {
    const wall = await open(followWall(app.visitor(), event.wallSecret));
    const add = async (nickname: string, label: string) => (await join(app, event.joinCode, { nickname })).call('addTag', { eventId: event.id }, { label, kind: 'interest' });
    for (const [nickname, label] of [['一', '花を育てる人'], ['二', '花を育てる人'], ['三', 'ガーデニング']] as const) await add(nickname, label);
    await app.database.source.query(`UPDATE statement SET concept = '園芸', en = CASE label WHEN 'ガーデニング' THEN 'gardening' END WHERE event_id = $1`, [event.id]);
    await add('四', '溶接');
    await waitFor('the wall to count all', () => wall.state.room.counts.tagged === 4);
    expect(wall.state.room.cloud).toEqual([{ label: '園芸', en: 'gardening', kind: 'interest', count: 3 }]);
  });

  it('show a word by what the organiser calls it, where somebody says that or one of its spellings', async () => {
    const wall = await open(followWall(app.visitor(), event.wallSecret));
    const word = (label: string, spellings: string[], refused = false) => app.database.source.query('INSERT INTO event_word (event_id, label, spellings, refused) VALUES ($1, $2, $3, $4)', [event.id, label, spellings, refused]);
    await word('花壇づくり', ['花を育てる人']);
    await word('庭', ['ガーデニング'], true);
    const add = async (nickname: string, label: string) => (await join(app, event.joinCode, { nickname })).call('addTag', { eventId: event.id }, { label, kind: 'interest' });
    for (const [nickname, label] of [['一', '花を育てる人'], ['二', 'ガーデニング']] as const) await add(nickname, label);
    await app.database.source.query(`UPDATE statement SET concept = '園芸', en = 'gardening' WHERE event_id = $1`, [event.id]);
    await add('三', '溶接');
    await waitFor('the wall to count all', () => wall.state.room.counts.tagged === 3);
    expect(wall.state.room.cloud).toEqual([expect.objectContaining({ label: '花壇づくり', count: 2 })]);
  });

  it('show a word that has no English name as most people call it', async () => {
    const wall = await open(followWall(app.visitor(), event.wallSecret));
    const add = async (nickname: string, label: string) => (await join(app, event.joinCode, { nickname })).call('addTag', { eventId: event.id }, { label, kind: 'interest' });
    for (const [nickname, label] of [['一', '竹あかり'], ['二', '竹あかり'], ['三', '竹灯り']] as const) await add(nickname, label);
    await app.database.source.query(`UPDATE statement SET concept = '竹灯り' WHERE event_id = $1`, [event.id]);
    await add('四', '溶接');
    await waitFor('the wall to count all', () => wall.state.room.counts.tagged === 4);
    expect(wall.state.room.cloud).toEqual([{ label: '竹あかり', kind: 'interest', count: 3 }]);
  });

  it('show no inner name of what everyday words mean, though a tag typed by hand means the same', async () => {
    const wall = await open(followWall(app.visitor(), event.wallSecret));
    const add = async (nickname: string, label: string) => (await join(app, event.joinCode, { nickname })).call('addTag', { eventId: event.id }, { label, kind: 'interest' });
    for (const nickname of ['一', '二']) await add(nickname, '人手');
    await app.database.source.query(`UPDATE statement SET concept = 'くらし:人手', en = 'helping hands' WHERE event_id = $1`, [event.id]);
    for (const nickname of ['三', '四']) await add(nickname, '溶接');
    await waitFor('the wall to count all', () => wall.state.room.counts.tagged === 4);
    expect(wall.state.room.cloud.map(({ label }) => label)).toEqual(['溶接']);
  });

  it('never carry an introduction', async () => {
    const secret = 'これはだれにも送られない文章です';
    const me = await join(app, event.joinCode, { introduction: secret });
    const [phone, board] = [await open(followPhone(me)), await open(followConsole(organiser, event.id))];
    await me.call('writeIntroduction', { eventId: event.id }, { text: `${secret}、二度目`, basedOn: 1 });
    await waitFor('the new revision', () => phone.state.me.introduction.revision === 2);
    expect(JSON.stringify([phone.received, board.received])).not.toContain('だれにも送られない');
    expect(JSON.stringify(await app.database.reader.query('SELECT * FROM log'))).not.toContain('だれにも送られない');
  });

  it('reach phones at every event process, wherever the change was made', async () => {
    const me = await join(app, event.joinCode);
    const second = await startEventApp({ ...app.settings, PORT: 0 });
    try {
      const there = Object.assign(new Caller(`http://127.0.0.1:${(second.getHttpServer().address() as AddressInfo).port}`), { eventId: event.id });
      for (const [name, value] of me.cookies) there.cookies.set(name, value);
      const [here, other] = [await open(followPhone(me)), await open(followPhone(there))];
      await me.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
      await there.call('addTag', { eventId: event.id }, { label: '木工', kind: 'skill' });
      for (const phone of [here, other]) await waitFor('both tags', () => phone.state.statements.length === 2);
      other.cut();
    } finally {
      await second.close();
    }
  });

  it('missed during a cut are caught up by number, without a snapshot', async () => {
    const me = await join(app, event.joinCode);
    const phone = await open(followPhone(me));
    phone.cut();
    for (const label of ['一', '二', '三']) await me.call('addTag', { eventId: event.id }, { label, kind: 'skill' });
    await phone.connect();
    const { live, fresh } = await phone.settled(withoutText as never);
    expect(live).toEqual(fresh);
    expect(phone.snapshots).toBe(1);
  });

  it('missed by the hundred lead to a snapshot', async () => {
    const me = await join(app, event.joinCode);
    const phone = await open(followPhone(me));
    phone.cut();
    for (let i = 0; i < 110; i++) {
      await me.call('setContact', { eventId: event.id }, { text: `メモ${i}`, shared: false });
      await me.call('setPresence', { eventId: event.id }, { paused: i % 2 === 0 });
    }
    await phone.connect();
    expect(phone.snapshots).toBe(2);
    expect(phone.state.me.contact.text).toBe('メモ109');
  });

  it('of hello go to nobody but its sender before it is mutual', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const [phoneA, phoneB] = [await open(followPhone(a)), await open(followPhone(b))];
    await a.call('sayHello', { eventId: event.id, participantId: b.id });
    await waitFor('the sender to see it', () => phoneA.state.hellos.sent.length === 1);
    expect(phoneB.received.filter((one) => one.type === 'hellos.changed')).toEqual([]);
    await b.call('sayHello', { eventId: event.id, participantId: a.id });
    await waitFor('both to see that it is mutual', () => phoneA.state.hellos.mutual.length === 1 && phoneB.state.hellos.mutual.length === 1);
    await a.call('changeProfile', { eventId: event.id }, { nickname: '新しい名前' });
    await waitFor('the other to see the new name', () => phoneB.state.hellos.mutual[0].nickname === '新しい名前');
  });
});

describe('sockets', () => {
  it.each([
    ['without a token', () => app.visitor(), 'participant', 'access.not_joined'],
    ['with an organiser of another event', () => app.organiser('somebody'), 'console', 'request.not_found'],
  ] as const)('are refused %s', async (_, make, as, code) => {
    const caller = await make();
    const socket = io(app.origin, { transports: ['websocket'], reconnection: false, extraHeaders: { cookie: caller.cookieHeader } });
    try {
      expect(await socket.timeout(5_000).emitWithAck('follow', { as, eventId: event.id, since: {} })).toEqual({ ok: false, behind: false, code, again: false });
    } finally {
      socket.disconnect();
    }
  });

  it('are told to ask again while the database is away, and follow when it is back', async () => {
    const me = await join(app, event.joinCode);
    const { positions } = (await me.call('readPhone', { eventId: event.id })).body;
    const socket = await dial(me);
    const follow = (): Promise<LiveWelcome> => socket.timeout(20_000).emitWithAck('follow', { as: 'participant', eventId: event.id, since: positions });
    const url = new URL(app.settings.DATABASE_URL!);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    try {
      await admin.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS false`);
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
      expect(await follow()).toMatchObject({ ok: false, behind: false, again: true });
    } finally {
      await admin.query(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    await waitFor('the phone to be let in again', async () => (await follow()).ok);
    socket.disconnect();
  });

  it('that go while they are caught up leave no stream followed', async () => {
    const me = await join(app, event.joinCode);
    const { positions } = (await me.call('readPhone', { eventId: event.id })).body;
    const [tail, { server }] = [app.app.get(TailLogService), app.app.get(LiveGateway)];
    const catchUp = jest.spyOn(tail, 'catchUp');
    const runner = app.database.source.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('LOCK TABLE log');
      const socket = await dial(me);
      socket.emit('follow', { as: 'participant', eventId: event.id, since: positions }, () => undefined);
      await waitFor('the phone to be caught up', () => catchUp.mock.calls.length);
      socket.disconnect();
      await waitFor('the phone to have gone', () => server.of('/').sockets.size === 0);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
    expect(await Promise.all(catchUp.mock.results.map(({ value }) => value))).toEqual([false]);
    catchUp.mockRestore();
    expect([[...server.of('/').adapter.rooms.keys()], [...(tail as unknown as { pushed: Map<string, number> }).pushed.keys()]]).toEqual([[], []]);
  });

  it.each<[string, (lost: Person, other: Person) => Promise<{ status: number }>]>([
    ['signed out', (lost) => organiser.call('reissueReturnLink', { eventId: event.id, participantId: lost.id }, { signOut: true })],
    ['removed', (lost) => organiser.call('removePerson', { eventId: event.id, participantId: lost.id })],
    ['made one with another entry', (lost, other) => organiser.call('mergePeople', { eventId: event.id }, { keepId: other.id, dropId: lost.id })],
  ])('that are caught up while their person is %s are cut off, and hear nothing more', async (_, step) => {
    const [lost, other] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const tail = app.app.get(TailLogService);
    const catchUp = tail.catchUp.bind(tail);
    // the cookie is known by now, and no stream is followed yet
    const spied = jest.spyOn(tail, 'catchUp').mockImplementationOnce(async (...asked) => {
      expect((await step(lost, other)).status).toBe(200);
      return catchUp(...asked);
    });
    await expect(followPhone(lost)).rejects.toThrow('disconnected');
    spied.mockRestore();
  });

  it('that read nothing are cut off before their backlog grows; others stay', async () => {
    const [slow, quick] = [await open(followPhone(await join(app, event.joinCode))), await open(followPhone(await join(app, event.joinCode)))];
    const gateway = app.app.get(LiveGateway);
    const stream = Object.keys(slow.snapshot.positions).find((id) => id.startsWith('participant:')) as StreamId;
    const [id] = gateway.server.of('/').adapter.rooms.get(stream)!;
    const repeated: LiveEvent = { stream: `event:${event.id}`, seq: 0, type: 'erased', payload: {} };
    // none of these is on its way before this turn ends
    for (let i = 0; i < 600; i++) gateway.server.of('/').sockets.get(id)!.emit('live', repeated);
    gateway.pushed(repeated);
    await waitFor('the slow reader to be cut off', () => !slow.isUp);
    expect(quick.isUp).toBe(true);
  });

  it('of a closed event are sent nothing that was told before: a snapshot leaves the tags of others out', async () => {
    const me = await join(app, event.joinCode);
    const { positions } = (await me.call('readPhone', { eventId: event.id })).body;
    await me.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    const heard: LiveEvent[] = [];
    const follow = async (): Promise<LiveWelcome> => {
      const socket = await dial(me);
      socket.on('live', (one: LiveEvent) => heard.push(one));
      const welcome = await socket.timeout(20_000).emitWithAck('follow', { as: 'participant', eventId: event.id, since: positions });
      socket.disconnect();
      return welcome;
    };
    expect([await follow(), heard.length > 0]).toEqual([{ ok: true }, true]);
    heard.length = 0;
    await organiser.call('changeEvent', { eventId: event.id }, { version: event.version, state: 'closed' });
    expect([await follow(), heard]).toEqual([{ ok: false, behind: true }, []]);
  });

  it('of another site are refused', async () => {
    const socket = io(app.origin, { transports: ['websocket'], reconnection: false, extraHeaders: { origin: 'http://elsewhere.example' } });
    await expect(new Promise((_, reject) => { socket.on('connect', () => reject(new Error('connected'))); socket.on('connect_error', () => reject(new Error('refused'))); })).rejects.toThrow('refused');
    socket.disconnect();
  });
});

describe('a client that gets pushes, cuts and reconnects in any order', () => {
  type Step = { who: 0 | 1 | 2; what: number; with: 0 | 1 | 2 };
  const step: fc.Arbitrary<Step> = fc.record({ who: fc.constantFrom(0, 1, 2), what: fc.nat(11), with: fc.constantFrom(0, 1, 2) });

  const act = async (people: (Caller & { id: string })[], phones: LiveClient<PhoneState>[], board: LiveClient<ConsoleState>, { who, what, with: other }: Step, n: number): Promise<unknown> => {
    const [me, eventId] = [people[who], event.id];
    switch (what) {
      case 0: return me.call('addTag', { eventId }, { label: `タグ${n}`, kind: 'skill' });
      case 1: return me.call('changeProfile', { eventId }, { nickname: `名前${n}` });
      case 2: return me.call('sayHello', { eventId, participantId: people[other].id });
      case 3: return me.call('takeHelloBack', { eventId, participantId: people[other].id });
      case 4: return me.call('setPresence', { eventId }, { paused: n % 2 === 0 });
      case 5: return organiser.call('checkIn', { eventId }, { participantIds: [me.id, people[other].id], here: n % 3 !== 0 });
      case 6: return me.call('writeIntroduction', { eventId }, { text: `自己紹介${n}`, basedOn: phones[who].state.me.introduction.revision });
      case 7: return me.call('addJacket', { eventId }, { title: `データ${n}`, sharing: 'open' });
      case 8: return phones[who].cut();
      case 9: phones[who].cut(); return phones[who].connect();
      case 10: board.cut(); return board.connect();
      default: return join(app, event.joinCode, { nickname: `新${n}` });
    }
  };

  it('ends in the state of a fresh snapshot', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      event = await makeEvent(organiser);
      const people = [await join(app, event.joinCode), await join(app, event.joinCode), await join(app, event.joinCode)];
      const phones = [await open(followPhone(people[0])), await open(followPhone(people[1])), await open(followPhone(people[2]))];
      const board = await open(followConsole(organiser, event.id));
      for (let i = 0; i < steps.length; i += 3) {
        const now = steps.slice(i, i + 3).map((one, j) => ({ one, n: i + j }));
        // changes run at once; one client's cuts and reconnects follow each other
        const cuts = ({ one: { what } }: { one: Step }): boolean => what >= 8 && what <= 10;
        const reconnects = async (): Promise<void> => { for (const { one, n } of now.filter(cuts)) await act(people, phones, board, one, n); };
        await Promise.all([...now.filter((each) => !cuts(each)).map(({ one, n }) => act(people, phones, board, one, n)), reconnects()]);
      }
      for (const phone of phones) {
        phone.cut();
        await phone.connect();
        const { live, fresh } = await phone.settled(withoutText as never);
        expect(live).toEqual(fresh);
      }
      const { live, fresh } = await board.settled();
      expect(live).toEqual(fresh);
      for (const client of clients.splice(0)) client.cut();
    }), { numRuns: 12, endOnFailure: true });
  }, 120_000);
});
