import type { HttpAnswers, HttpBody, PhoneState } from '@tsunagu/contracts';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { followPhone } from '../../helpers/live-client.js';
import { waitFor } from '../../helpers/wait-for.js';

let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
  event = await makeEvent(organiser);
});
afterAll(() => app.close());

const phone = async (person: Caller): Promise<PhoneState> => (await person.call('readPhone', { eventId: event.id })).body.state;

describe('registering for others', () => {
  const registered = async (people: HttpBody<'registerPeople'>['people'], { again = false, headers = {} }: { again?: boolean; headers?: Record<string, string> } = {}) =>
    (await organiser.call('registerPeople', { eventId: own.id }, { consentVersion: 1, people, again }, headers)).body.people;
  const count = async (): Promise<number> => (await organiser.call('readConsole', { eventId: own.id })).body.state.people.length;
  const LIST = [{ nickname: '佐藤', affiliation: '港の会', introduction: '写真を撮ります。' }, { nickname: '鈴木' }, { nickname: '佐藤', affiliation: '港の会', introduction: '釣りが好きです。' }];
  let own: HttpAnswers['createEvent'];
  beforeEach(async () => { own = await makeEvent(organiser); });

  it('feature 8: the same list again registers nobody, two organisers at once register everybody once, and who is new is added', async () => {
    const answers = await Promise.all([registered(LIST), registered(LIST)]);
    expect(answers.flat().filter(({ known }) => !known)).toHaveLength(3);
    expect(await count()).toBe(3);
    const later = await registered([...LIST, { nickname: '高橋' }]);
    expect(later.map(({ known }) => known)).toEqual([true, true, true, false]);
    expect(later.slice(0, 3).map(({ participantId }) => participantId)).toEqual(answers[0].map(({ participantId }) => participantId));
    expect(await count()).toBe(4);
  });

  it('feature 8: who joined by their own phone is recognised, also before the list tells an introduction; somebody of the same name elsewhere is not', async () => {
    const person = await join(app, own.joinCode, { nickname: '佐藤', affiliation: '港の会', introduction: '写真を撮ります。' });
    expect((await registered([LIST[0], { nickname: ' 佐藤 ', affiliation: '港の会' }])).map(({ participantId }) => participantId)).toEqual([person.id, person.id]);
    expect((await registered([{ nickname: '佐藤', affiliation: '山の会', introduction: '写真を撮ります。' }]))[0].known).toBe(false);
  });

  it('feature 8: wanted again, somebody alike is registered once more, and by the same request only once', async () => {
    await registered(LIST);
    const headers = { 'idempotency-key': 'again' };
    const [first, repeated] = [await registered(LIST, { again: true, headers }), await registered(LIST, { again: true, headers })];
    expect(repeated).toEqual(first);
    expect(await count()).toBe(6);
  });

  it('feature 8: people stand in the order of the list, and the record tells how many were registered, and who where it is one', async () => {
    const list = Array.from({ length: 20 }, (_, place) => ({ nickname: `${(place * 7) % 20}番` }));
    const [first] = await registered(list.slice(0, 1));
    await registered(list);
    await registered(list);
    expect((await organiser.call('readConsole', { eventId: own.id })).body.state.people.map(({ nickname }) => nickname)).toEqual(list.map(({ nickname }) => nickname));
    const { lines } = (await organiser.call('listAudit', { eventId: own.id })).body;
    expect(lines.filter(({ action }) => action === 'people.registered').map(({ actor, subject, detail }) => [actor, subject, detail])).toEqual([['organiser', '', { count: 19 }], ['organiser', first!.participantId, { count: 1 }]]);
  });

  it('feature 8: their sector comes in with them; one that does not exist is refused', async () => {
    await registered([{ nickname: '佐藤', sector: 'npo' }, { nickname: '鈴木', sector: null }]);
    expect((await organiser.call('readConsole', { eventId: own.id })).body.state.people.map(({ sector }) => sector)).toEqual(['npo', null]);
    const { status, problem } = await organiser.call('registerPeople', { eventId: own.id }, { consentVersion: 1, people: [{ nickname: '高橋', sector: 'メディア' as 'npo' }] });
    expect([status, problem.code, problem.errors?.map(({ field }) => field)]).toEqual([422, 'request.invalid', ['people.0.sector']]);
  });

  it('feature 8: beyond the capacity nobody of a request is registered; who is in already needs no room', async () => {
    own = await makeEvent(organiser, { capacity: 3 });
    await registered(LIST);
    expect((await registered(LIST)).every(({ known }) => known)).toBe(true);
    const { problem } = await organiser.call('registerPeople', { eventId: own.id }, { consentVersion: 1, people: [LIST[0], { nickname: '高橋' }] });
    expect(problem.code).toBe('join.full');
    expect(await count()).toBe(3);
  });
});

