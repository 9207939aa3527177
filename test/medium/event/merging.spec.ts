import type { HttpAnswers, PhoneState, TeamRulesDocument } from '@tsunagu/contracts';
import { addFoundedMember, addFoundedTeam, addTeams, append, freeSeat, nextUnread, readVectorOf, saveVectors, setEndpoint, tellHellos } from '@tsunagu/storage';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { followPhone } from '../../helpers/live-client.js';
import { waitFor } from '../../helpers/wait-for.js';

type Person = Caller & { id: string; eventId: string };
let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let [keep, drop, other]: Person[] = [];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
});
beforeEach(async () => {
  event = await makeEvent(organiser);
  [keep, drop, other] = [await join(app, event.joinCode, { nickname: '二重' }), await join(app, event.joinCode, { nickname: '二重' }), await join(app, event.joinCode, { nickname: 'しつこい' })];
});
afterAll(() => app.close());

const sql = async (text: string, values: unknown[] = []): Promise<Record<string, string>[]> => app.database.reader.query(text, values);
const at = () => ({ eventId: event.id });
const merge = async (): Promise<number> => (await organiser.call('mergePeople', at(), { keepId: keep.id, dropId: drop.id })).status;
const phone = async (person: Person): Promise<PhoneState> => (await person.call('readPhone', at())).body.state;
const avoids = (by: Person, who: Person) => by.call('avoid', { ...at(), participantId: who.id }, {});
const greets = (by: Person, who: Person) => by.call('sayHello', { ...at(), participantId: who.id });
const freshId = async (): Promise<string> => (await sql('SELECT gen_random_uuid() AS id'))[0].id;

/** Seats people in a team that stands. */
async function seat(...members: Person[]): Promise<string> {
  const [id, proposalId] = [await freshId(), await freshId()];
  await app.database.transaction((tx) => addTeams(tx, event.id, proposalId, [{ id, number: 1, name: '青', reasons: [], question: null, theme: null, members: members.map((one) => one.id), openSeats: 2 }]));
  return id;
}

/**
 * Every column that refers to a participant, and what merging does with its rows: they pass to the one who is kept (`fill` makes one that
 * must; an introduction where there is none, see profile.spec.ts), are made anew from what passes, or go because they mean nothing beside
 * those of the other.
 */
const REFERENCES: Record<string, { fill: () => Promise<unknown> } | 'passes where there is none' | 'made anew' | 'goes'> = {
  'participant_token.participant_id': { fill: async () => undefined },
  'return_link.participant_id': { fill: () => drop.call('makeReturnLink', at()) },
  'consent.participant_id': 'goes',
  'introduction.participant_id': 'passes where there is none',
  'statement.participant_id': { fill: () => drop.call('addTag', at(), { label: '溶接', kind: 'skill' }) },
  'data_jacket.participant_id': { fill: () => drop.call('addJacket', at(), { title: '人流', description: '', sharing: 'open' }) },
  'candidate.participant_id': 'made anew',
  'candidate.other_id': 'made anew',
  'hello.from_id': { fill: () => greets(drop, other) },
  'hello.to_id': { fill: () => greets(other, drop) },
  'seat.participant_id': { fill: () => seat(drop) },
  'unplaced.participant_id': 'made anew',
  'answered_request.participant_id': 'goes',
  'introduction_vector.participant_id': 'made anew',
  'earlier_self.participant_id': { fill: () => sql('INSERT INTO earlier_self (participant_id, earlier_id) VALUES ($1, $2)', [drop.id, other.id]) },
  'earlier_self.earlier_id': { fill: () => sql('INSERT INTO earlier_self (participant_id, earlier_id) VALUES ($1, $2)', [other.id, drop.id]) },
  'acquaintance.from_id': { fill: () => drop.call('sayKnown', { ...at(), participantId: other.id }) },
  'acquaintance.to_id': { fill: () => other.call('sayKnown', { ...at(), participantId: drop.id }) },
  'founded_team_member.participant_id': { fill: () => addFoundedTeam(app.database.reader, { eventId: event.id, name: '花壇の会', seats: 3, wants: [] }, drop.id) },
  'person_report.by_id': { fill: () => drop.call('avoid', { ...at(), participantId: other.id }, { report: true }) },
  'person_report.about_id': { fill: () => other.call('avoid', { ...at(), participantId: drop.id }, { report: true }) },
  'avoided.by_id': { fill: () => avoids(drop, other) },
  'avoided.who_id': { fill: () => avoids(other, drop) },
  'team_answer.participant_id': { fill: async () => sql('INSERT INTO team_answer (team_id, participant_id, event_id, rating) VALUES ($1, $2, $3, $4)', [await seat(drop), drop.id, event.id, 'good']) },
  'encounter.participant_id': 'made anew',
  'team.called_by': { fill: async () => { await seat(drop); await drop.call('callFacilitator', at(), { calling: true }); } },
};

