import { HTTP_PATHS, httpPath, PROBLEMS, type HttpAnswers } from '@tsunagu/contracts';
import { RetentionService } from '../../../apps/event/src/own-data/retention.service.js';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';

let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
  event = await makeEvent(organiser);
});
afterAll(() => app.close());

const good = { nickname: 'さくら', consentVersion: 1, introduction: '写真を撮ります。' };
const attempt = (body: object | string | Uint8Array, code = event.joinCode, headers: Record<string, string> = {}) =>
  app.visitor().send('join', httpPath('join', { code }), typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body), headers);
const introduction = (text: string) => ({ ...good, introduction: text });
const people = async (): Promise<number> => (await organiser.call('readConsole', { eventId: event.id })).body.state.people.length;

describe('bad input is refused with a status, a code and a sentence in both languages, and nothing is stored', () => {
  const fields: [string, object, string, string][] = [
    ['an empty introduction', introduction(''), 'introduction', 'intro.empty'],
    ['blanks only', introduction(' 　\n\t '), 'introduction', 'intro.empty'],
    ['invisible characters only', introduction('\u200B\u200D\uFEFF'), 'introduction', 'intro.empty'],
    ['1,001 graphemes', introduction('あ'.repeat(1_001)), 'introduction', 'intro.too_long'],
    ['4,001 units in 900 graphemes', introduction('👨‍👩‍👧‍👦'.repeat(311) + 'あ'.repeat(589)), 'introduction', 'intro.too_many_units'],
    ['NUL', introduction('a\u0000b'), 'introduction', 'intro.control_character'],
    ['a lone surrogate', introduction('a\uD800b'), 'introduction', 'intro.ill_formed'],
    ['100,000 times the letter a (with the body limit raised it would be too long)', introduction('a'.repeat(5_000)), 'introduction', 'intro.too_long'],
    ['zalgo', introduction(`こ${'\u0301'.repeat(40)}んにちは`), 'introduction', 'intro.too_many_marks'],
    ['no nickname', { consentVersion: 1 }, 'nickname', 'text.empty'],
    ['a nickname of 31 characters', { ...good, nickname: 'な'.repeat(31) }, 'nickname', 'text.too_long'],
    ['missing consent', { nickname: 'さくら' }, 'consentVersion', 'join.consent_missing'],
    ['an unknown field', { ...good, admin: true }, 'admin', 'field.unknown'],
    ['an unknown field inside a field', { ...good, shows: { skill: true, interest: true, seeking: true, data: true, all: true } }, 'shows.all', 'field.unknown'],
    ['an unknown sector', { ...good, sector: 'king' }, 'sector', 'field.invalid'],
    ['six data jackets', { ...good, jackets: Array.from({ length: 6 }, () => ({ title: 'データ', sharing: 'open' })) }, 'jackets', 'jacket.too_many'],
  ];
  it.each(fields)('%s', async (_, body, field, code) => {
    const before = await people();
    const { status, problem, headers } = await attempt(body);
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem.code).toBe('request.invalid');
    const found = problem.errors!.find((one) => one.field === field)!;
    expect(found.code).toBe(code);
    expect(found.ja).toMatch(/[ぁ-ん]/);
    expect(found.en).toMatch(/[a-z]/);
    expect(await people()).toBe(before);
  });

  const requests: [string, () => Promise<{ status: number; problem: { code: string; ja: string; en: string } }>, number, string][] = [
    ['1 MB', () => attempt(introduction('あ'.repeat(350_000))), 413, 'request.too_large'],
    ['100,000 times the letter a', () => attempt(introduction('a'.repeat(100_000))), 413, 'request.too_large'],
    ['bytes that are not UTF-8', () => attempt(Buffer.from([...Buffer.from('{"nickname":"'), 0xff, 0xfe, ...Buffer.from('"}')])), 400, 'request.malformed'],
    ['half a JSON text', () => attempt('{"nickname":'), 400, 'request.malformed'],
    ['a body that is not JSON', () => attempt('nickname=a', event.joinCode, { 'content-type': 'text/plain' }), 415, 'request.not_json'],
    ['a form of another site', () => attempt(good, event.joinCode, { origin: 'http://elsewhere.example' }), 403, 'request.foreign_origin'],
    ['nothing, without the header that says whose page it comes from', () => fetch(`${app.origin}/api/v1${HTTP_PATHS.signOut[1]}`, { method: HTTP_PATHS.signOut[0] }).then(async (answer) => ({ status: answer.status, problem: await answer.json() as { code: string; ja: string; en: string } })), 403, 'request.no_header'],
    ['a wrong code', () => attempt(good, 'ZZZZZZZZ'), 404, 'join.unknown_code'],
    ['a code that is none', () => attempt(good, '\0'), 404, 'join.unknown_code'],
    ['a login name with a NUL', () => app.visitor().call('signIn', {}, { login: 'aya\0', password: 'x' }), 422, 'request.invalid'],
    ['a list with an introduction that grows by being composed', () => organiser.call('registerPeople', { eventId: event.id }, { consentVersion: 1, people: [{ nickname: 'さくら', introduction: '\u{1D160}'.repeat(700) }] }), 422, 'request.invalid'],
    ['a NUL where no schema looks for it', () => organiser.call('changeEvent', { eventId: event.id }, { version: event.version, rules: { themes: [{ id: 'a', title: 'NUL\0' }] } }), 400, 'request.malformed'],
    ['a NUL in an address', () => app.visitor().call('readWall', { secret: '\0' }), 400, 'request.malformed'],
    ['a consent text that is no longer valid', () => attempt({ ...good, consentVersion: 99 }), 409, 'join.consent_outdated'],
  ];
  it.each(requests)('%s', async (_, send, status, code) => {
    const answer = await send();
    expect({ status: answer.status, code: answer.problem.code }).toEqual({ status, code });
    expect(answer.problem.ja).toMatch(/[ぁ-ん]/);
    expect(answer.problem.en).toMatch(/[a-z]/);
  });

  it('a range of team sizes that is upside down, or a team of one', async () => {
    const make = async (min: number, max: number) => (await organiser.call('createEvent', {}, { recipe: 'ideathon', title: '幅', heldOn: '2026-12-01', teamSize: { min, max } })).problem.errors![0];
    expect(await make(5, 3)).toMatchObject({ field: 'teamSize', code: 'event.size_range', ja: expect.stringMatching(/最小/), en: expect.stringMatching(/smallest/) });
    expect(await make(1, 3)).toMatchObject({ field: 'teamSize.min', code: 'field.invalid' });
  });

  it('a closed event', async () => {
    const closed = await makeEvent(organiser);
    await organiser.call('changeEvent', { eventId: closed.id }, { version: closed.version, state: 'closed' });
    const { status, problem } = await attempt(good, closed.joinCode);
    expect([status, problem.code]).toEqual([403, 'join.closed']);
  });

  it('a full event', async () => {
    const small = await makeEvent(organiser, { capacity: 2 });
    await join(app, small.joinCode);
    await join(app, small.joinCode);
    const { status, problem } = await attempt(good, small.joinCode);
    expect([status, problem.code]).toEqual([403, 'join.full']);
    expect(problem.ja).toContain('2');
  });

  it('a full event stays full when the last seat is asked for many times at once', async () => {
    const small = await makeEvent(organiser, { capacity: 2 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt(good, small.joinCode)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(2);
  });
});

describe('harmless but hostile text is stored as it is and shown inert', () => {
  it.each([
    ['a script element', '<script>alert(1)</script>写真が得意です', '<script>alert(1)</script>写真が得意です'],
    ['a right-to-left override, which is taken out', '写真\u202Eが得意です', '写真が得意です'],
    ['decomposed kana, stored composed', '\u30C6\u3099ータ分析', 'データ分析'],
    ['prototype pollution in a string', '__proto__ {{7*7}} =cmd()', '__proto__ {{7*7}} =cmd()'],
  ])('%s', async (_, text, stored) => {
    const person = await join(app, event.joinCode, { introduction: text });
    expect((await person.call('readPhone', { eventId: event.id })).body.state.me.introduction.text).toBe(stored);
  });

  it('exactly 1,000 graphemes are welcome', async () => {
    const person = await join(app, event.joinCode, { introduction: 'あ'.repeat(1_000) });
    expect((await person.call('readPhone', { eventId: event.id })).body.state.me.introduction.text).toHaveLength(1_000);
  });
});

describe('a repeated request', () => {
  it('sent twenty times at once with one Idempotency-Key makes one person, whose every browser comes in', async () => {
    const before = await people();
    const send = () => attempt({ ...good, nickname: '一度だけ' }, event.joinCode, { 'idempotency-key': 'twenty-times' });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
    expect(answers.filter((answer) => answer.status === 409).every((answer) => answer.problem.code === 'request.in_progress' && answer.headers.get('retry-after'))).toBe(true);
    const again = app.visitor();
    const late = await again.send('join', httpPath('join', { code: event.joinCode }), JSON.stringify({ ...good, nickname: '一度だけ' }), { 'idempotency-key': 'twenty-times' });
    expect(late.status).toBe(201);
    expect(new Set([...answers, late].filter((answer) => answer.status === 201).map((answer) => answer.body.participantId)).size).toBe(1);
    expect(await people()).toBe(before + 1);
    expect((await again.call('readPhone', { eventId: event.id })).status).toBe(200);
  });

  it('is refused where the key comes back with other content', async () => {
    await attempt(good, event.joinCode, { 'idempotency-key': 'other-content' });
    const { status, problem } = await attempt({ ...good, nickname: '別人' }, event.joinCode, { 'idempotency-key': 'other-content' });
    expect([status, problem.code]).toEqual([422, 'request.key_reused']);
  });

  it('is forgotten after a day, and with whom its answer is about', async () => {
    const keyed = (key: string) => ({ 'idempotency-key': key });
    const send = async (key: string) => (await attempt({ ...good, nickname: key }, event.joinCode, keyed(key))).body.participantId;
    const [old, young] = [await send('a-day-old'), await send('young')];
    const kept = async (): Promise<string[]> => (await app.database.reader.query("SELECT answer ->> 'participantId' AS id FROM answered_request")).map(({ id }: { id: string }) => id);
    expect(await kept()).toEqual(expect.arrayContaining([old, young]));
    await app.database.reader.query("UPDATE answered_request SET at = now() - interval '25 hours' WHERE answer ->> 'participantId' = $1", [old]);
    await app.app.get(RetentionService).eraseDue();
    expect(await kept()).not.toContain(old);
    expect(await kept()).toContain(young);
    await organiser.call('removePerson', { eventId: event.id, participantId: young });
    expect(await kept()).not.toContain(young);
  });

  it('that brings or answers a secret leaves nothing behind, and is worked on again', async () => {
    const key = { 'idempotency-key': 'a-secret' };
    const rows = async (): Promise<number> => (await app.database.reader.query('SELECT 1 FROM answered_request')).length;
    const before = await rows();
    const login = { login: 'organiser', password: 'とても長い合言葉です' };
    expect((await organiser.call('setPassword', {}, { password: login.password }, key)).status).toBe(200);
    for (const browser of [app.visitor(), app.visitor()]) {
      expect((await browser.call('signIn', {}, login, key)).status).toBe(200);
      expect((await browser.call('readOrganiser', {})).body.login).toBe('organiser');
    }
    const add = async () => (await organiser.call('addMember', { eventId: event.id }, { login: 'newcomer', role: 'viewer' }, key)).body.loginUrl;
    const [first, second] = [await add(), await add()];
    expect(second).not.toBe(first);
    expect((await app.visitor().call('useLoginLink', {}, { token: second!.split('#')[1] }, key)).status).toBe(200);
    expect(await rows()).toBe(before);
  });

  it('of somebody who was signed out since lets nobody in as them', async () => {
    const keyed = { 'idempotency-key': 'signed-out' };
    const asked = { ...good, nickname: '失くしたひと' };
    const joining = async (browser = app.visitor()) => (await browser.call('join', { code: event.joinCode }, asked, keyed)).body.participantId;
    const lost = app.visitor();
    const participantId = await joining(lost);
    const at = { eventId: event.id, participantId };
    const secret = (await organiser.call('reissueReturnLink', at, {})).body.url.split('#')[1];
    const back = () => lost.call('comeBack', {}, { secret }, keyed);
    expect([(await back()).status, (await back()).headers.get('idempotent-replayed')]).toEqual([200, null]);
    await organiser.call('reissueReturnLink', at, { signOut: true });
    expect((await lost.call('readPhone', { eventId: event.id })).status).toBe(401);
    expect((await back()).problem.code).toBe('access.link_used');
    expect(await joining()).not.toBe(participantId);
    expect((await lost.call('readPhone', { eventId: event.id })).status).toBe(401);
  });

  it('is the same request by its key and its content, also once its answer is forgotten', async () => {
    const joining = async (fields: object) => (await attempt({ ...good, ...fields }, event.joinCode, { 'idempotency-key': 'forgotten' })).body.participantId;
    const first = await joining({ nickname: 'はじめのひと' });
    await app.database.reader.query('DELETE FROM answered_request');
    const other = await joining({ nickname: 'べつのひと' });
    expect(other).not.toBe(first);
    await app.database.reader.query('DELETE FROM answered_request');
    const before = await people();
    expect([await joining({ nickname: 'はじめのひと' }), await people()]).toEqual([first, before]);
  });

  it('may be corrected and sent again with the same key after it was refused', async () => {
    expect((await attempt(introduction(''), event.joinCode, { 'idempotency-key': 'corrected' })).status).toBe(422);
    expect((await attempt(good, event.joinCode, { 'idempotency-key': 'corrected' })).status).toBe(201);
  });
});

it('every problem has a status and a sentence in both languages', () => {
  for (const [status, ja, en] of Object.values(PROBLEMS)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(ja).toMatch(/[ぁ-んァ-ン]/);
    expect(en).toMatch(/[A-Z]/);
  }
});