describe('joining', () => {
  it('feature 2: needs no account, no password and no mail address', async () => {
    const person = await join(app, event.joinCode, { nickname: 'たろう' });
    expect((await phone(person)).me.nickname).toBe('たろう');
  });

  it('takes the code as people type it: small letters, blanks, hyphens, I for 1 and O for 0', async () => {
    const typed = ` ${event.joinCode.slice(0, 4).toLowerCase().replaceAll('1', 'i').replaceAll('0', 'o')}-${event.joinCode.slice(4)}`;
    expect((await app.visitor().call('readJoinPage', { code: typed })).body.event.id).toBe(event.id);
  });

  it('feature 6: says whether somebody has a team or looks for one', async () => {
    const person = await join(app, event.joinCode, { teamWish: 'have_team' });
    expect((await phone(person)).me.teamWish).toBe('have_team');
  });

  it('feature 97: keeps the consent word for word with its version and time', async () => {
    const own = await makeEvent(organiser, { consentText: '名札を作るために使います。' });
    const person = await join(app, own.joinCode);
    const { consents } = (await person.call('downloadMyData', { eventId: own.id })).body as { consents: { text: string; textVersion: number; givenAt: string }[] };
    expect(consents).toMatchObject([{ text: '名札を作るために使います。', textVersion: 1 }]);
    expect(Date.parse(consents[0].givenAt)).not.toBeNaN();
  });

  it('feature 97: the consent text of a new event goes with its title and days, is read in each language, and is kept as it was read', async () => {
    const own = await makeEvent(organiser, { title: '坂の会', retentionDays: 30 });
    const changed = await organiser.call('changeEvent', { eventId: own.id }, { version: own.version, retentionDays: 7, theme: '見守り' });
    expect(changed.body).toMatchObject({ consentVersion: 2, consentText: expect.stringContaining('終了から7日後') });
    const again = await organiser.call('changeEvent', { eventId: own.id }, { version: changed.body.version, theme: '買い物', consentText: changed.body.consentText });
    expect(again.body.consentVersion).toBe(2);
    const { consentText } = (await app.visitor().call('readJoinPage', { code: own.joinCode })).body;
    expect(consentText.en).toMatch(/“坂の会”[\s\S]*7 days/);
    const person = await join(app, own.joinCode, { language: 'yasashii', consentVersion: 2 });
    const { consents } = (await person.call('downloadMyData', { eventId: own.id })).body as { consents: { text: string }[] };
    expect(consents).toMatchObject([{ text: consentText.yasashii }]);
  });

  it('feature 97 and 106: an organiser’s own consent text is read in each language they wrote it in, elsewhere in Japanese, and kept so', async () => {
    const own = await makeEvent(organiser, { consentText: '名札を作るために使います。', consentTranslations: { en: 'For name badges.', yasashii: '' } });
    expect((await app.visitor().call('readJoinPage', { code: own.joinCode })).body.consentText).toEqual({ ja: '名札を作るために使います。', en: 'For name badges.', yasashii: null });
    const agreed = async (language: 'en' | 'yasashii', consentVersion: number) => {
      const person = await join(app, own.joinCode, { language, consentVersion });
      const { consents: [{ text, language: read }] } = (await person.call('downloadMyData', { eventId: own.id })).body as { consents: { text: string; language: string }[] };
      return [text, read];
    };
    expect([await agreed('en', 1), await agreed('yasashii', 1)]).toEqual([['For name badges.', 'en'], ['名札を作るために使います。', 'ja']]);
    const changed = await organiser.call('changeEvent', { eventId: own.id }, { version: own.version, consentTranslations: { en: 'For name badges.', yasashii: '名前の カードを 作ります。' } });
    expect(changed.body).toMatchObject({ consentVersion: 2, consentTranslations: { yasashii: '名前の カードを 作ります。' } });
    expect(await agreed('yasashii', 2)).toEqual(['名前の カードを 作ります。', 'yasashii']);
  });

  it('the prepared consent text is not translated a second time', async () => {
    const own = await makeEvent(organiser);
    const { status, problem } = await organiser.call('changeEvent', { eventId: own.id }, { version: own.version, consentTranslations: { en: 'Whatever.' } });
    expect([status, problem?.errors?.[0]]).toMatchObject([422, { field: 'consentTranslations.en', code: 'event.consent_in_japanese_first' }]);
  });

  it('asks to read a changed consent text again', async () => {
    const own = await makeEvent(organiser);
    const changed = await organiser.call('changeEvent', { eventId: own.id }, { version: own.version, consentText: '新しい文面です。' });
    expect(changed.body.consentVersion).toBe(2);
    await expect(join(app, own.joinCode)).rejects.toThrow('join.consent_outdated');
  });

  it('feature 97: keeps the days until erasure that people have agreed to, and may shorten them', async () => {
    const own = await makeEvent(organiser, { retentionDays: 30 });
    const change = async (retentionDays: number) => organiser.call('changeEvent', { eventId: own.id }, { version: (await organiser.call('readConsole', { eventId: own.id })).body.state.event.version, retentionDays });
    expect((await change(60)).status).toBe(200);
    await join(app, own.joinCode, { consentVersion: 2 });
    expect(await change(90)).toMatchObject({ status: 409, body: { code: 'event.retention_raised', errors: [{ field: 'retentionDays', ja: expect.stringContaining('60日後'), en: expect.stringContaining('60 days') }] } });
    expect(await change(14)).toMatchObject({ status: 200, body: { retentionDays: 14 } });
  });

  it('feature 97: the day of erasure is not put off, neither by a later date nor by closing twice', async () => {
    const own = await makeEvent(organiser, { heldOn: '2030-05-01', retentionDays: 30 });
    const version = async () => (await organiser.call('readEvent', { eventId: own.id })).body.version;
    const change = async (fields: Partial<HttpBody<'changeEvent'>>) => { const { status, problem } = await organiser.call('changeEvent', { eventId: own.id }, { ...fields, version: await version() }); return problem?.errors?.[0] ?? status; };
    expect(await change({ heldOn: '2030-05-10' })).toBe(200);
    await join(app, own.joinCode);
    expect(await change({ heldOn: '2030-05-12' })).toMatchObject({ field: 'heldOn', ja: expect.stringContaining('削除が遅くなります'), en: expect.stringContaining('erased later') });
    expect([await change({ heldOn: '2030-05-12', retentionDays: 28 }), await change({ heldOn: '2030-05-05' })]).toEqual([200, 200]);
    const end = async (state: 'open' | 'closed', at?: string): Promise<Date | null> => {
      await change({ state });
      if (at) await app.database.reader.query('UPDATE event SET closed_at = $2 WHERE id = $1', [own.id, at]);
      return (await app.database.reader.query('SELECT closed_at FROM event WHERE id = $1', [own.id]))[0].closed_at;
    };
    const after = '2030-05-06T00:00:00.000Z';
    expect([await end('closed', after), await end('closed'), await end('open'), await end('closed')]).toEqual([after, after, after, after].map((at) => new Date(at)));
    // before its day, an event that is opened again has not been over
    expect([await end('closed', '2030-05-01T00:00:00Z'), await end('open')]).toEqual([expect.any(Date), null]);
  });

  it('feature 102: an IMDJ event asks for data held and wanted', async () => {
    const own = await makeEvent(organiser, { recipe: 'imdj' });
    const { body } = await app.visitor().call('readJoinPage', { code: own.joinCode });
    expect(body.event.asksForData).toBe(true);
    expect(body.event.prompts[0].text.ja).toMatch(/持っているデータ.*ほしいデータ/);
  });

  it('feature 11: attaches data jackets to a person', async () => {
    const person = await join(app, event.joinCode, { jackets: [{ title: '電力データ', description: '30分値', sharing: 'negotiable' }] });
    expect((await phone(person)).jackets).toMatchObject([{ title: '電力データ', sharing: 'negotiable', proposed: false }]);
  });
});

