import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { addLoginLink, ensureOrganiser, hashToken, makeToken, openDatabase, type Database } from '@tsunagu/storage';
import type { HttpAnswers, PhoneState, Sector } from '@tsunagu/contracts';
import { Caller, makeEvent } from '../helpers/event-app.js';
import { followConsole, followPhone, followWall, type LiveClient } from '../helpers/live-client.js';
import { startProduct, type Product } from '../helpers/product.js';
import { sharedStore } from '../helpers/stores.js';
import { waitFor } from '../helpers/wait-for.js';

interface FixturePerson { id: string; name: string; affiliation: string; sector: Sector; intro: string; data_jackets: { title: string; description: string; sharing: 'open' | 'negotiable' | 'closed' }[] }
const fixture = JSON.parse(readFileSync(new URL('../fixtures/event-e1.json', import.meta.url), 'utf8')) as { event: { title: string; theme: string }; participants: FixturePerson[] };

type Phone = Caller & { id: string; eventId: string };

const queues: [where: string, redis: () => string | undefined][] = [['PostgreSQL', () => undefined], ['Redis', () => sharedStore('TEST_REDIS_URL')]];

describe.each(queues)('the whole way with queues on %s', (_, redis) => {
  let product: Product;
  let database: Database;
  let organiser: Caller;
  let event: HttpAnswers['createEvent'];

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT_FACTOR: '100', LOG_LEVEL: 'debug', REDIS_URL: redis() } });
    database = await openDatabase(product.databaseUrl!, 2);
    organiser = await signIn();
    event = await makeEvent(organiser, { title: fixture.event.title, theme: fixture.event.theme, recipe: 'living-lab', teamSize: { min: 4, max: 5 } });
  }, 180_000);
  afterAll(async () => {
    await database?.source.destroy();
    await product?.stop();
  });

  async function signIn(): Promise<Caller> {
    const token = makeToken();
    const { id } = await ensureOrganiser(database.reader, 'organiser');
    await addLoginLink(database.reader, id, hashToken(token), new Date(Date.now() + 600_000));
    const caller = new Caller(product.origin);
    await caller.call('useLoginLink', {}, { token });
    return caller;
  }

  async function enter(person: FixturePerson): Promise<Phone> {
    const caller = new Caller(product.origin);
    const { status, body, problem } = await caller.call('join', { code: event.joinCode }, {
      nickname: person.name, affiliation: person.affiliation, sector: person.sector, consentVersion: event.consentVersion, introduction: person.intro, jackets: person.data_jackets,
    }, { 'idempotency-key': `enter-${person.id}` });
    if (status !== 201) throw new Error(`${person.id}: ${status} ${JSON.stringify(problem)}`);
    return Object.assign(caller, { id: body.participantId, eventId: body.eventId });
  }

  /** Tables, queues included, that hold any of these texts. */
  async function tablesWith(texts: string[]): Promise<string[]> {
    const tables: { name: string }[] = await database.reader.query(
      "SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'");
    const found = [];
    for (const { name } of tables) {
      const [{ n }] = await database.reader.query(`SELECT count(*)::int AS n FROM ${name} t WHERE t::text LIKE ANY ($1)`, [texts.map((text) => `%${text}%`)]);
      if (n) found.push(name);
    }
    return found;
  }

  const phones: Phone[] = [];
  const clients = new Map<string, LiveClient<PhoneState>>();
  const board = () => followConsole(organiser, event.id);

  describe('from introductions to teams on the phones', () => {
    it('feature 12 and 21: thirty-two introductions become tags and candidates by push, although the matching process is killed in the middle', async () => {
      const half = fixture.participants.length / 2;
      for (const person of fixture.participants.slice(0, half)) phones.push(await enter(person));
      product.kill('matching', 'SIGKILL');
      for (const person of fixture.participants.slice(half)) phones.push(await enter(person));
      for (const phone of phones) clients.set(phone.id, await followPhone(phone));
      for (const client of clients.values()) {
        await waitFor('tags and candidates', () => client.state.me.reading === 'read' && client.state.statements.length > 0 && client.state.candidates.length > 0, 60);
      }
      // nothing lost, nothing doubled
      const [{ people, doubled }] = await database.reader.query(
        `SELECT (SELECT count(*)::int FROM participant WHERE event_id = $1) AS people,
         (SELECT count(*)::int FROM (SELECT 1 FROM statement WHERE event_id = $1 AND found_as IS NOT NULL GROUP BY participant_id, found_as HAVING count(*) > 1) d) AS doubled`, [event.id]);
      expect({ people, doubled }).toEqual({ people: fixture.participants.length, doubled: 0 });
    }, 120_000);

    it('feature 22: every candidate says why, in both languages', () => {
      for (const client of clients.values()) {
        for (const candidate of client.state.candidates.slice(0, 3)) {
          expect(candidate.reasons.length).toBeGreaterThan(0);
          expect(candidate.reasons[0].text.ja).toMatch(/[ぁ-ん]/);
          expect(candidate.reasons[0].text.en).toMatch(/[a-z]/i);
        }
      }
    });

    it('feature 24: the first and the last arrival have candidates', () => {
      for (const phone of [phones[0], phones.at(-1)!]) expect(clients.get(phone.id)!.state.candidates.length).toBeGreaterThanOrEqual(3);
    });

    it('evidence points at words of the introduction', () => {
      for (const client of clients.values()) {
        const text = client.state.me.introduction.text!;
        for (const one of client.state.statements) for (const [start, end] of one.evidence) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).trim()).not.toBe('');
        }
      }
    });

    it('an introduction stands in its own row alone: in no job, push, queue or line of the logs', async () => {
      // longer than what a reason may quote, and without what a row's text would write in another way
      const texts = fixture.participants.map(({ intro }) => intro.slice(0, 70)).filter((text) => text.length === 70 && !/["\\\n]/.test(text));
      expect(texts.length).toBeGreaterThan(5);
      expect(await tablesWith(texts)).toEqual(['public.introduction']);
      for (const { intro } of fixture.participants) expect(product.output().includes(intro.slice(0, 20))).toBe(false);
    });

    it('feature 7: an edited introduction is read again; what a hand has decided survives', async () => {
      const [phone] = phones;
      const client = clients.get(phone.id)!;
      const [removed, hidden] = client.state.statements;
      await phone.call('changeTag', { eventId: event.id, tagId: removed.id }, { removed: true });
      await phone.call('changeTag', { eventId: event.id, tagId: hidden.id }, { hidden: true });
      const added = (await phone.call('addTag', { eventId: event.id }, { label: 'お茶くみ名人', kind: 'skill' })).body.statement;
      const { text, revision } = client.state.me.introduction;
      await phone.call('writeIntroduction', { eventId: event.id }, { text: `${text}\n最近は溶接もできます。`, basedOn: revision });
      await waitFor('the new reading', () => client.state.me.introduction.revision === revision + 1 && client.state.me.reading === 'read' && client.state.statements.some((one) => one.label.includes('溶接')));
      const labels = client.state.statements.map((one) => `${one.kind} ${one.concept}`);
      expect(client.state.statements.map((one) => one.id)).toContain(added.id);
      expect(labels.filter((label) => label === `${removed.kind} ${removed.concept}`)).toEqual([]);
      expect(client.state.statements.find((one) => one.id === hidden.id)).toMatchObject({ hidden: true, byHand: true });
    });

    it('feature 66 and 36: one press puts everybody who is here into a team, and nobody else sees the draft', async () => {
      expect((await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 4, max: 5 } })).problem.code).toBe('teams.nobody_here');
      const absent = phones.at(-1)!;
      const here = phones.filter((phone) => phone !== absent).map((phone) => phone.id);
      await organiser.call('checkIn', { eventId: event.id }, { participantIds: here, here: true });
      const console_ = await board();
      const before = clients.get(phones[0].id)!.received.length;
      expect((await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 4, max: 5 }, seed: 7, seconds: 0.5 })).status).toBe(201);
      await waitFor('the draft', () => console_.state.proposal?.status === 'draft' && console_.state.proposal.objective !== null);
      const { teams, unplaced, objective, baseline } = console_.state.proposal!;
      const placed = teams.flatMap((team) => team.members.map((member) => member.participantId));
      expect([...placed, ...unplaced.map((one) => one.participantId)].sort()).toEqual([...here].sort());
      for (const team of teams) expect(team.members.length >= 4 && team.members.length <= 5).toBe(true);
      // feature 50: the score stands beside the mean of random teams
      expect(objective!).toBeGreaterThan(baseline!);
      for (const team of teams) expect(team.reasons[0].text.ja).toMatch(/[ぁ-んァ-ン一-龠]/);
      expect(clients.get(phones[0].id)!.received.slice(before).filter((one) => one.type === 'team.changed')).toEqual([]);
      console_.cut();
    });

    it('feature 44, 46, 43 and 45: a hand move shows its effect, survives a new run, and can be undone', async () => {
      const console_ = await board();
      const draft = () => console_.state.proposal!;
      const teamOf = (id: string) => draft().teams.find((team) => team.members.some((member) => member.participantId === id))?.id;
      const settled = () => waitFor('the draft to be scored', () => draft().status === 'draft' && draft().teams.every((team) => !team.members.length || team.score !== null));
      await settled();
      const person = draft().teams.find((team) => team.members.length === 5)?.members[0].participantId ?? draft().teams[0].members[0].participantId;
      const from = teamOf(person)!;
      const to = draft().teams.find((team) => team.id !== from && team.members.length === 4)!.id;
      const at = () => ({ eventId: event.id, proposalId: draft().id });
      const moved = await organiser.call('movePerson', at(), { participantId: person, toTeamId: to, version: draft().version });
      expect(moved.status).toBe(200);
      await waitFor('the move and its effect', () => teamOf(person) === to && draft().lastDelta !== null);
      // two organisers at once: the second gets the fresh state
      const stale = await organiser.call('movePerson', at(), { participantId: person, toTeamId: from, version: moved.body.version - 1 });
      expect([stale.status, stale.problem.code]).toEqual([409, 'edit.conflict']);
      expect(stale.problem.current).toMatchObject({ id: draft().id });
      await settled();
      await organiser.call('formAgain', at(), { version: draft().version });
      await waitFor('the new run', () => draft().status === 'draft' && draft().seed === 8);
      expect(teamOf(person)).toBe(to);
      await settled();
      for (let i = 0; i < 2; i++) {
        expect((await organiser.call('undo', at(), { version: draft().version })).status).toBe(200);
        await waitFor('the undone draft', () => draft().canRedo.length > 0 && (i === 0 || !draft().canUndo.length));
        await settled();
      }
      expect(teamOf(person)).toBe(from);
      console_.cut();
    });

    it('feature 52 and 71: publishing shows every phone its team; the one who was not here has none', async () => {
      const console_ = await board();
      const wall = await followWall(new Caller(product.origin), event.wallSecret);
      const { id: proposalId, version, teams } = console_.state.proposal!;
      expect((await organiser.call('publish', { eventId: event.id, proposalId }, { version })).status).toBe(200);
      for (const team of teams) for (const { participantId } of team.members) {
        const client = clients.get(participantId)!;
        await waitFor('the team on the phone', () => client.state.team !== null);
        expect(client.state.team!.members.map((member) => member.participantId).sort()).toEqual(team.members.map((member) => member.participantId).sort());
      }
      expect(clients.get(phones.at(-1)!.id)!.state.team).toBeNull();
      await waitFor('the wall to announce the teams', () => wall.state.room.teams.length === teams.length);
      wall.cut();
      console_.cut();
    });

    it('feature 67: a late arrival is placed without moving others', async () => {
      const console_ = await board();
      const late = phones.at(-1)!;
      const seats = () => new Map(console_.state.teams.flatMap((team) => team.members.map((member) => [member.participantId, team.id] as const)));
      const before = seats();
      await organiser.call('checkIn', { eventId: event.id }, { participantIds: [late.id], here: true });
      await waitFor('a team or a cause', () => seats().has(late.id) || console_.state.unplaced.some((one) => one.participantId === late.id && one.cause.ja));
      for (const [id, team] of before) expect(seats().get(id)).toBe(team);
      console_.cut();
    });

    it('feature 68: somebody who leaves opens a seat, and the team goes on', async () => {
      const leaver = phones[3];
      const client = clients.get(leaver.id)!;
      const mates = client.state.team!.members.map((member) => member.participantId).filter((id) => id !== leaver.id);
      const mate = clients.get(mates[0])!;
      const open = mate.state.team!.openSeats;
      await leaver.call('setPresence', { eventId: event.id }, { left: true });
      await waitFor('the empty seat', () => mate.state.team!.openSeats === open + 1 && !mate.state.team!.members.some((member) => member.participantId === leaver.id));
    });

    it('feature 80: contacts are shown where both sides share theirs', async () => {
      const [a] = phones;
      const mates = clients.get(a.id)!.state.team!.members.filter((member) => member.participantId !== a.id);
      const b = phones.find((phone) => phone.id === mates[0].participantId)!;
      const contactOf = (client: LiveClient<PhoneState>, id: string) => client.state.team!.members.find((member) => member.participantId === id)!.contact;
      await a.call('setContact', { eventId: event.id }, { text: 'LINE: sakura', shared: true });
      expect(contactOf(clients.get(b.id)!, a.id)).toBeNull();
      await b.call('setContact', { eventId: event.id }, { text: 'mail: b@example.org', shared: true });
      await waitFor('both contacts', () => contactOf(clients.get(b.id)!, a.id) === 'LINE: sakura' && contactOf(clients.get(a.id)!, b.id) === 'mail: b@example.org');
    });

    it('feature 95: erasing oneself leaves no trace in the database, and an empty seat', async () => {
      const gone = phones[5];
      const person = fixture.participants[5];
      const mates = clients.get(gone.id)!.state.team?.members.filter((member) => member.participantId !== gone.id) ?? [];
      const { body } = await gone.call('eraseMe', { eventId: event.id });
      expect(body.proof).toMatch(/^[0-9a-f-]{36}$/);
      for (const { participantId } of mates) {
        await waitFor('the empty seat', () => !clients.get(participantId)!.state.team!.members.some((member) => member.participantId === gone.id));
      }
      await waitFor('candidates without them', () => [...clients.values()].every((client) => client.state.me.id === gone.id || !client.state.candidates.some((candidate) => candidate.participantId === gone.id)));
      expect(await tablesWith([person.intro.slice(0, 20), person.name])).toEqual([]);
    });

    it('every page ends in the state of a fresh snapshot', async () => {
      for (const [id, client] of clients) {
        if (client.state.erased) continue;
        // a snapshot leaves out at once whoever has been seated beside its reader; the list without them is pushed a moment later
        let states: { live: unknown; fresh: unknown } | undefined;
        await waitFor('the pushes of what has just happened', async () => {
          states = await client.settled(({ me, ...state }) => ({ ...state, me: { ...me, introduction: { ...me.introduction, text: undefined } } }));
          return isDeepStrictEqual(states.live, states.fresh);
        }).catch(() => undefined);
        expect({ id, state: states?.live }).toEqual({ id, state: states?.fresh });
        client.cut();
      }
    });
  });
});
