import { randomUUID } from 'node:crypto';
import { leavingLine, type HttpAnswers } from '@tsunagu/contracts';
import { addFoundedTeam, addTeams, addWebhook, append, behindOutside, countParticipants, countWebhooks, eraseEvent, eventsToErase, findEvent, freeSeat, leaseWebhooks, loadEarlierTeams, lockEvent, nextUnread, openDatabase, pseudonym, saveEncounters, saveVectors, setEndpoint, setUnplaced, tellTagged, type Database } from '@tsunagu/storage';
import { RetentionService } from '../../../apps/event/src/own-data/retention.service.js';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { followConsole, followPhone, followWall } from '../../helpers/live-client.js';
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

const SECRET = 'ひみつの自己紹介';
/** Tables that still hold a text. */
async function tablesWith(text: string): Promise<string[]> {
  const tables: { name: string }[] = await app.database.reader.query("SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')");
  const found = [];
  for (const { name } of tables) {
    const [{ n }] = await app.database.reader.query(`SELECT count(*)::int AS n FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`, [text]);
    if (n) found.push(name);
  }
  return found;
}

describe('my data', () => {
  it('feature 95: can be downloaded whole', async () => {
    const me = await join(app, event.joinCode, { nickname: 'だうんろーど', introduction: SECRET, jackets: [{ title: '水温データ', sharing: 'open' }] });
    await me.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    const { body } = await me.call('downloadMyData', { eventId: event.id });
    expect(body).toMatchObject({ event: event.title, profile: { nickname: 'だうんろーど', introduction: { text: SECRET } }, statements: [{ label: '溶接' }], dataJackets: [{ title: '水温データ' }], consents: [{ textVersion: 1 }] });
  });

  /**
   * Every column that refers to a participant: what `fill` writes there, the download shows as `shown`; or why it is not shown. What others
   * have said of somebody in confidence is theirs.
   */
  const theirs = 'what another has chosen or said, and the person is not told';
  type Pair = Record<'me' | 'other', Caller & { id: string }>;
  const sql = (text: string, values: unknown[]): Promise<unknown> => app.database.reader.query(text, values);
  const seat = async (of: Pair, number: number): Promise<string> => {
    const id = randomUUID();
    await app.database.transaction((tx) => addTeams(tx, event.id, randomUUID(), [{ id, number, name: '席の会', theme: null, reasons: [], question: null, openSeats: 0, members: [of.me.id] }]));
    return id;
  };
  const CARD = { nickname: 'ほかのひと', affiliation: null, tags: [], jackets: [] };
  const REFERENCES: Record<string, { fill: (of: Pair) => Promise<unknown>; shown: object } | string> = {
    'participant_token.participant_id': { fill: async () => undefined, shown: { devices: { browsers: 1 } } },
    'return_link.participant_id': { fill: ({ me }) => me.call('makeReturnLink', { eventId: event.id }), shown: { devices: { returnLinks: 1 } } },
    'consent.participant_id': { fill: async () => undefined, shown: { consents: [{ textVersion: 1 }] } },
    'introduction.participant_id': { fill: async () => undefined, shown: { profile: { introduction: { text: '写真を撮ります。' } } } },
    'statement.participant_id': { fill: ({ me }) => me.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' }), shown: { statements: [{ label: '溶接' }] } },
    'data_jacket.participant_id': { fill: ({ me }) => me.call('addJacket', { eventId: event.id }, { title: '人流', description: '', sharing: 'open' }), shown: { dataJackets: [{ title: '人流' }] } },
    'candidate.participant_id': { fill: ({ me, other }) => sql("INSERT INTO candidate (participant_id, other_id, event_id, rank, score, card, reasons) VALUES ($1, $2, $3, 1, 0.5, $4, '[]')", [me.id, other.id, event.id, CARD]), shown: { candidates: [{ nickname: 'ほかのひと' }] } },
    'candidate.other_id': 'the list of another, who is shown the person by it',
    'hello.from_id': { fill: async ({ me, other }) => { await me.call('sayHello', { eventId: event.id, participantId: other.id }); await sql("UPDATE hello SET created_at = now() - interval '2 days' WHERE from_id = $1", [me.id]); }, shown: { hellos: { sent: [{ nickname: 'ほかのひと' }], mutual: [] } } },
    'hello.to_id': theirs,
    'seat.participant_id': { fill: async (of) => { await seat(of, 3); await app.database.transaction((tx) => freeSeat(tx, event.id, of.me.id, true)); }, shown: { team: null, seats: [{ number: 3, name: '席の会', now: false, declined: true, rating: null }] } },
    'unplaced.participant_id': { fill: ({ me }) => setUnplaced(app.database.reader, event.id, me.id, { code: 'freed', cause: { ja: '席を離れました。', en: 'Left.' } }), shown: { withoutTeam: { code: 'freed', cause: { en: 'Left.' } } } },
    'answered_request.participant_id': 'answers that they have had, kept for a day in case they are asked for again',
    'introduction_vector.participant_id': { fill: async ({ me }) => { await sql("INSERT INTO introduction_vector (participant_id, event_id, host, model, revision, vector) VALUES ($1, $2, 'models.example', 'small', 1, '')", [me.id, event.id]); }, shown: { introductionSentTo: { host: 'models.example' } } },
    'earlier_self.participant_id': { fill: ({ me, other }) => sql('INSERT INTO earlier_self (participant_id, earlier_id) VALUES ($1, $2)', [me.id, other.id]), shown: { knownFrom: { event: '坂のまち' } } },
    'earlier_self.earlier_id': { fill: ({ me, other }) => sql('INSERT INTO earlier_self (participant_id, earlier_id) VALUES ($1, $2)', [other.id, me.id]), shown: { knownAt: [{ event: '坂のまち' }] } },
    'acquaintance.from_id': { fill: ({ me, other }) => me.call('sayKnown', { eventId: event.id, participantId: other.id }), shown: { known: ['ほかのひと'] } },
    'acquaintance.to_id': theirs,
    'founded_team_member.participant_id': { fill: ({ me }) => addFoundedTeam(app.database.reader, { eventId: event.id, name: '花壇の会', seats: 3, wants: [] }, me.id), shown: { foundedTeam: { name: '花壇の会', seats: 3, members: ['わたし'] } } },
    'person_report.by_id': { fill: ({ me, other }) => me.call('avoid', { eventId: event.id, participantId: other.id }, { report: true }), shown: { reported: [{ nickname: 'ほかのひと' }] } },
    'person_report.about_id': theirs,
    'avoided.by_id': { fill: ({ me, other }) => me.call('avoid', { eventId: event.id, participantId: other.id }, {}), shown: { profile: { avoided: [{ nickname: 'ほかのひと' }] } } },
    'avoided.who_id': theirs,
    'team_answer.participant_id': { fill: async (of) => sql("INSERT INTO team_answer (team_id, participant_id, event_id, rating) VALUES ($1, $2, $3, 'good')", [await seat(of, 4), of.me.id, event.id]), shown: { seats: [{ number: 4, rating: 'good' }] } },
    'team.called_by': 'that the team calls the organiser just now: its page shows it, and it is kept no longer than the call is open',
    'encounter.participant_id': { fill: ({ me }) => saveEncounters(app.database.reader, new Map([[me.id, { texts: '', numbers: Int8Array.of(1, 2, 3) }]])), shown: { textsInNumbers: 'AQID' } },
  };

  it('the download has decided of every table that refers to a participant', async () => {
    const columns: { name: string }[] = await app.database.reader.query(
      `SELECT format('%s.%s', c.conrelid::regclass, a.attname) AS name FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
       WHERE c.contype = 'f' AND c.confrelid = 'participant'::regclass`);
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(REFERENCES).sort());
  });

  /** Every column of a participant's own row: what is put there, the download shows as `shown`; or why it is not shown. */
  const COLUMNS: Record<string, { value: unknown; shown: object } | string> = {
    id: 'an address of the service',
    event_id: 'an address of the service: the event is shown by its title',
    nickname: { value: 'べつのなまえ', shown: { profile: { nickname: 'べつのなまえ' } } },
    affiliation: { value: 'みなと図書館', shown: { profile: { affiliation: 'みなと図書館' } } },
    sector: { value: 'industry', shown: { profile: { sector: 'industry' } } },
    team_wish: { value: 'has', shown: { profile: { teamWish: 'has' } } },
    language: { value: 'en', shown: { profile: { language: 'en' } } },
    paused: { value: true, shown: { profile: { paused: true } } },
    here: { value: true, shown: { profile: { here: true } } },
    gone: { value: true, shown: { profile: { left: true } } },
    shows: { value: { skill: false, interest: true, seeking: true, data: true }, shown: { profile: { shows: { skill: false } } } },
    reading: { value: 'failed', shown: { profile: { reading: 'failed' } } },
    contact_text: { value: 'aya@example.org', shown: { profile: { contact: { text: 'aya@example.org' } } } },
    contact_shared_in: 'shown with contact_text while they sit in that team',
    free_until: { value: '2030-01-01T00:00:00.000Z', shown: { free: { until: '2030-01-01T00:00:00.000Z' } } },
    free_place: 'shown with free_until',
    choices: { value: ['t1'], shown: { profile: { choices: ['t1'] } } },
    hellos_said: { value: ['2026-01-01T00:00:00.000Z'], shown: { hellos: { sent: [], said: ['2026-01-01T00:00:00.000Z'] } } },
    created_at: { value: '2026-01-01T00:00:00.000Z', shown: { joinedAt: '2026-01-01T00:00:00.000Z' } },
    matching_revision: 'a count of the service',
    join_key: 'a hash by which a repeated request is known',
  };

  it('the download has decided of every column of a participant', async () => {
    const columns: { name: string }[] = await app.database.reader.query("SELECT attname AS name FROM pg_attribute WHERE attrelid = 'participant'::regclass AND attnum > 0 AND NOT attisdropped");
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(COLUMNS).sort());
  });

  it('feature 95: the download shows all that stands in a participant’s own row', async () => {
    const me = await join(app, event.joinCode);
    for (const [name, column] of Object.entries(COLUMNS)) {
      if (typeof column === 'string') continue;
      await sql(`UPDATE participant SET ${name} = $2 WHERE id = $1`, [me.id, column.value]);
      expect((await me.call('downloadMyData', { eventId: event.id })).body).toMatchObject(column.shown);
    }
    await me.call('eraseMe', { eventId: event.id });
  });

  it.each(Object.entries(REFERENCES).flatMap(([name, one]) => (typeof one === 'object' ? [{ name, ...one }] : [])))('feature 95: the download shows $name', async ({ fill, shown }) => {
    const of = { me: await join(app, event.joinCode, { nickname: 'わたし' }), other: await join(app, event.joinCode, { nickname: 'ほかのひと' }) };
    await fill(of);
    expect((await of.me.call('downloadMyData', { eventId: event.id })).body).toMatchObject(shown);
    await of.me.call('eraseMe', { eventId: event.id });
  });

  it('feature 95: the download shows where they are free to talk', async () => {
    const me = await join(app, event.joinCode);
    await me.call('setFree', { eventId: event.id }, { free: true, place: '2階の窓ぎわ' });
    expect((await me.call('downloadMyData', { eventId: event.id })).body.free).toMatchObject({ place: '2階の窓ぎわ' });
  });

  it('is gone from every table after it was erased, with a proof that holds none of it', async () => {
    const me = await join(app, event.joinCode, { nickname: 'けすひと', introduction: `${SECRET}二号`, jackets: [{ title: 'けすデータ', sharing: 'open' }] });
    const other = await join(app, event.joinCode);
    await me.call('sayHello', { eventId: event.id, participantId: other.id });
    await other.call('sayHello', { eventId: event.id, participantId: me.id });
    expect(await tablesWith('けすひと')).toEqual(expect.arrayContaining(['public.participant', 'public.log']));
    const { body, status } = await me.call('eraseMe', { eventId: event.id }, undefined, { 'idempotency-key': 'erase-me' });
    expect(status).toBe(200);
    expect([...await tablesWith('けすひと'), ...await tablesWith(`${SECRET}二号`), ...await tablesWith('けすデータ')]).toEqual([]);
    const { lines } = (await organiser.call('listAudit', { eventId: event.id })).body;
    expect(lines.some((line) => line.action === 'person.erased')).toBe(true);
    const [{ n }] = await app.database.reader.query('SELECT count(*)::int AS n FROM audit WHERE id = $1', [body.proof]);
    expect(n).toBe(1);
    expect((await me.call('readPhone', { eventId: event.id })).status).toBe(401);
    expect((await other.call('readPhone', { eventId: event.id })).body.state.hellos).toEqual({ sent: [], mutual: [] });
  });

  it('feature 56: who they were at an earlier event is known only where they agreed and the organiser is the same, can be downloaded, taken back, and goes with either person', async () => {
    const stranger = await makeEvent(await app.organiser('stranger'));
    const next = await makeEvent(organiser);
    const known = async (eventId = next.id) => (await loadEarlierTeams(app.database.reader, eventId)).map(({ people }) => people);
    const earlier = await Promise.all([0, 1, 2].map(() => join(app, event.joinCode)));
    await addTeams(app.database.reader, event.id, randomUUID(), [{ id: randomUUID(), number: 1, name: '', theme: null, reasons: [], question: null, openSeats: 0, members: earlier.map(({ id }) => id) }]);
    const again = (person: Caller, code: string, earlierEventId: string | null) => person.call('join', { code }, { nickname: 'またきた', consentVersion: 1, earlierEventId });
    const now = [];
    for (const [at, person] of earlier.entries()) now.push((await again(person, next.joinCode, at < 2 ? event.id : null)).body.participantId);
    for (const person of earlier) await again(person, stranger.joinCode, event.id);
    await again(app.visitor(), next.joinCode, event.id);
    expect(await known()).toEqual([now.slice(0, 2).sort()]);
    expect(await known(stranger.id)).toEqual([]);
    expect((await earlier[0].call('downloadMyData', { eventId: next.id })).body.knownFrom).toMatchObject({ event: event.title });
    expect((await earlier[0].call('readPhone', { eventId: next.id })).body.state.me.knownFromBefore).toBe(true);
    // through an event between
    const third = await makeEvent(organiser);
    const later = [];
    for (const person of earlier.slice(0, 2)) later.push((await again(person, third.joinCode, next.id)).body.participantId);
    expect(await known(third.id)).toEqual([later.sort()]);
    expect((await earlier[0].call('forgetEarlier', { eventId: next.id })).status).toBe(200);
    expect((await earlier[0].call('readPhone', { eventId: next.id })).body.state.me.knownFromBefore).toBe(false);
    expect([await known(), await known(third.id)]).toEqual([[], []]);
    await earlier[1].call('eraseMe', { eventId: event.id });
    const [{ n }] = await app.database.reader.query('SELECT count(*)::int AS n FROM earlier_self WHERE participant_id = $1', [now[1]]);
    expect(n).toBe(0);
  });

  it('feature 95: results kept for other services that name the person are gone as well; what is read in their place says so', async () => {
    const me = await join(app, event.joinCode, { nickname: 'けっかのひと' });
    const [{ pseudonym_key: key }] = await app.database.reader.query('SELECT pseudonym_key FROM event WHERE id = $1', [event.id]);
    const keep = async (id: string, person: string): Promise<void> => app.database.reader.query(
      `INSERT INTO match_request (service, id, pattern, body_hash, reply_to, status, accepted_at, finished_at, delivered_at, expires_at, result)
       VALUES ('library', $1, 'match.candidates', '', 'results', 'done', now(), now(), now(), now() + interval '1 day', $2)`, [id, JSON.stringify({ id, status: 'done', round: 1, result: { people: [{ id: person, candidates: [] }] } })]);
    await keep('about-me', pseudonym(key, me.id));
    await keep('about-another', pseudonym(key, randomUUID()));
    await me.call('eraseMe', { eventId: event.id });
    const rows = await app.database.reader.query("SELECT id, status, delivered_at IS NULL AS again, result FROM match_request ORDER BY id DESC");
    expect(rows).toMatchObject([{ id: 'about-me', status: 'rejected', again: true, result: { id: 'about-me', status: 'rejected', problem: { code: 'match.erased' } } }, { id: 'about-another', status: 'done', again: false }]);
    expect(JSON.stringify(rows)).not.toContain(pseudonym(key, me.id));
  });

  it('is no longer free, nor in a team of their own, for anybody whose page is open', async () => {
    const of = await makeEvent(organiser);
    const [me, other] = [await join(app, of.joinCode), await join(app, of.joinCode)];
    await me.call('makeFoundedTeam', { eventId: of.id }, { name: '花壇の会', seats: 5 });
    await me.call('setFree', { eventId: of.id }, { free: true, place: '窓ぎわ' });
    const phone = await followPhone(other);
    const sees = async () => phone.settled(({ free, foundedTeams }) => [free.length, foundedTeams.length]);
    expect((await sees()).live).toEqual([1, 1]);
    const before = phone.received.length;
    await me.call('eraseMe', { eventId: of.id });
    await waitFor('the phone to hear of both', () => ['look-again', 'founded-teams.changed'].every((type) => phone.received.slice(before).some((told) => told.type === type)));
    expect((await sees()).fresh).toEqual([0, 0]);
    phone.cut();
  });

  /** Somebody whom a record gives a reason for, whom the rules name, and whose data jacket is a theme; and the draft that is formed by these rules. */
  async function beInWords(): Promise<{ of: HttpAnswers['createEvent']; me: Caller & { id: string }; other: Caller & { eventId: string }; jacket: { id: string } }> {
    const of = await makeEvent(organiser);
    const at = { eventId: of.id };
    const [me, ...others] = [await join(app, of.joinCode, { nickname: '田中はなこ' }), await join(app, of.joinCode), await join(app, of.joinCode)];
    await organiser.call('checkIn', at, { participantIds: [me, ...others].map(({ id }) => id), here: true });
    await me.call('addJacket', at, { title: '田中家の見守り日誌', description: '', sharing: 'open' });
    const jacket = (await organiser.call('suggestThemes', at)).body.themes.map(({ id, title }) => ({ id, title }))[0];
    const { version } = (await organiser.call('readEvent', at)).body;
    const rules = { themes: [jacket, { id: 't', title: '防災' }], rules: [{ type: 'apart' as const, label: '田中さんのため', people: [me.id, others[0].id] }, { type: 'spread' as const, attribute: 'affiliation', max: 2 }] };
    expect((await organiser.call('changeEvent', at, { version, rules })).status).toBe(200);
    expect((await organiser.call('formTeams', at, { teamSize: { min: 2, max: 3 } })).status).toBe(201);
    const conflict = { text: { ja: '「田中さんのため」が守れません。', en: '' }, rules: [], short: 1, proven: false, loosenings: [{ text: { ja: '', en: '' }, change: { teamSize: { min: 2, max: 3 }, rules } }] };
    await app.database.reader.query("UPDATE proposal SET status = 'failed', conflicts = $2 WHERE event_id = $1", [of.id, JSON.stringify([conflict])]);
    await addTeams(app.database.reader, of.id, randomUUID(), [{ id: randomUUID(), number: 1, name: '', theme: jacket, reasons: [], question: null, openSeats: 1, members: [others[1].id] }]);
    await organiser.call('placePerson', at, { participantId: me.id, teamId: null, why: '田中さんは体調がすぐれないため' });
    await organiser.call('placePerson', at, { participantId: others[0].id, teamId: null, why: '遅れて来たため' });
    return { of, me, other: others[0], jacket };
  }
  const rulesOf = async (of: HttpAnswers['createEvent']): Promise<object[]> => app.database.reader.query('SELECT rules FROM event WHERE id = $1 UNION ALL SELECT rules FROM proposal WHERE event_id = $1', [of.id]);
  const reasons = async (of: HttpAnswers['createEvent']): Promise<unknown[]> => (await organiser.call('listAudit', { eventId: of.id })).body.lines.flatMap(({ detail }) => detail.why ?? []);

  it('stands no more in a reason that an organiser gave for a step, in the rules, or in a theme made of their data', async () => {
    const { of, me, other, jacket } = await beInWords();
    const pages = [await followConsole(organiser, of.id), await followPhone(other)] as const;
    expect((await pages[0].settled(({ event }) => JSON.stringify(event).includes('見守り日誌'))).live).toBe(true);
    for (const page of pages) page.cut();
    expect((await other.call('rankThemes', { eventId: of.id }, { choices: [jacket.id] })).status).toBe(200);
    await me.call('eraseMe', { eventId: of.id });
    expect(await tablesWith('田中')).toEqual([]);
    const left = { rules: { themes: [{ id: 't', title: '防災' }], rules: [{ type: 'spread', attribute: 'affiliation', max: 2 }] } };
    expect(await rulesOf(of)).toEqual([left, left]);
    expect(await reasons(of)).toEqual(['遅れて来たため']);
    // pages that were away are told what they have missed beside what is erased
    for (const page of pages) {
      await page.connect();
      const { live, fresh } = await page.settled();
      expect([page.snapshots, live]).toEqual([1, fresh]);
      page.cut();
    }
    expect((await other.call('readPhone', { eventId: of.id })).body.state).toMatchObject({ event: { themes: [{ id: 't' }] }, me: { choices: [jacket.id] } });
  });

  it('stands no more there once the event is erased, nor do the words that it had added', async () => {
    const { of } = await beInWords();
    await organiser.call('addWords', { eventId: of.id }, { words: [{ label: '田中式', spellings: [], kind: null }] });
    await eraseEvent(app.database, of.id, 'operator');
    expect(await tablesWith('田中')).toEqual([]);
    expect(await rulesOf(of)).toEqual([{ rules: { themes: [{ id: 't', title: '防災' }], rules: [{ type: 'spread', attribute: 'affiliation', max: 2 }] } }]);
    expect(await reasons(of)).toEqual([]);
  });

  it('is named by no row of the log that told another of them, but by the one that told they are gone', async () => {
    const [me, other] = [await join(app, event.joinCode), await join(app, event.joinCode)];
    await other.call('sayHello', { eventId: event.id, participantId: me.id });
    await other.call('sayKnown', { eventId: event.id, participantId: me.id });
    const naming = (): Promise<{ type: string }[]> => app.database.reader.query('SELECT DISTINCT type FROM log WHERE position($1 IN payload::text) > 0 ORDER BY type', [me.id]);
    expect((await naming()).map(({ type }) => type)).toEqual(expect.arrayContaining(['hellos.changed', 'known.changed']));
    await me.call('eraseMe', { eventId: event.id });
    expect(await naming()).toEqual([{ type: 'person.removed' }]);
  });

  it("takes an erased person's jobs out of the log, so that nothing is worked out about them any more", async () => {
    const me = await join(app, event.joinCode);
    await me.call('eraseMe', { eventId: event.id });
    const [{ n }] = await app.database.reader.query("SELECT count(*)::int AS n FROM log WHERE job -> 'data' ->> 'participantId' = $1", [me.id]);
    expect(n).toBe(0);
  });
});