describe('coming back', () => {
  it('works in another browser by the return QR, until it is made anew', async () => {
    const person = await join(app, event.joinCode);
    const first = (await person.call('makeReturnLink', { eventId: event.id })).body;
    expect(first.qrSvg).toContain('<svg');
    const safari = app.visitor();
    expect((await safari.call('comeBack', {}, { secret: first.url.split('#')[1] })).body.participantId).toBe(person.id);
    expect((await phone(safari)).me.id).toBe(person.id);
    const second = (await organiser.call('reissueReturnLink', { eventId: event.id, participantId: person.id })).body;
    expect((await app.visitor().call('comeBack', {}, { secret: first.url.split('#')[1] })).problem.code).toBe('access.link_used');
    expect((await app.visitor().call('comeBack', {}, { secret: second.url.split('#')[1] })).status).toBe(200);
  });

  it('a return QR from the desk is recorded with who made it and for whom; one’s own is nobody else’s business', async () => {
    const own = await makeEvent(organiser);
    const person = await join(app, own.joinCode);
    await person.call('makeReturnLink', { eventId: own.id });
    await organiser.call('reissueReturnLink', { eventId: own.id, participantId: person.id });
    const { lines } = (await organiser.call('listAudit', { eventId: own.id })).body;
    expect(lines.filter(({ action }) => /return|signed/.test(action)).map(({ actor, action, subject }) => [actor, action, subject])).toEqual([['organiser', 'person.return_issued', person.id]]);
    expect((await person.call('readPhone', { eventId: own.id })).status).toBe(200);
  });

  it('the desk can end every browser of somebody who lost their phone, also one that is open; the new QR opens the page', async () => {
    const person = await join(app, event.joinCode);
    const open = await followPhone(person);
    const { body } = await organiser.call('reissueReturnLink', { eventId: event.id, participantId: person.id }, { signOut: true });
    await waitFor('the open page to be cut off', () => !open.isUp);
    await expect(open.connect()).rejects.toThrow('access.not_joined');
    expect((await person.call('readPhone', { eventId: event.id })).problem.code).toBe('access.not_joined');
    const found = app.visitor();
    expect((await found.call('comeBack', {}, { secret: body.url.split('#')[1] })).body.participantId).toBe(person.id);
    expect((await phone(found)).me.id).toBe(person.id);
    const { lines } = (await organiser.call('listAudit', { eventId: event.id })).body;
    expect(lines[0]).toMatchObject({ actor: 'organiser', action: 'person.signed_out', subject: person.id });
  });

  it('merges a doubled person: both browsers show the one that was kept', async () => {
    const data = (title: string) => ({ title, sharing: 'open' as const });
    const [line, safari] = [await join(app, event.joinCode, { nickname: '二重', jackets: [data('人流'), data('気温')] }), await join(app, event.joinCode, { nickname: '二重', introduction: null, jackets: [data('気温')] })];
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [line.id], here: true });
    await line.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    expect((await organiser.call('mergePeople', { eventId: event.id }, { keepId: safari.id, dropId: line.id })).status).toBe(200);
    const [a, b] = [await phone(line), await phone(safari)];
    expect([a.me.id, b.me.id]).toEqual([safari.id, safari.id]);
    expect(b).toMatchObject({ me: { here: true, introduction: { text: '写真を撮ります。' } }, statements: [{ label: '溶接', byHand: true }] });
    expect(b.jackets.map(({ title }) => title)).toEqual(['気温', '人流']);
    expect((await organiser.call('readConsole', { eventId: event.id })).body.state.people.some(({ id }) => id === line.id)).toBe(false);
  });
});

