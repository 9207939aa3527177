import { io } from 'socket.io-client';
import { HTTP_PATHS, type HttpAnswers, type HttpName, type LiveHello, type LiveWelcome } from '@tsunagu/contracts';
import { addLoginLink, ensureOrganiser, hashToken, makeToken } from '@tsunagu/storage';
import { Caller, join, makeEvent, startTestEventApp, type EventApp } from '../../helpers/event-app.js';
import { waitFor } from '../../helpers/wait-for.js';

let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let foreign: HttpAnswers['createEvent'];
let stranger: Caller;
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser('aya');
  stranger = await app.organiser('ben');
  event = await makeEvent(organiser);
  foreign = await makeEvent(stranger);
});
afterAll(() => app.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
const OPEN: HttpName[] = ['readJoinPage', 'join', 'comeBack', 'signIn', 'useLoginLink', 'readWall'];
const named = Object.keys(HTTP_PATHS) as HttpName[];
const withEvent = named.filter((name) => HTTP_PATHS[name][1].includes(':eventId'));
const address = (name: HttpName, eventId: string): string => `/api/v1${HTTP_PATHS[name][1].replace(':eventId', eventId).replace(/:\w+/g, NOBODY)}`;
const attempt = (caller: Caller, name: HttpName, eventId: string) => caller.send(name, address(name, eventId), HTTP_PATHS[name][0] === 'GET' ? undefined : '{}');

describe('whoever has no token', () => {
  it.each(named.filter((name) => !OPEN.includes(name)))('cannot call %s', async (name) => {
    expect((await attempt(app.visitor(), name, event.id)).status).toBe(401);
  });
});

describe("another event's object does not exist", () => {
  it.each(withEvent)('%s of a foreign event answers 404 to its organiser and 401 to a participant', async (name) => {
    const asOrganiser = await attempt(organiser, name, foreign.id);
    const participant = await join(app, event.joinCode);
    const asParticipant = await attempt(participant, name, foreign.id);
    expect([asOrganiser.status, asParticipant.status].every((status) => status === 401 || status === 404)).toBe(true);
  });

  it("a foreign participant's id is nobody, for participants and organisers", async () => {
    const me = await join(app, event.joinCode);
    const other = await join(app, foreign.joinCode);
    expect((await me.call('readPerson', { eventId: event.id, participantId: other.id })).status).toBe(404);
    expect((await me.call('sayHello', { eventId: event.id, participantId: other.id })).status).toBe(404);
    expect((await organiser.call('readIntroduction', { eventId: event.id, participantId: other.id })).status).toBe(404);
    expect((await organiser.call('removePerson', { eventId: event.id, participantId: other.id })).status).toBe(404);
    expect((await organiser.call('mergePeople', { eventId: event.id }, { keepId: me.id, dropId: other.id })).status).toBe(404);
    expect((await other.call('readPhone', { eventId: foreign.id })).status).toBe(200);
  });

  it("checking in a foreign participant's id changes nobody", async () => {
    const other = await join(app, foreign.joinCode);
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [other.id], here: true });
    expect((await other.call('readPhone', { eventId: foreign.id })).body.state.me.here).toBe(false);
  });

  it("somebody else's tag or jacket cannot be changed", async () => {
    const [me, other] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const { body } = await other.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    expect((await me.call('changeTag', { eventId: event.id, tagId: body.statement.id }, { removed: true })).status).toBe(404);
  });
});