describe('introductions that leave for an endpoint outside', () => {
  const at = { host: 'models.example', model: 'small' };
  const settings = async (of: HttpAnswers['createEvent']) => (await organiser.call('readEvent', { eventId: of.id })).body;
  const switchOn = async (of: HttpAnswers['createEvent'], textsLeave = true) => organiser.call('changeEvent', { eventId: of.id }, { textsLeave, version: (await settings(of)).version });

  it('there is nothing to switch on where the operator has named none', async () => {
    const of = await makeEvent(organiser);
    expect((await settings(of)).textsLeave).toBeNull();
    expect((await switchOn(of)).problem.code).toBe('event.no_endpoint');
    expect((await switchOn(of, false)).status).toBe(200);
  });

  it('feature 97: who joins reads where their introduction goes, in every language, and agrees to that very text; who joined before has not agreed', async () => {
    const of = await makeEvent(organiser);
    const before = await join(app, of.joinCode);
    await app.database.transaction((tx) => setEndpoint(tx, at));
    expect((await settings(of)).textsLeave).toEqual({ host: at.host, on: false, answers: true });
    expect((await switchOn(of)).body).toMatchObject({ textsLeave: { on: true }, consentVersion: 2 });
    const page = (await app.visitor().call('readJoinPage', { code: of.joinCode })).body;
    for (const text of Object.values(page.consentText)) expect(text!.split('\n').at(-1)).toContain('models.example');
    const late = await app.visitor().call('join', { code: of.joinCode }, { nickname: 'さくら', consentVersion: 1, introduction: '写真を撮ります。' });
    expect(late.problem.code).toBe('join.consent_outdated');
    const after = await join(app, of.joinCode, { consentVersion: 2, language: 'en' });
    const consents = async (person: Caller) => (await person.call('downloadMyData', { eventId: of.id })).body.consents;
    expect(await consents(after)).toMatchObject([{ textVersion: 2, leavesTo: 'models.example', text: expect.stringContaining('sent to a service outside (models.example)') }]);
    expect(await consents(before)).toMatchObject([{ textVersion: 1, leavesTo: null }]);
    expect((await switchOn(of, false)).body).toMatchObject({ textsLeave: { on: false }, consentVersion: 3 });
    expect((await app.visitor().call('readJoinPage', { code: of.joinCode })).body.consentText.ja).not.toContain('models.example');
  });

  it('feature 97: who joined before agrees later by the line alone, in their language, and takes it back; so does who agreed when joining', async () => {
    const of = await makeEvent(organiser);
    await app.database.transaction((tx) => setEndpoint(tx, at));
    const before = await join(app, of.joinCode, { introduction: '海が好きです。' });
    const phone = async (person: Caller) => (await person.call('readPhone', { eventId: of.id })).body.state;
    const agree = (host = at.host) => before.call('letTextLeave', { eventId: of.id }, { host, language: 'en' });
    expect((await phone(before)).event.textsLeaveTo).toBeNull();
    expect((await agree()).problem.code).toBe('join.consent_outdated');
    await switchOn(of);
    const after = await join(app, of.joinCode, { consentVersion: 2, introduction: '山が好きです。' });
    const { event: { textsLeaveTo }, me } = await phone(before);
    expect({ textsLeaveTo, agreed: me.textLeavesTo }).toEqual({ textsLeaveTo: { host: at.host, line: leavingLine(at.host) }, agreed: [] });
    expect((await agree('other.example')).problem.code).toBe('join.consent_outdated');
    const waiting = async () => (await nextUnread(app.database.reader, at, 9))?.introductions.map(({ participantId }) => participantId) ?? [];
    expect(await waiting()).toEqual([after.id]);
    for (let twice = 0; twice < 2; twice++) expect((await agree()).status).toBe(200);
    expect(await waiting()).toEqual([before.id, after.id]);
    const consents = async (person: Caller) => (await person.call('downloadMyData', { eventId: of.id })).body.consents;
    expect(await consents(before)).toMatchObject([{ textVersion: 1, leavesTo: null }, { textVersion: 2, leavesTo: at.host, language: 'en', text: leavingLine(at.host).en, leavingWithdrawnAt: null }]);
    const keep = (person: Caller & { id: string }) => app.database.transaction((tx) => saveVectors(tx, at, [{ participantId: person.id, revision: 1, vector: Float32Array.of(0.6, 0.8) }]));
    for (const person of [before, after]) {
      expect([await keep(person), (await phone(person)).me.textLeavesTo]).toEqual([[person.id], [at.host]]);
      expect((await person.call('keepTextHere', { eventId: of.id })).status).toBe(200);
      expect([await keep(person), (await phone(person)).me.textLeavesTo]).toEqual([[], []]);
      expect(((await consents(person)) as object[]).at(-1)).toMatchObject({ leavesTo: at.host, leavingWithdrawnAt: expect.any(String), withdrawnAt: null });
    }
    expect([await waiting(), await app.database.reader.query('SELECT 1 FROM introduction_vector')]).toEqual([[], []]);
    expect([(await agree()).status, await waiting()]).toEqual([200, [before.id]]);
  });

  it('feature 95: what came back is told in the download and erased with the person', async () => {
    const of = await makeEvent(organiser);
    await app.database.transaction((tx) => setEndpoint(tx, at));
    await switchOn(of);
    const me = await join(app, of.joinCode, { consentVersion: 2 });
    const keep = (revision: number) => app.database.transaction((tx) => saveVectors(tx, at, [{ participantId: me.id, revision, vector: Float32Array.of(0.6, 0.8) }]));
    expect([await keep(2), await keep(1)]).toEqual([[], [me.id]]);
    expect((await me.call('downloadMyData', { eventId: of.id })).body.introductionSentTo).toMatchObject({ ...at, revision: 1 });
    await me.call('eraseMe', { eventId: of.id });
    expect(await app.database.reader.query('SELECT 1 FROM introduction_vector')).toEqual([]);
  });
});