describe('introductions', () => {
  it('feature 7: can be changed at any time; an edit of an older revision is refused with the newer text', async () => {
    const person = await join(app, event.joinCode);
    expect((await person.call('writeIntroduction', { eventId: event.id }, { text: '二つ目', basedOn: 1 })).body.revision).toBe(2);
    const { status, problem } = await person.call('writeIntroduction', { eventId: event.id }, { text: '三つ目', basedOn: 1 });
    expect([status, problem.code, problem.current]).toEqual([409, 'edit.conflict', { text: '二つ目', revision: 2 }]);
  });

  it('feature 93: are seen by others only where their author shows them, field by field', async () => {
    const [shy, open] = [await join(app, event.joinCode, { introductionShown: false, shows: { skill: true, interest: false, seeking: true, data: false }, jackets: [{ title: '秘密のデータ', sharing: 'closed' }] }), await join(app, event.joinCode)];
    await shy.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    await shy.call('addTag', { eventId: event.id }, { label: '囲碁', kind: 'interest' });
    const { body } = await open.call('readPerson', { eventId: event.id, participantId: shy.id });
    expect(body.introduction).toBeNull();
    expect(body.tags.map((tag) => tag.label)).toEqual(['溶接']);
    expect(body.jackets).toEqual([]);
  });

  it('what somebody looks for and can give is on their sheet, by the same rules', async () => {
    const [open, reader] = [await join(app, event.joinCode, { shows: { skill: true, interest: true, seeking: false, data: true } }), await join(app, event.joinCode)];
    const says = (label: string, kind: string, role: string | null, score: number) => app.database.reader.query(
      `INSERT INTO statement (event_id, participant_id, revision, kind, label, en, concept, role, score, evidence, rule, by_hand, hidden, removed) VALUES ($1, $2, 1, $3, $4, $7, $4, $5, $6, '[]', 'test', false, false, false)`,
      [event.id, open.id, kind, label, role, score, label === '場所' ? 'a place to use' : null]);
    for (const [label, kind, role, score] of [['運ぶ手段', 'skill', 'vehicle', 0.7], ['場所', 'skill', 'place', 0.9], ['場所', 'skill', 'audience', 0.6], ['溶接', 'skill', null, 0.8], ['人手', 'seeking', 'hands', 0.9]] as const) await says(label, kind, role, score);
    const read = async () => (await reader.call('readPerson', { eventId: event.id, participantId: open.id })).body;
    expect(await read()).toMatchObject({ needs: [], offers: [{ label: '場所', en: 'a place to use' }, { label: '運ぶ手段' }] });
    await open.call('changeProfile', { eventId: event.id }, { shows: { skill: false, interest: true, seeking: true, data: true } });
    expect(await read()).toMatchObject({ needs: [{ label: '人手' }], offers: [] });
  });

  it('are read by the organiser one by one, and every reading is recorded', async () => {
    const person = await join(app, event.joinCode, { introductionShown: false });
    expect((await organiser.call('readIntroduction', { eventId: event.id, participantId: person.id })).body.text).toBe('写真を撮ります。');
    const { lines } = (await organiser.call('listAudit', { eventId: event.id })).body;
    expect(lines.some((line) => line.action === 'introduction.read' && line.subject === person.id)).toBe(true);
  });
});

describe('an event that is closed', () => {
  it('feature 94: no longer shows participants to each other', async () => {
    const own = await makeEvent(organiser);
    const [a, b] = [await join(app, own.joinCode), await join(app, own.joinCode)];
    expect((await a.call('readPerson', { eventId: own.id, participantId: b.id })).body.introduction).toBe('写真を撮ります。');
    await organiser.call('changeEvent', { eventId: own.id }, { version: own.version, state: 'closed' });
    expect((await a.call('readPerson', { eventId: own.id, participantId: b.id })).status).toBe(404);
    expect((await a.call('readPhone', { eventId: own.id })).body.state).toMatchObject({ candidates: [], event: { state: 'closed' } });
  });
});