describe('organisers', () => {
  it('sign in with a password that they set after a one-time link, and sign out', async () => {
    const caller = await app.organiser('carol');
    expect((await caller.call('setPassword', {}, { password: 'とても長い合言葉です' })).status).toBe(200);
    const elsewhere = app.visitor();
    expect((await elsewhere.call('signIn', {}, { login: 'carol', password: 'wrong-password' })).problem.code).toBe('access.wrong_password');
    expect((await elsewhere.call('signIn', {}, { login: 'carol', password: 'とても長い合言葉です' })).status).toBe(200);
    expect((await elsewhere.call('readOrganiser', {})).body).toMatchObject({ login: 'carol', hasPassword: true });
    const [{ password_hash: keptAs }] = await app.database.reader.query("SELECT password_hash FROM organiser WHERE login = 'carol'");
    expect(keptAs).toMatch(/^\$argon2id\$/);
    const kept = new Caller(app.origin);
    for (const [name, value] of elsewhere.cookies) kept.cookies.set(name, value);
    await elsewhere.call('signOut', {});
    expect((await kept.call('readOrganiser', {})).status).toBe(401);
  });

  it('who change their password end their other sessions and the links that nobody has used, and stay signed in', async () => {
    const [here, elsewhere] = [await app.organiser('dora'), await app.organiser('dora')];
    const token = makeToken();
    await addLoginLink(app.database.reader, (await here.call('readOrganiser', {})).body.id, hashToken(token), new Date(Date.now() + 60_000));
    await here.call('setPassword', {}, { password: 'とても長い合言葉です' });
    expect((await here.call('readOrganiser', {})).status).toBe(200);
    expect((await elsewhere.call('readOrganiser', {})).status).toBe(401);
    expect((await app.visitor().call('useLoginLink', {}, { token })).problem.code).toBe('access.link_used');
  });

  it('are signed out who do nothing for a day; what has ended is forgotten when somebody signs in', async () => {
    const caller = await app.organiser('emil');
    const key = hashToken(caller.cookies.get('tsunagu_organiser')!);
    const idle = (hours: number) => app.database.reader.query('UPDATE organiser_session SET seen_at = now() - make_interval(hours => $2) WHERE token_hash = $1', [key, hours]);
    const kept = async () => (await app.database.reader.query('SELECT 1 FROM organiser_session WHERE token_hash = $1', [key])).length;
    await idle(23);
    expect((await caller.call('readOrganiser', {})).status).toBe(200);
    await idle(25);
    expect((await caller.call('readOrganiser', {})).status).toBe(401);
    const { id } = await ensureOrganiser(app.database.reader, 'emil');
    const [outdated, awaited] = ['outdated', 'awaited'].map(hashToken);
    await addLoginLink(app.database.reader, id, outdated, new Date(Date.now() - 1_000));
    await addLoginLink(app.database.reader, id, awaited, new Date(Date.now() + 60_000));
    expect(await kept()).toBe(1);
    await app.organiser('fritz');
    expect(await kept()).toBe(0);
    const links: { token_hash: string; used_at: Date | null }[] = await app.database.reader.query('SELECT token_hash, used_at FROM login_link');
    expect(links.filter(({ used_at: usedAt }) => usedAt).length).toBeLessThanOrEqual(1);
    expect([outdated, awaited].map((hash) => links.some((link) => link.token_hash === hash))).toEqual([false, true]);
  });

  it('cannot tell an unknown login name from a wrong password', async () => {
    const { status, problem } = await app.visitor().call('signIn', {}, { login: 'nobody-of-that-name', password: 'wrong-password' });
    expect([status, problem.code]).toEqual([401, 'access.wrong_password']);
  });
});