describe('retention', () => {
  const retention = async (): Promise<RetentionService> => new RetentionService(app.database);

  it('feature 94: erases everybody at the date, keeps the record, and leaves other events alone', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3, title: '昔の会' });
    const me = await join(app, old.joinCode, { nickname: 'むかしのひと', introduction: '昔の自己紹介です' });
    const other = await join(app, old.joinCode);
    await me.call('avoid', { eventId: old.id, participantId: other.id }, { report: true });
    const now = await join(app, event.joinCode, { nickname: 'いまのひと' });
    expect(await (await retention()).eraseDue()).toEqual([old.id]);
    expect([...await tablesWith('むかしのひと'), ...await tablesWith('昔の自己紹介です')]).toEqual([]);
    expect((await me.call('readPhone', { eventId: old.id })).status).toBe(410);
    expect((await now.call('readPhone', { eventId: event.id })).status).toBe(200);
    const { lines } = (await organiser.call('listAudit', { eventId: old.id })).body;
    expect(lines.map((line) => line.action)).toEqual(expect.arrayContaining(['event.erased', 'people.erased']));
    expect(lines.filter(({ action }) => action === 'person.reported')).toMatchObject([{ subject: '', detail: {} }]);
    expect(await (await retention()).eraseDue()).toEqual([]);
  });

  it('feature 95: other services and webhooks that were told of these people are told that they are gone, and find nothing else; after thirty days that is forgotten too', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 });
    await app.database.reader.query("UPDATE event SET services = '{library}' WHERE id = $1", [old.id]);
    await addWebhook(app.database.reader, old.id, { url: 'https://example.org/', types: ['participant.erased'] });
    const [first, second] = [await join(app, old.joinCode), await join(app, old.joinCode)];
    const event = (await findEvent(app.database.reader, old.id))!;
    await app.database.transaction((tx) => append(tx, old.id, tellTagged(event, first.id)));
    await (await retention()).eraseDue();
    const told = (): Promise<object[]> => app.database.reader.query("SELECT seq::int, type, payload ->> 'participant' AS participant FROM log WHERE stream = $1 ORDER BY seq", [`outside:${old.id}`]);
    const names = [first, second].map(({ id }) => pseudonym(event.pseudonymKey, id));
    const lines = await told();
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(expect.arrayContaining(names.map((participant) => expect.objectContaining({ type: 'participant.erased', participant }))));
    expect(await behindOutside(app.database.reader, 'door:library', 'library')).toMatchObject([{ eventId: old.id }]);
    const due = await app.database.transaction(async (tx) => {
      await tx.query('UPDATE webhook SET leased_until = NULL, next_try_at = NULL WHERE event_id = $1', [old.id]); // the service may be at it just now
      return leaseWebhooks(tx, { seconds: 1, limit: 10 });
    });
    expect(due).toMatchObject([{ webhook: { eventId: old.id } }]);
    await app.database.reader.query("UPDATE event SET erased_at = now() - interval '31 days' WHERE id = $1", [old.id]);
    await (await retention()).eraseDue();
    expect([await told(), await countWebhooks(app.database.reader, old.id), await behindOutside(app.database.reader, 'door:library', 'library')]).toEqual([[], 0, []]);
  });

  /** The database, with something done before each of its transactions. */
  const between = (work: (number: number) => Promise<unknown>): Database => {
    let number = 0;
    return Object.assign(Object.create(app.database) as Database, { transaction: async (inside: Parameters<Database['transaction']>[0]) => { await work(++number); return app.database.transaction(inside); } });
  };

  it('takes nobody in once it has begun, and erases who gets in all the same', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 });
    const tries: unknown[] = [];
    const enter = async (nickname: string) => tries.push(await join(app, old.joinCode, { nickname }).then(() => 'in', (error: Error) => error.message));
    const done = await eraseEvent(between(async (number) => {
      await enter('すきまのひと');
      if (number === 1) return;
      await organiser.call('changeEvent', { eventId: old.id }, { state: 'open', version: (await organiser.call('readEvent', { eventId: old.id })).body.version });
      await enter('すきまのひと');
    }), old.id, 'retention');
    expect([tries, done?.people]).toEqual([['in', expect.stringContaining('join.closed'), 'in'], 2]);
    expect(await tablesWith('すきまのひと')).toEqual([]);
  });

  it('stopped half-way, an event that nobody had closed is due as before', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 });
    expect(await eraseEvent(between(async () => undefined), old.id, 'retention', (() => { let asked = 0; return () => ++asked < 2; })())).toBeNull();
    expect((await organiser.call('readEvent', { eventId: old.id })).body.state).toBe('closed');
    expect(await (await retention()).eraseDue()).toEqual([old.id]);
  });

  it('of one event that fails does not keep others from theirs', async () => {
    const [bad, good] = (await Promise.all([0, 1].map(() => makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 })))).map(({ id }) => id);
    await app.database.reader.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.id = '${bad}' THEN RAISE 'refused'; END IF; RETURN new; END $$`);
    await app.database.reader.query('CREATE TRIGGER refuse BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION refuse()');
    expect((await eventsToErase(app.database.reader)).map(({ id }) => id)).toHaveLength(2);
    expect(await (await retention()).eraseDue()).toEqual([good]);
    await app.database.reader.query('DROP FUNCTION refuse CASCADE');
    expect(await (await retention()).eraseDue()).toEqual([bad]);
  });

  it('by two processes at once tells and records everybody once', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 });
    for (let i = 0; i < 3; i++) await join(app, old.joinCode);
    const done = await Promise.all([0, 1].map(() => eraseEvent(app.database, old.id, 'retention')));
    expect(done.filter(Boolean)).toHaveLength(1);
    const { lines } = (await organiser.call('listAudit', { eventId: old.id })).body;
    expect(lines.filter(({ actor }) => actor === 'retention').map(({ action, detail }) => [action, detail])).toEqual([['event.erased', {}], ['people.erased', { count: 3 }]]);
  });

  it('goes on where a crash stopped it', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 });
    for (let i = 0; i < 3; i++) await join(app, old.joinCode, { nickname: `のこり${i}` });
    // a connection that dies after the people and before the rest
    const dying = await openDatabase(app.settings.DATABASE_URL!, 2);
    const transaction = dying.transaction.bind(dying);
    let calls = 0;
    dying.transaction = async (work) => { if (++calls > 2) throw new Error('killed'); return transaction(work); };
    expect(await new RetentionService(dying).eraseDue()).toEqual([]);
    expect(await countParticipants(app.database.reader, old.id)).toBe(0);
    await dying.source.destroy();
    expect(await (await retention()).eraseDue()).toEqual([old.id]);
    expect(await tablesWith('のこり')).toEqual([]);
  });

  it('waits for the retention days after the event was closed', async () => {
    const recent = await makeEvent(organiser, { retentionDays: 30 });
    await organiser.call('changeEvent', { eventId: recent.id }, { version: recent.version, state: 'closed' });
    expect(await (await retention()).eraseDue()).toEqual([]);
  });

  it('is not put off by closing the event days after it was held', async () => {
    const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const late = await makeEvent(organiser, { heldOn: day(10), retentionDays: 12 });
    await join(app, late.joinCode);
    const { body } = await organiser.call('changeEvent', { eventId: late.id }, { version: late.version, state: 'closed' });
    expect(Date.parse(body.erasesAt!)).toBeLessThan(Date.parse(day(-5)));
    await app.database.reader.query("UPDATE event SET held_on = $2, closed_at = closed_at - interval '4 days' WHERE id = $1", [late.id, day(14)]);
    expect(await (await retention()).eraseDue()).toEqual([late.id]);
  });

  it('phones, wall and console that are open are told that an event is erased, and nothing of its people can be had any more', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 });
    const people = [await join(app, old.joinCode), await join(app, old.joinCode)];
    for (const person of people) await person.call('addTag', { eventId: old.id }, { label: '溶接', kind: 'skill' });
    const pages = [await followPhone(people[0]), await followWall(app.visitor(), old.wallSecret), await followConsole(organiser, old.id)];
    await waitFor('the tag on the wall', () => pages[1].state.room.cloud.length > 0);
    await (await retention()).eraseDue();
    for (const page of pages) await waitFor('the page to be told', () => page.received.some(({ type }) => type === 'event.erased'));
    expect((await people[0].call('readPhone', { eventId: old.id })).problem.code).toBe('event.erased');
    for (const [again, refused] of [[followPhone(people[1]), /410/], [followWall(app.visitor(), old.wallSecret), /404/]] as const) await expect(again).rejects.toThrow(refused);
    // a page that missed the push learns it when its line is back
    for (const [page, code] of [[pages[0], 'event.erased'], [pages[1], 'request.not_found']] as const) {
      page.cut();
      await expect(page.connect()).rejects.toThrow(`refused: ${code}`);
    }
    expect((await organiser.call('readConsole', { eventId: old.id })).body.state).toMatchObject({ event: { erased: true, state: 'closed' }, people: [], teams: [], room: { counts: { joined: 0, tagged: 0, here: 0, inTeams: 0 }, cloud: [] } });
    for (const page of pages) page.cut();
  });

  it('feature 94: its owner erases an event that is over without waiting for the date, and nobody else does', async () => {
    const own = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 365, title: '終わった会' });
    const person = await join(app, own.joinCode, { nickname: 'いますぐきえるひと', introduction: 'すぐに消える自己紹介です' });
    const [phone, wall] = [await followPhone(person), await followWall(app.visitor(), own.wallSecret)];
    expect((await organiser.call('eraseEvent', { eventId: own.id })).problem.code).toBe('event.close_first');
    await organiser.call('changeEvent', { eventId: own.id }, { version: own.version, state: 'closed' });
    const colleague = await app.organiser('nao');
    const stranger = await app.organiser('emi');
    await organiser.call('addMember', { eventId: own.id }, { login: 'nao', role: 'organiser' });
    const refused = [await colleague.call('eraseEvent', { eventId: own.id }), await stranger.call('eraseEvent', { eventId: own.id }), await person.call('eraseEvent', { eventId: own.id }), await app.visitor().call('eraseEvent', { eventId: own.id })];
    expect(refused.map(({ status }) => status)).toEqual([403, 404, 401, 401]);
    expect((await person.call('readPhone', { eventId: own.id })).status).toBe(200);

    const { status, body } = await organiser.call('eraseEvent', { eventId: own.id });
    expect([status, Date.parse(body.erasedAt)]).toEqual([200, expect.any(Number)]);
    expect([...await tablesWith('いますぐきえるひと'), ...await tablesWith('すぐに消える自己紹介です')]).toEqual([]);
    for (const page of [phone, wall]) await waitFor('the page to be told', () => page.received.some(({ type }) => type === 'event.erased'));
    const { lines } = (await organiser.call('listAudit', { eventId: own.id })).body;
    expect(lines.filter(({ action }) => action === 'event.erased' || action === 'people.erased').map(({ actor, action }) => [actor, action])).toEqual([['organiser', 'event.erased'], ['organiser', 'people.erased']]);
    expect((await organiser.call('listEvents', {})).body.events.find(({ id }) => id === own.id)).toMatchObject({ state: 'closed', erased: true, people: 0 });
    expect((await organiser.call('eraseEvent', { eventId: own.id })).body).toEqual(body);
    for (const page of [phone, wall]) page.cut();
  });

  it('an event erased is not opened again, and takes nobody in', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 });
    await (await retention()).eraseDue();
    const { version } = (await organiser.call('readEvent', { eventId: old.id })).body;
    const refused = [
      await organiser.call('changeEvent', { eventId: old.id }, { state: 'open', version }), await organiser.call('rotateJoinCode', { eventId: old.id }),
      await organiser.call('registerPeople', { eventId: old.id }, { people: [{ nickname: 'もどるひと' }], consentVersion: 1 }), await organiser.call('addWords', { eventId: old.id }, { words: [{ label: 'よもぎ', spellings: [], kind: null }] }),
    ];
    expect(refused.map(({ problem }) => problem.code)).toEqual(refused.map(() => 'event.erased'));
    expect((await organiser.call('readEvent', { eventId: old.id })).body.state).toBe('closed');
  });

  it.each<[string, (of: HttpAnswers['createEvent']) => Promise<{ problem: { code: string } }>]>([
    ['words', (of) => organiser.call('addWords', { eventId: of.id }, { words: [{ label: '山田花子', spellings: [], kind: null }] })],
    ['people', (of) => organiser.call('registerPeople', { eventId: of.id }, { people: [{ nickname: 'もどるひと' }], consentVersion: 1 })],
    ['new join code', (of) => organiser.call('rotateJoinCode', { eventId: of.id })],
  ])('takes no %s that had come when it was erased and waited for that', async (_what, bring) => {
    const old = await makeEvent(organiser);
    let coming: ReturnType<typeof bring> | undefined;
    await app.database.transaction(async (tx) => {
      await lockEvent(tx, old.id);
      coming = bring(old);
      await waitFor('it to wait for the event', async () => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
      await tx.query('UPDATE event SET erased_at = now() WHERE id = $1', [old.id]); // as the last step of erasing does
    });
    expect((await coming!).problem.code).toBe('event.erased');
    expect([(await organiser.call('readConsole', { eventId: old.id })).body.state, (await organiser.call('readEvent', { eventId: old.id })).body.joinCode]).toMatchObject([{ words: [], people: [] }, old.joinCode]);
  });

  it('an event erased can no longer be joined', async () => {
    const old = await makeEvent(organiser, { heldOn: '2020-01-01', retentionDays: 3 });
    await (await retention()).eraseDue();
    expect((await app.visitor().call('readJoinPage', { code: old.joinCode })).problem.code).toBe('join.unknown_code');
  });
});