describe('tags', () => {
  it('feature 13: are added, hidden, removed and brought back by hand', async () => {
    const person = await join(app, event.joinCode);
    const { body } = await person.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    const tagId = body.statement.id;
    expect((await phone(person)).statements).toMatchObject([{ label: '溶接', kind: 'skill', byHand: true, hidden: false }]);
    await person.call('changeTag', { eventId: event.id, tagId }, { kind: 'interest', hidden: true });
    expect((await phone(person)).statements).toMatchObject([{ kind: 'interest', hidden: true }]);
    await person.call('changeTag', { eventId: event.id, tagId }, { removed: true });
    expect((await phone(person)).statements).toEqual([]);
    await person.call('changeTag', { eventId: event.id, tagId }, { removed: false });
    expect((await phone(person)).statements).toHaveLength(1);
  });

  it('feature 13: take along, hidden or removed, the needs and offers that were read from the same words, and bring them back', async () => {
    const [person, reader] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const says = async (label: string, role: string | null, evidence: [number, number][]): Promise<string> => (await app.database.reader.query(
      `INSERT INTO statement (event_id, participant_id, revision, kind, label, concept, role, score, evidence, rule, by_hand, hidden, removed) VALUES ($1, $2, 1, 'skill', $3, $3, $4, 0.8, $5, 'test', false, false, false) RETURNING id`,
      [event.id, person.id, label, role, JSON.stringify(evidence)]))[0].id;
    const tagId = await says('当事者会', null, [[2, 10]]);
    await says('ひと:本人の声', 'audience', [[0, 15]]);
    await says('場所', 'place', [[20, 24]]);
    const seen = async () => {
      const { tags, offers } = (await reader.call('readPerson', { eventId: event.id, participantId: person.id })).body;
      return [...tags.map(({ label }) => label), ...offers.map(({ label }) => label)].sort();
    };
    const all = ['ひと:本人の声', '場所', '場所', '当事者会'];
    expect(await seen()).toEqual(all);
    for (const change of ['hidden', 'removed'] as const) {
      await person.call('changeTag', { eventId: event.id, tagId }, { [change]: true });
      expect(await seen()).toEqual(['場所', '場所']);
      expect((await phone(person)).statements.filter(({ hidden }) => hidden).map(({ label }) => label)).toContain('ひと:本人の声');
      await person.call('changeTag', { eventId: event.id, tagId }, { [change]: false });
      expect(await seen()).toEqual(all);
    }
  });

  it('feature 13: a need or an offer that is no more than a guess is shown to nobody, one that was confirmed by hand is', async () => {
    const [person, reader] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    for (const [label, score, byHand] of [['くらし:運び手', 0.49, false], ['くらし:場所', 0.5, false], ['くらし:人手', 0.49, true]]) {
      await app.database.reader.query(
        `INSERT INTO statement (event_id, participant_id, revision, kind, label, concept, role, score, evidence, rule, by_hand, hidden, removed) VALUES ($1, $2, 1, 'skill', $3, $3, 'hands', $4, '[]', 'test', $5, false, false)`,
        [event.id, person.id, label, score, byHand]);
    }
    const shown = ['くらし:人手', 'くらし:場所'];
    expect((await phone(person)).statements.map(({ label }) => label).sort()).toEqual(shown);
    expect((await reader.call('readPerson', { eventId: event.id, participantId: person.id })).body.offers.map(({ label }) => label).sort()).toEqual(shown);
  });

  it('are refused twice', async () => {
    const person = await join(app, event.joinCode);
    await person.call('addTag', { eventId: event.id }, { label: 'Python', kind: 'skill' });
    expect((await person.call('addTag', { eventId: event.id }, { label: 'ｐｙｔｈｏｎ', kind: 'skill' })).problem.code).toBe('tag.duplicate');
  });

  it('in use at the event are suggested, hidden ones are not', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const hidden = await a.call('addTag', { eventId: event.id }, { label: 'ボドゲ会秘密', kind: 'interest' });
    await a.call('changeTag', { eventId: event.id, tagId: hidden.body.statement.id }, { hidden: true });
    await a.call('addTag', { eventId: event.id }, { label: 'ボードゲーム', kind: 'interest' });
    const { body } = await b.send('suggestTags', `/api/v1/events/${event.id}/tag-suggestions?q=${encodeURIComponent('ボ')}`, undefined);
    expect(body.tags.map((tag) => tag.label)).toEqual(['ボードゲーム']);
  });

  it('that were read are found by their English name too; chosen, they keep it, and are refused twice by it', async () => {
    const own = await makeEvent(organiser);
    const [a, b, c] = [await join(app, own.joinCode), await join(app, own.joinCode), await join(app, own.joinCode)];
    const read = (person: { id: string }, hidden: boolean) => app.database.reader.query(
      `INSERT INTO statement (event_id, participant_id, revision, kind, label, en, concept, score, evidence, rule, by_hand, hidden, removed) VALUES ($1, $2, 1, 'skill', '営業', 'sales', '営業', 0.9, '[]', 'test', false, $3, false)`, [own.id, person.id, hidden]);
    const add = async (person: Caller, label: string) => person.call('addTag', { eventId: own.id }, { label, kind: 'skill' });
    await read(a, true);
    // what somebody hides is told to nobody, not even by a name
    expect((await add(c, '営業')).body.statement).not.toHaveProperty('en');
    await read(a, false);
    const { body } = await b.send('suggestTags', `/api/v1/events/${own.id}/tag-suggestions?q=Sal`, undefined);
    expect(body.tags).toMatchObject([{ label: '営業', en: 'sales', count: 1 }]);
    expect((await add(b, '営業')).body.statement).toMatchObject({ label: '営業', en: 'sales', byHand: true });
    expect((await add(b, 'Sales')).problem.code).toBe('tag.duplicate');
    const { state } = (await b.call('readPhone', { eventId: own.id })).body;
    expect(state.statements).toMatchObject([{ label: '営業', en: 'sales', byHand: true }]);
    await waitFor('the cloud to call it so too', async () => (await b.call('readPhone', { eventId: own.id })).body.state.room.cloud.some(({ label, en }) => label === '営業' && en === 'sales'));
  });

  it('chosen among those that were read count as one with them', async () => {
    const own = await makeEvent(organiser);
    const [a, b] = [await join(app, own.joinCode), await join(app, own.joinCode)];
    await app.database.reader.query(
      `INSERT INTO statement (event_id, participant_id, revision, kind, label, concept, score, evidence, rule, found_as, by_hand, hidden, removed) VALUES ($1, $2, 1, 'skill', '写真', '写真撮影', 0.9, '[]', 'test', 'skill|写真撮影|', false, false, false)`, [own.id, a.id]);
    await b.call('addTag', { eventId: own.id }, { label: '写真', kind: 'skill' });
    const { body } = await b.send('suggestTags', `/api/v1/events/${own.id}/tag-suggestions?q=${encodeURIComponent('写')}`, undefined);
    expect(body.tags).toMatchObject([{ label: '写真', count: 2 }]);
  });
});