describe('merging a double join', () => {
  it('has decided of every table that refers to a participant', async () => {
    const columns = await sql(
      `SELECT format('%s.%s', c.conrelid::regclass, a.attname) AS name FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
       WHERE c.contype = 'f' AND c.confrelid = 'participant'::regclass`);
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(REFERENCES).sort());
  });

  it.each(Object.keys(REFERENCES).filter((name) => typeof REFERENCES[name] === 'object'))('passes %s to the one who is kept', async (name) => {
    const [table, column] = name.split('.');
    await (REFERENCES[name] as { fill: () => Promise<unknown> }).fill();
    const count = async (id: string): Promise<number> => (await sql(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id])).length;
    const [before, passing] = [await count(keep.id), await count(drop.id)];
    expect(passing).toBeGreaterThan(0);
    expect(await merge()).toBe(200);
    expect([await count(drop.id), await count(keep.id)]).toEqual([0, before + passing]);
  });

  it('keeps the two out of each other’s sight, told live to the other side and to both browsers of the one', async () => {
    await avoids(drop, other);
    await greets(keep, other);
    await greets(other, keep);
    await keep.call('setFree', at(), { free: true, place: '窓ぎわ' });
    const live = await followPhone(other);
    expect([live.state.hellos.mutual, live.state.free]).toMatchObject([[{}], [{ place: '窓ぎわ' }]]);
    await merge();
    await waitFor('the mutual 会いたい, and where they are free, to go from sight', () => live.state.hellos.mutual.length + live.state.free.length === 0);
    live.cut();
    expect((await phone(drop)).me).toMatchObject({ id: keep.id, avoided: [{ participantId: other.id }] });
    const [{ count }] = await sql("SELECT count(*)::int FROM log WHERE event_id = $1 AND job ->> 'name' = 'rank-candidates' AND job -> 'data' ->> 'participantId' = $2", [event.id, other.id]);
    expect(Number(count)).toBeGreaterThan(1);
  });

  it('stands for both in the rules of the event and of its drafts', async () => {
    const apart = (id: string): TeamRulesDocument => ({ rules: [{ type: 'apart', people: [id, other.id] }] });
    await organiser.call('checkIn', at(), { participantIds: [keep.id, drop.id, other.id], here: true });
    const { body: settings } = await organiser.call('changeEvent', at(), { version: event.version, rules: apart(drop.id) });
    const { body: draft } = await organiser.call('formTeams', at(), { teamSize: { min: 2, max: 2 } });
    await merge();
    const { body: now } = await organiser.call('readConsole', at());
    expect(now.state.event).toMatchObject({ rules: apart(keep.id), version: settings.version + 1 });
    // one that is being formed is waited for under the version that its run knows
    expect(await sql('SELECT rules, version FROM proposal WHERE id = $1', [draft.proposalId])).toEqual([{ rules: apart(keep.id), version: 1 }]);
  });

  it('leaves a theme that was made of a data jacket of the one, since it is the one person’s now', async () => {
    await drop.call('addJacket', at(), { title: '人流', description: '', sharing: 'open' });
    const { themes: [{ id, title }] } = (await organiser.call('suggestThemes', at())).body;
    await organiser.call('changeEvent', at(), { version: event.version, rules: { themes: [{ id, title }] } });
    await merge();
    expect((await phone(other)).event.themes).toEqual([{ id, title }]);
    expect((await organiser.call('suggestThemes', at())).body.themes).toMatchObject([{ id }]);
  });

  it('holds nothing that everybody waits for while it waits for one person', async () => {
    await seat(keep, other);
    let merging: Promise<number> | undefined;
    await app.database.transaction(async (tx) => {
      await append(tx, event.id, [tellHellos(other.id)]);
      merging = merge();
      await waitFor('merging waits', async () => (await sql("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
      await app.database.transaction((second) => second.query("SELECT 1 FROM stream WHERE id = 'console:' || $1::text FOR UPDATE NOWAIT", [event.id]));
    });
    expect(await merging).toBe(200);
  });

  it('takes the union: what both have stays once, a 会いたい of one and the answer to the other meet, and nobody avoids, greets or knows themselves', async () => {
    for (const one of [keep, drop]) await avoids(one, other);
    await sql('DELETE FROM avoided WHERE by_id = $1', [drop.id]);
    await avoids(drop, keep);
    await avoids(keep, drop);
    await keep.call('sayKnown', { ...at(), participantId: drop.id });
    await greets(drop, keep);
    const friend = await join(app, event.joinCode, { nickname: '友' });
    await greets(drop, friend);
    await greets(friend, keep);
    await friend.call('sayKnown', { ...at(), participantId: drop.id });
    const live = await followPhone(friend);
    await merge();
    await waitFor('the friend to learn of both', () => live.state.hellos.mutual.length === 1 && live.state.known[0] === keep.id);
    live.cut();
    const now = await phone(keep);
    expect(now.me.avoided.map(({ participantId }) => participantId)).toEqual([other.id]);
    expect([now.hellos.sent, now.hellos.mutual.map(({ participantId }) => participantId), now.known]).toEqual([[friend.id], [friend.id], []]);
  });

  it('does not make mutual what one side had said in vain', async () => {
    await greets(other, drop);
    await sql("UPDATE hello SET created_at = now() - interval '2 days' WHERE from_id = $1", [other.id]);
    await greets(keep, other);
    await merge();
    expect((await phone(keep)).hellos.mutual).toEqual([]);
  });

  it('keeps contact and affiliation where the one who is kept has none, and what either of the two hides', async () => {
    const shows = { skill: true, interest: false, seeking: true, data: true };
    await drop.call('changeProfile', at(), { affiliation: '港の会', shows });
    await seat(drop);
    await drop.call('setContact', at(), { text: 'futae@example.org', shared: true });
    await merge();
    expect((await phone(keep)).me).toMatchObject({ affiliation: '港の会', contact: { text: 'futae@example.org', shared: true }, shows });
  });

  describe('where introductions leave', () => {
    const endpoint = { host: 'vec.example', model: 'm' };
    const leaving = async (): Promise<string[]> => ((await nextUnread(app.database.reader, endpoint, 10))?.introductions ?? []).map(({ text }) => text);
    const takesBack = (who: Person) => who.call('keepTextHere', at());
    const wordless = (who: Person) => sql('DELETE FROM introduction WHERE participant_id = $1', [who.id]);
    const agrees = (who: Person) => who.call('letTextLeave', at(), { host: endpoint.host, language: 'ja' });
    beforeEach(async () => {
      await app.database.transaction((tx) => setEndpoint(tx, endpoint));
      await organiser.call('changeEvent', at(), { version: event.version, textsLeave: true });
      await agrees(keep);
      await drop.call('writeIntroduction', at(), { text: '二人目の紹介文です。', shown: true, basedOn: 1 });
    });
    afterEach(() => sql('UPDATE event SET texts_leave_to = NULL'));
    afterAll(() => app.database.transaction((tx) => setEndpoint(tx, null)));

    it.each<[string, () => Promise<unknown>, string[]]>([
      ['nothing that its author has not agreed to', () => wordless(keep), []],
      ['nothing that its author took back', async () => { await wordless(keep); await agrees(drop); await takesBack(drop); }, []],
      ['nothing of one who took it back by either entry', async () => { await agrees(drop); await takesBack(drop); }, []],
      ['what was taken back and agreed to anew', async () => { await wordless(keep); await agrees(drop); await takesBack(drop); await agrees(drop); }, ['二人目の紹介文です。']],
      ['the words of the one who is kept, where the other was never asked', async () => undefined, ['写真を撮ります。']],
    ])('leaves %s', async (_, before, left) => {
      await before();
      await merge();
      expect(await leaving()).toEqual(left);
    });

    it('forgets what had come back of words that may leave no more', async () => {
      const [mine] = (await nextUnread(app.database.reader, endpoint, 10))!.introductions;
      await saveVectors(app.database.reader, endpoint, [{ ...mine, vector: Float32Array.of(1) }]);
      await agrees(drop);
      await takesBack(drop);
      expect(await readVectorOf(app.database.reader, keep.id)).not.toBeNull();
      await merge();
      expect(await readVectorOf(app.database.reader, keep.id)).toBeNull();
    });

    it('leaves what is written after two entries without words were merged', async () => {
      for (const one of [keep, drop]) await wordless(one);
      await merge();
      await keep.call('writeIntroduction', at(), { text: 'あとで書いた紹介文です。', shown: true, basedOn: 0 });
      expect(await leaving()).toEqual(['あとで書いた紹介文です。']);
    });
  });

  it('remembers the seat that either had before and said no to', async () => {
    await seat(drop);
    await app.database.transaction((tx) => freeSeat(tx, event.id, drop.id, true));
    await merge();
    expect(await sql('SELECT declined FROM seat WHERE participant_id = $1', [keep.id])).toEqual([{ declined: true }]);
  });

  it.each([[true, false, '次の回'], [false, true, '前の回'], [true, true, '前の回'], [false, false, '前の回']])('of two teams they formed, of which one has stood (%s) and the other (%s), keeps the one that still counts', async (stood, alsoStood, left) => {
    const database = app.database.reader;
    await addFoundedTeam(database, { eventId: event.id, name: '前の回', seats: 3, wants: [] }, keep.id);
    const next = await addFoundedTeam(database, { eventId: event.id, name: '次の回', seats: 3, wants: [] }, drop.id);
    await addFoundedMember(database, next.id, other.id);
    await sql("UPDATE founded_team SET ended = CASE name WHEN '前の回' THEN $2::boolean ELSE $3 END WHERE event_id = $1", [event.id, stood, alsoStood]);
    await merge();
    expect(await sql('SELECT name FROM founded_team t JOIN founded_team_member m ON m.founded_team_id = t.id WHERE m.participant_id = $1', [keep.id])).toEqual([{ name: left }]);
    expect((await phone(other)).foundedTeam?.members.length).toBe(alsoStood ? undefined : left === '次の回' ? 2 : 1);
  });

  it('somebody who had left by one of the two and was checked in by the other is here', async () => {
    await keep.call('setPresence', at(), { left: true });
    await organiser.call('checkIn', at(), { participantIds: [drop.id], here: true });
    await merge();
    expect((await phone(keep)).me).toMatchObject({ here: true, left: false });
  });
});