describe('limits', () => {
  let strict: EventApp;
  let room: HttpAnswers['createEvent'];
  beforeAll(async () => {
    // 12 requests a token, 120 an address, 3 wrong codes, 6 times the numbers
    strict = await startTestEventApp({ RATE_LIMIT_FACTOR: '0.1', TRUST_PROXY: 'true', PUBLIC_URL: 'https://tsunagu.example' });
    room = await makeEvent(await strict.organiser());
  });
  afterAll(() => strict.close());

  it('refuse a row of wrong join codes from one address, with the time to wait', async () => {
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await strict.visitor().call('readJoinPage', { code: `AAAA000${i}` }));
    expect(answers[0].problem.code).toBe('join.unknown_code');
    expect(answers.at(-1)!.problem.code).toBe('request.too_many');
    expect(answers.at(-1)!.problem.ja).toContain(`${answers.at(-1)!.headers.get('retry-after')}秒`);
    expect((await strict.visitor().call('readJoinPage', { code: room.joinCode })).status).toBe(200);
  });

  it('refuse a row of passwords for one login name, and a row of links, from one address', async () => {
    const from = (host: number) => ({ 'x-forwarded-for': `203.0.113.${host}` });
    const signIn = async (login: string) => (await strict.visitor().call('signIn', {}, { login, password: 'wrong-password' }, from(1))).problem.code;
    expect([await signIn('gen'), await signIn('gen'), await signIn('hal')]).toEqual(['access.wrong_password', 'request.too_many', 'access.wrong_password']);
    const useLink = async (host: number) => (await strict.visitor().call('useLoginLink', {}, { token: 'a-link-that-nobody-has-made' }, from(host))).problem.code;
    expect([await useLink(2), await useLink(2), await useLink(3)]).toEqual(['access.link_used', 'request.too_many', 'access.link_used']);
  });

  it('of sockets: small messages, and a token follows so often and no more, however many sockets it opens', async () => {
    const person = await join(strict, room.joinCode);
    const open = () => io(strict.origin, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { cookie: person.cookieHeader } });
    const sockets = [open(), open(), open()];
    try {
      const codes: (string | undefined)[] = [];
      for (let i = 0; i < 5; i++) for (const socket of sockets) {
        const welcome: LiveWelcome = await socket.timeout(5_000).emitWithAck('follow', { as: 'participant', eventId: room.id, since: {} });
        codes.push('code' in welcome ? welcome.code : undefined);
        // the page comes back by itself
        if ('code' in welcome) expect(welcome.again).toBe(true);
      }
      expect(codes).toEqual([...Array<undefined>(12).fill(undefined), ...Array<string>(3).fill('request.too_many')]);
      const cut = new Promise((resolve) => { sockets[0].on('disconnect', resolve); });
      sockets[0].emit('follow', { as: 'wall', secret: 'a'.repeat(20_000) });
      expect(await cut).toBe('transport close');
    } finally {
      for (const socket of sockets) socket.disconnect();
    }
  });

  it('count the address of whoever tries tokens or the wall’s secret over sockets, however many these are', async () => {
    const tries = async (host: number, follow: LiveHello, times: number): Promise<string[]> => {
      const socket = io(strict.origin, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { cookie: `tsunagu_p_${room.id}=guess`, 'x-forwarded-for': `203.0.113.${host}` } });
      try {
        return await Promise.all(Array.from({ length: times }, async () => {
          const welcome: LiveWelcome = await socket.timeout(5_000).emitWithAck('follow', follow);
          return 'code' in welcome ? `${welcome.code} ${welcome.again}` : 'let in';
        }));
      } finally {
        socket.disconnect();
      }
    };
    const follows: [string, LiveHello][] = [['access.not_joined', { as: 'participant', eventId: room.id }], ['request.not_found', { as: 'wall', secret: 'guess' }]];
    for (const [at, [code, follow]] of follows.entries()) {
      for (let sockets = 0; sockets < 10; sockets++) expect(await tries(30 + at, follow, 12)).toEqual(Array(12).fill(`${code} false`));
      expect([...await tries(30 + at, follow, 1), ...await tries(40 + at, follow, 1)]).toEqual(['request.too_many true', `${code} false`]);
    }
  });

  it('count a token by itself, since a venue shares one address, and the address of whoever has none or a wrong one', async () => {
    const [eager, calm] = [await join(strict, room.joinCode), await join(strict, room.joinCode)];
    const look = (caller: Caller) => caller.call('readPhone', { eventId: room.id });
    for (let i = 0; i < 12; i++) expect((await look(eager)).status).toBe(200);
    expect((await look(eager)).problem.code).toBe('request.too_many');
    expect((await look(calm)).status).toBe(200);
    const guesser = strict.visitor();
    guesser.cookies.set(`tsunagu_p_${room.id}`, 'a-token-that-nobody-has');
    const guesses = await Promise.all(Array.from({ length: 130 }, () => look(guesser)));
    expect(new Set(guesses.map(({ problem }) => problem.code))).toEqual(new Set(['access.not_joined', 'request.too_many']));
    expect((await strict.visitor().call('readJoinPage', { code: room.joinCode })).problem.code).toBe('request.too_many');
    expect((await look(calm)).status).toBe(200);
  });

  it('hold for an address in capitals as well, and for the numbers by who collects them', async () => {
    const from = (host: number) => ({ 'x-forwarded-for': `203.0.113.${host}` });
    const all = async (count: number, path: string, host: number): Promise<number[]> => (await Promise.all(Array.from({ length: count }, () => fetch(strict.origin + path, { headers: { accept: 'application/json', ...from(host) } })))).map(({ status }) => status);
    expect((await all(121, `/API/v1/join/${room.joinCode}`, 20)).filter((status) => status === 429)).toHaveLength(1);
    expect((await all(7, '/Metrics', 21)).sort()).toEqual([...Array<number>(6).fill(200), 429]);
    expect(await all(1, '/metrics', 22)).toEqual([200]);
    for (const [path, host] of [['/health/all', 23], ['/operator/queues', 24]] as const) expect((await all(121, path, host)).filter((status) => status === 429)).toHaveLength(1);
  });

  it('count behind a proxy the address that it names, and keep cookies to https where it speaks that', async () => {
    const { status, headers } = await strict.visitor().call('join', { code: room.joinCode }, { nickname: 'とおく', consentVersion: 1 }, { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https', origin: 'https://tsunagu.example' });
    expect(status).toBe(201);
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    expect(headers.get('strict-transport-security')).toMatch(/max-age/);
  });
});