describe('feature 26: a search among all participants', () => {
  it('finds people by every word of what they show, and nobody whom one may not meet', async () => {
    const own = await makeEvent(organiser);
    const me = await join(app, own.joinCode, { nickname: '探す人' });
    const named = await join(app, own.joinCode, { nickname: 'ﾀﾞｲﾁ', affiliation: '南町 工務店' });
    const tagged = await join(app, own.joinCode, { nickname: 'さくら' });
    await tagged.call('addTag', { eventId: own.id }, { label: '電力データ', kind: 'skill' });
    const hidden = await tagged.call('addTag', { eventId: own.id }, { label: '手話100%', kind: 'skill' });
    const found = async (q: string): Promise<string[]> => (await me.send('findPeople', `/api/v1/events/${own.id}/people-found?q=${encodeURIComponent(q)}`, undefined)).body.people.map((one) => one.participantId);
    expect(await found('ダイチ')).toEqual([named.id]);
    expect(await found('工務店　南町')).toEqual([named.id]);
    expect(await found('工務店 さくら')).toEqual([]);
    expect(await found('電力')).toEqual([tagged.id]);
    expect(await found('手話100%')).toEqual([tagged.id]);
    expect(await found('%')).toEqual([tagged.id]);
    expect([await found('  '), await found('探す人')]).toEqual([[], []]);
    await tagged.call('changeTag', { eventId: own.id, tagId: hidden.body.statement.id }, { hidden: true });
    expect(await found('手話')).toEqual([]);
    await tagged.call('changeProfile', { eventId: own.id }, { shows: { skill: false, interest: true, seeking: true, data: true } });
    expect(await found('電力')).toEqual([]);
    await named.call('setPresence', { eventId: own.id }, { paused: true });
    expect(await found('ダイチ')).toEqual([]);
    await named.call('setPresence', { eventId: own.id }, { paused: false, left: true });
    expect(await found('ダイチ')).toEqual([]);
    await tagged.call('addJacket', { eventId: own.id }, { title: '停留所の乗降', description: '', sharing: 'open' });
    expect(await found('乗降')).toEqual([tagged.id]);
    await me.call('setPresence', { eventId: own.id }, { paused: true });
    expect(await found('さくら')).toEqual([]);
    await me.call('setPresence', { eventId: own.id }, { paused: false });
    await tagged.call('avoid', { eventId: own.id, participantId: me.id }, { report: false });
    expect(await found('さくら')).toEqual([]);
  });

  it('finds in either kana, as tags are suggested and taken for the same', async () => {
    const own = await makeEvent(organiser);
    const me = await join(app, own.joinCode, { nickname: '探す人' });
    const named = await join(app, own.joinCode, { nickname: 'クルミ', affiliation: 'サーバ管理室' });
    const tagged = await join(app, own.joinCode, { nickname: 'けんじ' });
    await tagged.call('addTag', { eventId: own.id }, { label: 'ゴミの出し方', kind: 'skill' });
    await tagged.call('addJacket', { eventId: own.id }, { title: 'バスの時刻', description: '', sharing: 'open' });
    const found = async (q: string): Promise<string[]> => (await me.send('findPeople', `/api/v1/events/${own.id}/people-found?q=${encodeURIComponent(q)}`, undefined)).body.people.map((one) => one.participantId);
    for (const q of ['くるみ', 'ｸﾙﾐ', 'サーバー', 'さーば']) expect([q, await found(q)]).toEqual([q, [named.id]]);
    for (const q of ['ケンジ', 'ごみ', 'ばす ゴミ']) expect([q, await found(q)]).toEqual([q, [tagged.id]]);
    expect((await me.send('suggestTags', `/api/v1/events/${own.id}/tag-suggestions?q=${encodeURIComponent('ごみ')}`, undefined)).body.tags).toMatchObject([{ label: 'ゴミの出し方' }]);
    expect((await tagged.call('addTag', { eventId: own.id }, { label: 'ごみの出し方', kind: 'skill' })).problem.code).toBe('tag.duplicate');
  });

  it('feature 32: finds who is free to talk now, with words or without', async () => {
    const own = await makeEvent(organiser);
    const me = await join(app, own.joinCode, { nickname: '探す人' });
    const [free, busy] = [await join(app, own.joinCode, { nickname: 'たなか' }), await join(app, own.joinCode, { nickname: 'たかはし' })];
    const found = async (q: string): Promise<string[]> => (await me.send('findPeople', `/api/v1/events/${own.id}/people-found?free=now&q=${encodeURIComponent(q)}`, undefined)).body.people.map((one) => one.participantId);
    expect(await found('')).toEqual([]);
    for (const person of [free, me]) await person.call('setFree', { eventId: own.id }, { free: true, place: '窓ぎわ' });
    expect([await found(''), await found('た'), await found('たか')]).toEqual([[free.id], [free.id], []]);
    await busy.call('setFree', { eventId: own.id }, { free: true });
    await free.call('setFree', { eventId: own.id }, { free: false });
    expect(await found('')).toEqual([busy.id]);
  });

  it('tells twenty, by name, and that there are more; a guess leads to nobody, and a closed event has nobody', async () => {
    const own = await makeEvent(organiser);
    const me = await join(app, own.joinCode, { nickname: '探す人' });
    const names = Array.from({ length: 21 }, (_, at) => `花${String(21 - at).padStart(2, '0')}`);
    const others = [];
    for (const nickname of names) others.push(await join(app, own.joinCode, { nickname }));
    const find = async (q: string) => (await me.send('findPeople', `/api/v1/events/${own.id}/people-found?q=${encodeURIComponent(q)}`, undefined)).body;
    const found = await find('花');
    expect([found.more, found.people.map((one) => one.nickname)]).toEqual([true, names.toSorted().slice(0, 20)]);
    expect(await find('花21')).toMatchObject({ more: false, people: [{ participantId: others[0].id, affiliation: null, tags: [], jackets: [], noPhone: false }] });
    await app.database.reader.query("INSERT INTO statement (event_id, participant_id, revision, kind, label, concept, score, evidence, rule, by_hand, hidden, removed) SELECT $1, $2, 1, 'seeking', label, 'くらし:音楽', score, '[]', 'x', false, false, false FROM (VALUES ('琴の音', 0.4), ('笛の音', 0.6)) AS said (label, score)", [own.id, others[0].id]);
    expect([(await find('琴')).people, (await find('笛')).people.map((one) => one.participantId)]).toEqual([[], [others[0].id]]);
    expect((await organiser.call('changeEvent', { eventId: own.id }, { version: own.version, state: 'closed' })).status).toBe(200);
    expect(await find('花')).toEqual({ people: [], more: false });
  });
});

describe('会いたい', () => {
  it('feature 27: is shown only when mutual, and then to both', async () => {
    const [a, b] = [await join(app, event.joinCode, { nickname: 'あ' }), await join(app, event.joinCode, { nickname: 'い' })];
    expect((await a.call('sayHello', { eventId: event.id, participantId: b.id })).body.mutual).toBe(false);
    expect((await phone(b)).hellos).toEqual({ sent: [], mutual: [] });
    expect((await b.call('sayHello', { eventId: event.id, participantId: a.id })).body.mutual).toBe(true);
    expect((await phone(a)).hellos.mutual).toMatchObject([{ participantId: b.id, nickname: 'い' }]);
    expect((await phone(b)).hellos.mutual).toMatchObject([{ participantId: a.id, nickname: 'あ' }]);
  });

  it('feature 30: said or taken back, the other one\'s list is looked at again', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const orders = async (): Promise<number> => (await app.database.reader.query("SELECT count(*)::int AS n FROM log WHERE type = 'hellos.changed' AND job->>'name' = 'rank-candidates' AND job->'data'->>'participantId' = $1", [b.id]))[0].n;
    await a.call('sayHello', { eventId: event.id, participantId: b.id });
    expect(await orders()).toBe(1);
    await a.call('takeHelloBack', { eventId: event.id, participantId: b.id });
    expect(await orders()).toBe(2);
  });

  it('said by both at the same moment becomes mutual for both', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const answers = await Promise.all([a.call('sayHello', { eventId: event.id, participantId: b.id }), b.call('sayHello', { eventId: event.id, participantId: a.id })]);
    expect(answers.filter((answer) => answer.body.mutual)).toHaveLength(1);
    for (const person of [a, b]) expect((await phone(person)).hellos.mutual).toHaveLength(1);
  });

  it('feature 28 and 29: unanswered for a day it is over, and the other side never learns that it was said', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    await a.call('sayHello', { eventId: event.id, participantId: b.id });
    await app.database.reader.query("UPDATE hello SET created_at = now() - interval '25 hours' WHERE from_id = $1", [a.id]);
    expect((await phone(a)).hellos.sent).toEqual([]);
    expect((await b.call('sayHello', { eventId: event.id, participantId: a.id })).body.mutual).toBe(false);
    expect((await a.call('sayHello', { eventId: event.id, participantId: b.id })).body.mutual).toBe(true);
    await app.database.reader.query("UPDATE hello SET created_at = now() - interval '25 hours' WHERE from_id = $1", [a.id]);
    expect((await phone(a)).hellos.mutual).toHaveLength(1);
  });

  it('feature 30: can be said thirty times a day, what is taken back included', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const say = () => a.call('sayHello', { eventId: event.id, participantId: b.id });
    for (let said = 0; said < 30; said++) {
      expect((await say()).status).toBe(200);
      await say(); // once more to the same person is said already
      await a.call('takeHelloBack', { eventId: event.id, participantId: b.id });
    }
    expect((await say()).problem).toMatchObject({ code: 'hello.limit', title: expect.stringContaining('30') });
    await app.database.reader.query("UPDATE participant SET hellos_said = ARRAY(SELECT at - interval '25 hours' FROM unnest(hellos_said) AS at) WHERE id = $1", [a.id]);
    expect((await say()).status).toBe(200);
  });

  it('feature 28: taken back, it is told to the other side only where it had been mutual', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    const say = (from: typeof a, to: typeof a) => from.call('sayHello', { eventId: event.id, participantId: to.id });
    const takeBack = () => a.call('takeHelloBack', { eventId: event.id, participantId: b.id });
    const told = async (): Promise<number> => (await app.database.reader.query("SELECT 1 FROM log WHERE stream = 'participant:' || $1::text AND type = 'hellos.changed'", [b.id])).length;
    await say(b, a);
    await takeBack();
    expect(await told()).toBe(1);
    await say(a, b);
    await takeBack();
    expect(await told()).toBe(3);
    await say(a, b);
    await b.call('avoid', { eventId: event.id, participantId: a.id }, {});
    const before = await told();
    await takeBack();
    expect(await told()).toBe(before);
  });

  it('feature 96: cannot be said while paused', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    await a.call('setPresence', { eventId: event.id }, { paused: true });
    expect((await a.call('sayHello', { eventId: event.id, participantId: b.id })).problem.code).toBe('person.paused');
  });
});