describe('a change that ends with the event and an event that is closed', () => {
  const waiting = async (sql: string) => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1", [`%${sql}%`])).length;
  /** Holds a row while others come to wait. */
  const held = async (sql: string, id: string, meanwhile: () => Promise<void>): Promise<void> => {
    const runner = app.database.source.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(sql, [id]);
      await meanwhile();
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
  const FREE = { free: true, place: '窓ぎわ' };
  const close = ({ id, version }: HttpAnswers['createEvent']) => organiser.call('changeEvent', { eventId: id }, { version, state: 'closed' });

  it('is refused where it came before the closing and would be done after it', async () => {
    const room = await makeEvent(organiser);
    const me = await join(app, room.joinCode);
    const answers: Promise<{ status: number; problem: { code: string } }>[] = [];
    await held('SELECT 1 FROM event WHERE id = $1 FOR UPDATE', room.id, async () => {
      answers.push(close(room));
      await waitFor('the closing to wait for the row', () => waiting('UPDATE "event"'));
      answers.push(me.call('setFree', { eventId: room.id }, FREE));
      await waitFor('the change to wait for the closing', () => waiting('FROM turn % FOR SHARE'));
    });
    const [closed, free] = await Promise.all(answers);
    expect([closed.status, free.status, free.problem.code]).toEqual([200, 409, 'event.closed']);
  });

  it('is waited for where it has begun', async () => {
    const room = await makeEvent(organiser);
    const me = await join(app, room.joinCode);
    const answers: Promise<{ status: number }>[] = [];
    await held('SELECT 1 FROM participant WHERE id = $1 FOR UPDATE', me.id, async () => {
      answers.push(me.call('setFree', { eventId: room.id }, FREE));
      await waitFor('the change to wait for the row', () => waiting('ParticipantEntity'));
      answers.push(close(room));
      await waitFor('the closing to wait for the change', () => waiting('FROM turn % FOR UPDATE'));
    });
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await me.call('setFree', { eventId: room.id }, FREE)).problem.code).toBe('event.closed');
  });
});

describe('cookies and headers', () => {
  it('keep tokens from scripts and pages from being framed, without forcing https on a local network', async () => {
    const response = await fetch(`${app.origin}/api/v1/join/${event.joinCode}/participants`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ nickname: 'あ', consentVersion: 1 }),
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const { host } = new URL(app.origin);
    const policy = Object.fromEntries(response.headers.get('content-security-policy')!.split(';').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]));
    expect(policy).toEqual({
      'default-src': "'self'", 'script-src': "'self'", 'style-src': "'self'", 'img-src': "'self' data:", 'font-src': "'self'", 'connect-src': `'self' ws://${host} wss://${host}`,
      'object-src': "'none'", 'base-uri': "'none'", 'form-action': "'self'", 'frame-ancestors': "'none'",
    });
    expect((await fetch(`${app.origin}/`)).headers.get('content-security-policy')).toBe(response.headers.get('content-security-policy'));
    expect(response.headers.get('strict-transport-security')).toBeNull();
  });

  it('stores no token that could be used', async () => {
    const person = await join(app, event.joinCode);
    const [token] = person.cookies.values();
    const dump = JSON.stringify(await app.database.reader.query('SELECT * FROM participant_token, return_link'));
    expect(dump).not.toContain(token);
  });
});