describe('meeting now, or never', () => {
  it('feature 32: who is free to talk says so, with where, for half an hour', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    await a.call('setFree', { eventId: event.id }, { free: true, place: '窓ぎわ' });
    const seen = (await phone(b)).free.find((one) => one.participantId === a.id)!;
    expect(seen.place).toBe('窓ぎわ');
    expect(Date.parse(seen.until) - Date.now()).toBeGreaterThan(29 * 60_000);
    await a.call('setPresence', { eventId: event.id }, { paused: true });
    expect((await phone(b)).free.some((one) => one.participantId === a.id)).toBe(false);
    expect((await a.call('setFree', { eventId: event.id }, { free: true })).problem.code).toBe('person.paused');
  });

  it('feature 98: two people are kept out of each other’s sight, and the other cannot tell', async () => {
    const [a, b] = [await join(app, event.joinCode, { nickname: 'しずか' }), await join(app, event.joinCode, { nickname: 'しつこい' })];
    await a.call('sayHello', { eventId: event.id, participantId: b.id });
    await a.call('avoid', { eventId: event.id, participantId: b.id }, {});
    await b.call('setFree', { eventId: event.id }, { free: true });
    // exactly as it is with somebody who has not said it
    expect((await b.call('sayHello', { eventId: event.id, participantId: a.id })).body).toEqual({ mutual: false });
    expect((await phone(b)).hellos).toEqual({ sent: [a.id], mutual: [] });
    expect((await phone(b)).me.avoided).toEqual([]);
    expect((await phone(a)).me.avoided).toEqual([{ participantId: b.id, nickname: 'しつこい' }]);
    expect((await phone(a)).free.some((one) => one.participantId === b.id)).toBe(false);
    expect((await b.call('readPerson', { eventId: event.id, participantId: a.id })).status).toBe(404);
    await a.call('stopAvoiding', { eventId: event.id, participantId: b.id });
    expect((await phone(b)).hellos.mutual).toMatchObject([{ participantId: a.id }]);
  });

  it('features 32 and 98: where somebody is free is sent to nobody whom they avoid, live as in a fresh snapshot', async () => {
    const [me, friend, stalker] = [await join(app, event.joinCode), await join(app, event.joinCode), await join(app, event.joinCode)];
    const [near, apart] = [await followPhone(friend), await followPhone(stalker)];
    const seenBy = ({ state }: typeof near): string | undefined => state.free.find((one) => one.participantId === me.id)?.place;
    await me.call('setFree', { eventId: event.id }, { free: true, place: '入口' });
    await waitFor('both to see it', () => seenBy(near) === '入口' && seenBy(apart) === '入口');
    await me.call('avoid', { eventId: event.id, participantId: stalker.id }, { report: true });
    await waitFor('one of them to see it no more', () => seenBy(apart) === undefined);
    await me.call('setFree', { eventId: event.id }, { free: true, place: '窓ぎわ' });
    await waitFor('the other to see where', () => seenBy(near) === '窓ぎわ');
    for (const client of [near, apart]) {
      const { live, fresh } = await client.settled(({ free }) => free);
      expect(live).toEqual(fresh);
    }
    expect(JSON.stringify([apart.received, apart.state])).not.toContain('窓ぎわ');
    await me.call('stopAvoiding', { eventId: event.id, participantId: stalker.id });
    await waitFor('both to see it again', () => seenBy(near) === '窓ぎわ' && seenBy(apart) === '窓ぎわ');
    for (const client of [near, apart]) client.cut();
  });
});

describe('leaving early', () => {
  const person = async (id: string) => (await organiser.call('readConsole', { eventId: event.id })).body.state.people.find((one) => one.id === id)!;

  it('is told by the service, and whoever was checked in is checked in again when they come back', async () => {
    const [a, b] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [a.id], here: true });
    for (const one of [a, b]) await one.call('setPresence', { eventId: event.id }, { left: true });
    expect((await phone(a)).me).toMatchObject({ left: true, here: false });
    expect(await person(a.id)).toMatchObject({ left: true, here: false });
    for (const one of [a, b]) await one.call('setPresence', { eventId: event.id }, { left: false });
    expect([(await phone(a)).me, (await phone(b)).me]).toMatchObject([{ left: false, here: true }, { left: false, here: false }]);
  });

  it('takes nobody out of those who have joined, in the list of events as in the room; they are here no more', async () => {
    const own = await makeEvent(organiser);
    const [a, b] = [await join(app, own.joinCode), await join(app, own.joinCode)];
    await organiser.call('checkIn', { eventId: own.id }, { participantIds: [a.id, b.id], here: true });
    await a.call('addTag', { eventId: own.id }, { label: '溶接', kind: 'skill' });
    await a.call('setPresence', { eventId: own.id }, { left: true });
    const listed = async () => (await organiser.call('listEvents', {})).body.events.find(({ id }) => id === own.id)!.people;
    const counts = async () => (await organiser.call('readConsole', { eventId: own.id })).body.state.room.counts;
    await waitFor('the room to count one who is here', async () => (await counts()).here === 1);
    expect([await listed(), await counts()]).toEqual([2, { joined: 2, tagged: 1, here: 1, inTeams: 0 }]);
  });

  it('is undone at the desk by checking the person in', async () => {
    const a = await join(app, event.joinCode);
    await a.call('setPresence', { eventId: event.id }, { left: true });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [a.id], here: true });
    expect((await phone(a)).me).toMatchObject({ left: false, here: true });
    expect(await person(a.id)).toMatchObject({ left: false, here: true });
  });
});
