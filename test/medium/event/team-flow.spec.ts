import fc from 'fast-check';
import { ALL_FULL, SEAT_OPEN, type ConsoleState, type HttpAnswers, type HttpBody, type PhoneState, type RepairMove } from '@tsunagu/contracts';
import { append, changeParticipant, changeProposal, findProposal, freeSeat, loadTeamFacts, lockPeople, lockTeam, ParticipantEntity, readRounds, readStandingSizes, readTeams, saveRepair, scoreProposal, setUnplaced, takeSeat, tellTeams, withoutAbout } from '@tsunagu/storage';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { finishRun } from '../../helpers/finish-run.js';
import { followConsole, followPhone } from '../../helpers/live-client.js';
import { waitFor } from '../../helpers/wait-for.js';

type Person = Caller & { id: string; eventId: string };
let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let people: Person[];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
});
afterAll(() => app.close());

const state = async (): Promise<ConsoleState> => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const phone = async (person: Person): Promise<PhoneState> => (await person.call('readPhone', { eventId: event.id })).body.state;
const draft = async () => (await state()).proposal!;
const at = async () => ({ eventId: event.id, proposalId: (await draft()).id });
let serial = 0;
const freshId = (): string => `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`;

/** A reason that names somebody. */
const told = (nickname: string) => ({ type: 'shared', labels: ['海'], text: { ja: `${nickname}さんは「海」に関心があります。`, en: `${nickname} cares about “海”.`, yasashii: `${nickname}さんは 「海」に きょうみが あります。` } });

/** The same as the run leaves it, with whom it is about. */
const toldOf = (place: number) => ({ ...told(`人${place}`), people: [people[place].id] });

/** A run that ends with teams of three in the order of joining. */
const threes = (proposalId: string): Promise<void> => finishRun(app.database, { eventId: event.id, proposalId }, [0, 3].map((from) => ({
  id: freshId(), reasons: [toldOf(from), toldOf(from + 1)], members: people.slice(from, from + 3).map(({ id }) => id),
})));
async function form(label = ''): Promise<string> {
  const { body } = await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 4 }, label });
  await threes(body.proposalId);
  return body.proposalId;
}
const publish = async (why = ''): Promise<void> => { await organiser.call('publish', await at(), { version: (await draft()).version, why }); };
const move = async (who: Caller, person: number, team: number): Promise<number> => {
  const { id, version, teams } = await draft();
  return (await who.call('movePerson', { eventId: event.id, proposalId: id }, { participantId: people[person].id, toTeamId: teams[team].id, version })).status;
};
const seating = async (): Promise<number[][]> => (await draft()).teams.map((team) => team.members.map((member) => people.findIndex((person) => person.id === member.participantId)).sort());
const actions = async (): Promise<string[]> => (await organiser.call('listAudit', { eventId: event.id })).body.lines.map((line) => line.action);

async function setUp(): Promise<void> {
  event = await makeEvent(organiser);
  people = [];
  for (let i = 0; i < 6; i++) people.push(await join(app, event.joinCode, { nickname: `人${i}` }));
  await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map((person) => person.id), here: true });
}
beforeEach(setUp);

describe('feature 29: 会いたい and teams', () => {
  it('what nobody has answered ends when the two sit in one team, at publication or later; what both said stays', async () => {
    const [a, b, c, d, e] = people;
    const hello = (from: Person, to: Person) => from.call('sayHello', { eventId: event.id, participantId: to.id });
    await hello(a, b);
    await hello(a, d);
    await hello(c, a);
    await hello(a, c);
    await hello(e, a);
    await form();
    await publish();
    expect((await phone(a)).hellos).toMatchObject({ sent: expect.arrayContaining([c.id, d.id]), mutual: [{ participantId: c.id }] });
    expect((await phone(a)).hellos.sent).not.toContain(b.id);
    expect((await phone(e)).hellos.sent).toEqual([a.id]);
    const [team] = (await state()).teams;
    await organiser.call('freeSeat', { eventId: event.id, participantId: e.id }, { why: '' });
    await organiser.call('placePerson', { eventId: event.id }, { participantId: e.id, teamId: team.id, why: '' });
    expect((await phone(e)).hellos.sent).toEqual([]);
    expect((await phone(a)).hellos.sent).toContain(d.id);
  });
});

describe('feature 45 and 51: two organisers on one draft', () => {
  let second: Caller;
  beforeEach(async () => {
    second = await app.organiser('second');
    await app.database.reader.query("INSERT INTO event_organiser (event_id, organiser_id, role) SELECT $1, id, 'organiser' FROM organiser WHERE login = 'second'", [event.id]);
    await form();
  });

  it('each takes back their own steps, whatever the other does meanwhile', async () => {
    await move(organiser, 0, 1);
    await move(second, 3, 0);
    const mine = (await organiser.call('readConsole', { eventId: event.id })).body.organiserId;
    expect((await draft()).canUndo).toHaveLength(2);
    expect((await organiser.call('undo', await at(), { version: (await draft()).version })).status).toBe(200);
    expect(await seating()).toEqual([[0, 1, 2, 3], [4, 5]]);
    expect((await draft()).canRedo).toEqual([mine]);
    expect((await second.call('undo', await at(), { version: (await draft()).version })).status).toBe(200);
    expect(await seating()).toEqual([[0, 1, 2], [3, 4, 5]]);
  });

  it('taken back, forming the rest again gives teams back the names that they had', async () => {
    const { id: teamId } = (await draft()).teams[0];
    await organiser.call('renameTeam', await at(), { teamId, name: '見守り', version: (await draft()).version });
    await organiser.call('formAgain', await at(), { version: (await draft()).version });
    await threes((await draft()).id);
    const names = async (): Promise<string[]> => (await draft()).teams.filter(({ members }) => members.length > 0).map(({ name }) => name).sort();
    expect(await names()).toEqual(['チーム1', 'チーム2']);
    await organiser.call('undo', await at(), { version: (await draft()).version });
    expect(await names()).toEqual(['チーム2', '見守り']);
  });

  it('a step that the other has overtaken is not forced back over their decision', async () => {
    await move(organiser, 0, 1);
    await move(second, 0, 0);
    const refused = await organiser.call('undo', await at(), { version: (await draft()).version });
    expect([refused.status, refused.problem.code]).toEqual([409, 'teams.overtaken']);
    expect(await seating()).toEqual([[0, 1, 2], [3, 4, 5]]);
  });
});

describe('feature 47: proposals side by side', () => {
  it('an earlier one is put aside, compared and chosen again; a stale choice is refused with the fresh list', async () => {
    const first = await form('混ぜる');
    await move(organiser, 0, 1);
    const second = await form('近い関心');
    const { proposals, proposal } = await state();
    expect(proposal!.id).toBe(second);
    expect(proposals.map(({ id, label, status, teams, inCommon }) => ({ id, label, status, teams, inCommon }))).toEqual([
      { id: first, label: '混ぜる', status: 'aside', teams: 2, inCommon: expect.closeTo(4 / 6, 9) },
      { id: second, label: '近い関心', status: 'draft', teams: 2, inCommon: 1 },
    ]);
    const { version } = proposals[0];
    const stale = await organiser.call('chooseProposal', { eventId: event.id, proposalId: first }, { version: version - 1 });
    expect([stale.status, stale.problem.code]).toEqual([409, 'teams.other_draft']);
    expect(stale.problem.current).toHaveLength(2);
    expect((await organiser.call('chooseProposal', { eventId: event.id, proposalId: first }, { version })).status).toBe(200);
    expect((await draft()).id).toBe(first);
    expect(await seating()).toEqual([[1, 2], [0, 3, 4, 5]]);
    expect((await state()).proposals.map(({ status }) => status)).toEqual(['draft', 'aside']);
    await publish();
    expect((await state()).proposals).toEqual([]);
  });

  it('another one is formed around what a hand has decided in the draft, or in one put aside; not around one that is over or of another event', async () => {
    const first = await form();
    const another = async (keepFrom: string, eventId = event.id) => organiser.call('formTeams', { eventId }, { teamSize: { min: 2, max: 4 }, keepFrom });
    const planOf = async (id: string) => (await findProposal(app.database.reader, event.id, id))!.plan;
    const { body: { proposalId: free } } = await another(first);
    expect(await planOf(free)).toEqual({ teams: [], unplaced: [] });
    await threes(free);
    await move(organiser, 0, 1);
    const { body: { proposalId: held } } = await another(free);
    expect((await planOf(held)).teams.map(({ members }) => members.length)).toEqual([2, 4]);
    expect((await planOf(held)).teams[1].members.find(({ participantId }) => participantId === people[0].id)).toEqual({ participantId: people[0].id, pinned: true });
    expect((await another(free)).status).toBe(201);
    await organiser.call('discard', { eventId: event.id, proposalId: free });
    const over = await another(free);
    const foreign = await another(first, (await makeEvent(organiser)).id);
    expect([over.problem.code, foreign.problem.code]).toEqual(['teams.no_draft', 'teams.nobody_here']);
  });
});

describe('publishing after people have left the room', () => {
  it('who has gone home or is checked out gets no seat and no word about them is told; their seats stay open for who waits', async () => {
    await form();
    await people[0].call('setPresence', { eventId: event.id }, { left: true });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.slice(3).map(({ id }) => id), here: false });
    await publish();
    const { teams, unplaced } = await state();
    expect(teams.map(({ number, members, openSeats, reasons }) => [number, members.map(({ nickname }) => nickname).sort(), openSeats, reasons])).toEqual([[1, ['人1', '人2'], 2, [told('人1')]]]);
    expect([unplaced, (await phone(people[0])).team, (await phone(people[3])).team]).toEqual([[], null, null]);
    const jobs = await app.database.reader.query("SELECT job -> 'data' AS data FROM log WHERE event_id = $1 AND job ->> 'name' = 'refill-seat'", [event.id]);
    expect(jobs).toEqual([{ data: { eventId: event.id, teamId: teams[0].id } }]);
    await people[0].call('setPresence', { eventId: event.id }, { left: false });
    expect(await app.database.reader.query("SELECT job ->> 'name' AS name FROM log WHERE event_id = $1 AND job -> 'data' ->> 'participantId' = $2 AND job ->> 'name' = 'place-late'", [event.id, people[0].id])).toHaveLength(1);
  });

  it('of somebody who leaves at the moment of publication no seat is left behind', async () => {
    await form();
    await app.database.transaction(async (tx) => {
      await lockPeople(tx, [people[0].id]);
      const publishing = publish();
      await waitFor('publishing waits', async () => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
      await changeParticipant(tx, people[0].id, { gone: true });
      return { publishing };
    }).then(({ publishing }) => publishing);
    expect((await phone(people[0])).team).toBeNull();
    expect((await state()).teams[0].members).toHaveLength(2);
  });
});

describe('publishing after people have come', () => {
  const seatOrders = async (): Promise<string[]> => (await app.database.reader.query("SELECT job -> 'data' ->> 'participantId' AS id FROM log WHERE event_id = $1 AND job ->> 'name' = 'place-late' ORDER BY seq", [event.id])).map(({ id }: { id: string }) => id);
  const arrive = async (nickname: string): Promise<Person> => {
    const person = await join(app, event.joinCode, { nickname });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [person.id], here: true });
    return person;
  };

  it('who was checked in after the draft was made is listed and a seat is looked for, also where an earlier round had one; not of who is paused', async () => {
    await form();
    await publish();
    await form();
    const [late, paused] = [await arrive('遅い'), await arrive('休止中')];
    expect(await seatOrders()).toEqual([late.id, paused.id]);
    const [team] = (await state()).teams;
    await organiser.call('placePerson', { eventId: event.id }, { participantId: late.id, teamId: team.id, why: '' });
    await paused.call('setPresence', { eventId: event.id }, { paused: true });
    await publish();
    expect((await state()).unplaced).toEqual([{ participantId: late.id, code: 'waiting', cause: expect.objectContaining({ ja: expect.stringContaining('あとに来ました') }) }]);
    expect(await seatOrders()).toEqual([late.id, paused.id, late.id]);
  });

  it('nothing is told to a team that one of its people has taken back since the draft was made, whoever works on it just then', async () => {
    const shy = people[0];
    const introduce = (text: string, shown: boolean, basedOn: number) => shy.call('writeIntroduction', { eventId: event.id }, { text, shown, basedOn });
    await introduce('灯台が好きです。', true, 1);
    await form();
    const reasons = async () => (await draft()).teams.map((team) => team.reasons.length);
    const { version } = await draft();
    await introduce('灯台が好きです。', true, 2);
    expect([await reasons(), (await draft()).version]).toEqual([[2, 2], version]);
    await introduce('灯台が好きです。', false, 3);
    expect([await reasons(), (await draft()).version]).toEqual([[0, 2], version + 1]);
    const overtaken = await organiser.call('publish', await at(), { version });
    expect([overtaken.status, overtaken.problem.code]).toEqual([409, 'edit.conflict']);
    await publish();
    expect((await state()).teams.map((team) => team.reasons.length)).toEqual([0, 2]);
  });

  it('reasons that are worked out while publishing waits for somebody are told to the teams', async () => {
    const proposalId = await form();
    const { version, plan } = (await findProposal(app.database.reader, event.id, proposalId))!;
    const bare = { ...plan, teams: plan.teams.map((team) => ({ ...team, reasons: [] })) };
    const score = (to: typeof plan) => scoreProposal(app.database.reader, { id: proposalId, version }, { plan: to, objective: 0.5, lastDelta: null, wishes: [], broken: [] });
    await score(bare);
    const { publishing } = await app.database.transaction(async (tx) => {
      await lockPeople(tx, [people[0].id]);
      const publishing = publish();
      await waitFor('publishing waits', async () => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
      expect(await score(plan)).toBe(true);
      return { publishing };
    });
    await publishing;
    expect((await state()).teams.map((team) => team.reasons)).toEqual(plan.teams.map((team) => team.reasons.map(withoutAbout)));
  });

  it('whoever is being checked in at that moment is not forgotten', async () => {
    await form();
    const late = await join(app, event.joinCode, { nickname: '遅い' });
    await app.database.transaction(async (tx) => {
      await changeParticipant(tx, late.id, { here: true });
      const publishing = publish();
      await waitFor('publishing waits', async () => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
      return { publishing };
    }).then(({ publishing }) => publishing);
    expect(await seatOrders()).toEqual([late.id]);
  });

  it('who had said no to a seat and is in no plan stays listed, and is given none unasked', async () => {
    await form();
    await publish();
    await people[0].call('answerSeat', { eventId: event.id }, { accepted: false });
    const here = (now: boolean) => organiser.call('checkIn', { eventId: event.id }, { participantIds: [people[0].id], here: now });
    await here(false);
    const proposalId = await form();
    const { plan, version } = (await findProposal(app.database.reader, event.id, proposalId))!;
    const without = plan.teams.map((one) => ({ ...one, members: one.members.filter(({ participantId }) => participantId !== people[0].id) }));
    await changeProposal(app.database.reader, { id: proposalId, version }, { plan: { ...plan, teams: without } });
    await here(true);
    await publish();
    expect([(await state()).unplaced.map(({ participantId, code }) => [participantId, code]), (await phone(people[0])).me.declined, await seatOrders()]).toEqual([[[people[0].id, 'declined']], true, []]);
  });
});

describe('feature 53: accept or decline on the phone', () => {
  beforeEach(async () => { await form(); await publish(); });

  it('what a member brings has its English name, like their tags', async () => {
    await people[0].call('addJacket', { eventId: event.id }, { title: '来客数', description: '', sharing: 'open' });
    await app.database.reader.query(
      `INSERT INTO statement (event_id, participant_id, revision, kind, label, en, concept, score, evidence, rule, by_hand, hidden, removed) VALUES ($1, $2, 1, 'skill', '営業', 'sales', '営業', 0.9, '[]', 'test', false, false, false)`, [event.id, people[0].id]);
    const [member] = (await phone(people[1])).team!.members.filter(({ participantId }) => participantId === people[0].id);
    expect(member).toMatchObject({ brings: [{ label: '営業', en: 'sales' }, { label: '来客数' }], tags: [{ label: '営業', en: 'sales' }] });
    expect((await state()).teams.flatMap(({ members }) => members)).toContainEqual(expect.objectContaining({ participantId: people[0].id, tags: [expect.objectContaining({ en: 'sales' })] }));
  });

  it('an answer that waited on the phone is refused where its person is in another team by now', async () => {
    const { teams: [own, other] } = await state();
    const [one] = people.filter(({ id }) => own.members.some(({ participantId }) => participantId === id));
    const answers = [];
    for (const teamId of [other.id, own.id]) answers.push(await one.call('answerSeat', { eventId: event.id }, { accepted: false, teamId }));
    expect(answers.map(({ status, problem }) => [status, problem?.code])).toEqual([[409, 'teams.no_seat'], [200, undefined]]);
  });

  it('the team sees who comes; who declines is listed with the cause and the seat is offered to somebody else', async () => {
    expect((await people[0].call('answerSeat', { eventId: event.id }, { accepted: true })).status).toBe(200);
    expect((await phone(people[1])).team!.members.filter(({ accepted }) => accepted).map(({ participantId }) => participantId)).toEqual([people[0].id]);
    expect((await people[1].call('answerSeat', { eventId: event.id }, { accepted: false })).status).toBe(200);
    const { teams, unplaced } = await state();
    expect(teams[0].members.map(({ participantId }) => participantId).sort()).toEqual([people[0].id, people[2].id].sort());
    expect(unplaced).toEqual([{ participantId: people[1].id, code: 'declined', cause: expect.objectContaining({ ja: expect.stringContaining(`チーム${teams[0].number}への参加`) }) }]);
    expect((await phone(people[1])).team).toBeNull();
    expect(teams[0].reasons).toEqual([told('人0')]); // nothing of who has declined
    expect(teams[1].reasons).toEqual([told('人3'), told('人4')]);
    const jobs = await app.database.reader.query("SELECT job FROM log WHERE event_id = $1 AND job ->> 'name' = 'refill-seat'", [event.id]);
    expect(jobs.map((row: { job: { data: object } }) => row.job.data)).toEqual([{ eventId: event.id, teamId: teams[0].id }]);
    expect(await actions()).toContain('team.declined');
    expect([(await phone(people[1])).me.declined, (await phone(people[0])).me.declined]).toEqual([true, false]);
    const again = await people[1].call('answerSeat', { eventId: event.id }, { accepted: true });
    expect([again.status, again.problem.code]).toEqual([409, 'teams.no_seat']);
  });
});

describe('erasing', () => {
  beforeEach(async () => { await form(); await publish(); });

  it('takes what may quote somebody out of the team whose seat they have declined as well, at once for who sits there', async () => {
    await people[0].call('answerSeat', { eventId: event.id }, { accepted: false });
    const quoting = { type: 'shared', labels: ['灯台守の娘'], text: { ja: '「灯台守の娘」が共通です。', en: 'Both: “灯台守の娘”.', yasashii: '「灯台守の娘」が おなじです。' } };
    await app.database.reader.query("UPDATE team SET reasons = $2, question = $3 WHERE event_id = $1 AND number = 1", [event.id, JSON.stringify([quoting]), JSON.stringify(quoting.text)]);
    const mate = await followPhone(people[1]);
    await people[0].call('eraseMe', { eventId: event.id });
    const { live, fresh } = await mate.settled(({ team }) => [team?.reasons, team?.question]);
    expect([live, fresh]).toEqual([[[], null], [[], null]]);
    mate.cut();
  });

  it('is not needed to take one’s words out of what the team is told: who writes something else is quoted no more', async () => {
    const mate = await followPhone(people[1]);
    await people[0].call('writeIntroduction', { eventId: event.id }, { text: '写真を撮ります。', shown: true, basedOn: 1 });
    expect((await mate.settled(({ team }) => team?.reasons)).fresh).toEqual([told('人0'), told('人1')]);
    await people[0].call('writeIntroduction', { eventId: event.id }, { text: '灯台が好きです。', shown: true, basedOn: 2 });
    const { live, fresh } = await mate.settled(({ team }) => team?.reasons);
    expect([live, fresh]).toEqual([[told('人1')], [told('人1')]]);
    mate.cut();
  });

  it.each([
    ['shows their introduction no more', () => people[0].call('writeIntroduction', { eventId: event.id }, { text: '写真を撮ります。', shown: false, basedOn: 1 })],
    ['says no to their seat', () => people[0].call('answerSeat', { eventId: event.id }, { accepted: false })],
    ['turns out to be somebody who has joined once more', async () => organiser.call('mergePeople', { eventId: event.id }, { keepId: (await join(app, event.joinCode, { nickname: '本名' })).id, dropId: people[0].id })],
  ])('what a team was told of somebody goes with who has another name by now and %s; what merely has that name in it stays', async (_, step) => {
    await app.database.reader.query('UPDATE team SET question = $2 WHERE event_id = $1', [event.id, JSON.stringify({ ...told('人0').text, people: [people[0].id] })]);
    expect((await phone(people[1])).team!.question).toEqual(told('人0').text);
    await app.database.reader.query("UPDATE participant SET nickname = '海' WHERE id = $1", [people[0].id]);
    expect((await step()).status).toBe(200);
    const { reasons, question } = (await phone(people[1])).team!;
    expect([reasons, question]).toEqual([[told('人1')], null]);
  });

  it('a draft is explained anew where somebody in it has another name, and so is the team that stands, which is told the old one no more', async () => {
    await form();
    const { version } = await draft();
    await people[0].call('changeProfile', { eventId: event.id }, { nickname: '改名' });
    expect((await draft()).teams.map((team) => team.reasons.length)).toEqual([0, 2]);
    const [{ job }] = await app.database.reader.query("SELECT job FROM log WHERE event_id = $1 AND job ->> 'name' = 'score-proposal' ORDER BY seq DESC LIMIT 1", [event.id]);
    expect(job.data).toMatchObject({ version: version + 1 });
    expect((await phone(people[1])).team!.reasons).toEqual([told('人1')]);
    expect(await app.database.reader.query("SELECT 1 FROM log WHERE event_id = $1 AND job ->> 'name' = 'explain-teams'", [event.id])).toHaveLength(1);
  });

  describe('is not needed either by who shows less of themselves', () => {
    const me = () => ({ eventId: event.id });
    const shows = { skill: true, interest: true, seeking: true, data: true };
    let [tagId, jacketId]: string[] = [];
    beforeEach(async () => {
      tagId = (await people[0].call('addTag', me(), { label: '海', kind: 'interest' })).body.statement.id;
      jacketId = (await people[0].call('addJacket', me(), { title: '人流', description: '', sharing: 'open' })).body.jacket.id;
      await form();
    });
    const scored = async (): Promise<number[]> =>
      (await app.database.reader.query("SELECT job FROM log WHERE event_id = $1 AND job ->> 'name' = 'score-proposal'", [event.id])).map(({ job }: { job: { data: { version: number } } }) => job.data.version);
    const tag = (patch: HttpBody<'changeTag'>) => people[0].call('changeTag', { ...me(), tagId }, patch);

    it.each<[string, boolean, () => Promise<unknown>]>([
      ['hides a tag', true, () => tag({ hidden: true })],
      ['takes a tag off', true, () => tag({ removed: true })],
      ['shows one kind no more', true, () => people[0].call('changeProfile', me(), { shows: { ...shows, interest: false } })],
      ['shows their data no more', true, () => people[0].call('changeProfile', me(), { shows: { ...shows, data: false } })],
      ['takes their data away', false, () => people[0].call('removeJacket', { ...me(), jacketId })],
    ])('%s', async (_, atOnce, step) => {
      const mate = await followPhone(people[1]);
      const { version } = await draft();
      await step();
      const { live, fresh } = await mate.settled(({ team }) => team?.reasons);
      expect([live, fresh]).toEqual([[told('人1')], [told('人1')]]);
      expect((await draft()).teams.map((team) => team.reasons.length)).toEqual([0, 2]);
      expect(await scored()).toEqual(atOnce ? [version + 1] : []); // data away are read first
      mate.cut();
    });

    it('and nothing is forgotten where they show more, or as much', async () => {
      await tag({ hidden: true });
      await form();
      await publish();
      await form();
      const { version } = await draft();
      await tag({ hidden: false });
      await people[0].call('changeProfile', me(), { shows, affiliation: '港の会' });
      expect([(await draft()).version, (await phone(people[1])).team!.reasons]).toEqual([version, [told('人0'), told('人1')]]);
    });
  });

  it('between the two reads of a team leaves no hole in it', async () => {
    const reader = app.database.reader;
    const findBy = async (entity: typeof ParticipantEntity, where: object) => (await reader.findBy(entity, where)).filter(({ id }) => id !== people[0].id);
    const [team] = await readTeams(Object.create(reader, { findBy: { value: findBy } }), event.id);
    expect(team.members.map(({ nickname }) => nickname).sort()).toEqual(['人1', '人2']);
  });
});

describe('what waited on the phone until other teams were published', () => {
  let [first, second]: NonNullable<PhoneState['team']>[] = [];
  const me = () => people[0];
  const own = async () => (await phone(me())).team!;
  const at = () => ({ eventId: event.id });
  beforeEach(async () => {
    for (let round = 0; round < 2; round++) {
      await form();
      await publish();
      [first, second] = [second, await own()];
    }
  });

  it('is no goal of the next team, though both have the same version, and is given back', async () => {
    expect([first.version, first.id === second.id]).toEqual([second.version, false]);
    const late = await me().call('changeTeam', at(), { version: first.version, teamId: first.id, goal: '一回目の目標' });
    expect([late.status, late.problem.code, late.problem.current]).toEqual([409, 'edit.conflict', second]);
    expect((await me().call('changeTeam', at(), { version: second.version, teamId: second.id, goal: '二回目の目標' })).status).toBe(200);
    expect((await own()).goal).toBe('二回目の目標');
  });

  it('is told of the team that it was about, where its author sat in that', async () => {
    expect((await me().call('answerAboutTeam', at(), { rating: 'poor', teamId: first.id })).status).toBe(200);
    expect((await own()).mine!.rating).toBeNull();
    expect(await app.database.reader.query('SELECT team_id, rating FROM team_answer WHERE event_id = $1', [event.id])).toEqual([{ team_id: first.id, rating: 'poor' }]);
    const elsewhere = (await state()).teams.find(({ id }) => id !== second.id)!;
    expect((await me().call('answerAboutTeam', at(), { rating: 'poor', teamId: elsewhere.id })).problem.code).toBe('request.not_found');
  });

  it('calls nobody to the next team', async () => {
    const call = (teamId: string) => me().call('callFacilitator', at(), { calling: true, teamId });
    expect([(await call(first.id)).status, (await own()).calledAt]).toEqual([200, null]);
    expect([(await call(second.id)).status, (await own()).calledAt]).toEqual([200, expect.any(String)]);
  });
});

describe('a team that calls the facilitator when the next round is published', () => {
  it('calls on in the team that whoever called sits in then, since the same time, until somebody has been there', async () => {
    await form();
    await publish();
    const [caller, mate] = people;
    await caller.call('callFacilitator', { eventId: event.id }, { calling: true });
    const { calledAt } = (await phone(caller)).team!;
    expect(calledAt).toEqual(expect.any(String));
    await form();
    expect(await move(organiser, 1, 1)).toBe(200);
    await publish();
    expect([(await phone(caller)).team!.calledAt, (await phone(mate)).team!.calledAt]).toEqual([calledAt, null]);
    await organiser.call('endCall', { eventId: event.id, teamId: (await phone(caller)).team!.id });
    await form();
    await publish();
    expect((await state()).teams.map((team) => team.calledAt)).toEqual([null, null]);
  });

  const calls = (who: Person, teamId?: string) => who.call('callFacilitator', { eventId: event.id }, { calling: true, teamId });
  const waitingForLocks = async (count: number) => waitFor(`${count} to wait`, async () =>
    (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length === count);

  it.each([['the one team calls', [3], 3], ['both call, since the one of the two that called first', [3, 0], 3], ['both call, the kept one first', [0, 3], 0]])('calls on where two teams are made one: %s', async (_, callers, first) => {
    await form();
    await publish();
    const [keep, drop] = (await state()).teams;
    for (const person of callers) await calls(people[person]);
    const { calledAt } = (await phone(people[first])).team!;
    const live = await followPhone(people[1]);
    await organiser.call('mergeTeams', { eventId: event.id }, { keepId: keep.id, dropId: drop.id, why: '' });
    expect((await live.settled(({ team }) => team?.calledAt)).live).toEqual(calledAt);
    expect((await state()).teams.map((team) => team.calledAt)).toEqual([calledAt]);
    await organiser.call('endCall', { eventId: event.id, teamId: keep.id });
    await form();
    await publish();
    expect((await state()).teams.map((team) => team.calledAt)).toEqual([null, null]);
    live.cut();
  });

  it.each(['the team that is over calls nobody', 'where it says no team, the one that is published calls'])('at that very moment: %s', async (which) => {
    await form();
    await publish();
    const before = (await phone(people[0])).team!.id;
    const proposalId = await form();
    const { version } = await draft();
    let both: Promise<unknown[]>;
    await app.database.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM team WHERE id = $1 FOR UPDATE', [before]);
      const publishing = organiser.call('publish', { eventId: event.id, proposalId }, { version, why: '' });
      await waitingForLocks(1);
      both = Promise.all([publishing, calls(people[0], which.startsWith('where') ? undefined : before)]);
      await waitingForLocks(2);
    });
    await both!;
    const { calledAt } = (await phone(people[0])).team!;
    expect([calledAt !== null, (await state()).teams.some((team) => team.calledAt !== null)]).toEqual(which.startsWith('where') ? [true, true] : [false, false]);
    expect(await app.database.reader.query('SELECT 1 FROM team WHERE NOT active AND called_at IS NOT NULL')).toEqual([]);
  });
});

describe('feature 80: a contact that is shared in a team', () => {
  const share = (person: Person, given: { shared?: boolean; teamId?: string } = {}) => person.call('setContact', { eventId: event.id }, { text: `${person.id}@example.org`, shared: true, ...given });
  /** whose contacts a person sees, by number, without their own */
  const seenBy = async (person: Person): Promise<number[]> =>
    ((await phone(person)).team?.members ?? []).filter(({ contact, participantId }) => contact && participantId !== person.id).map(({ participantId }) => people.findIndex(({ id }) => id === participantId)).sort();

  it('is not shown in the next team, whoever moves there and whenever they come back, before they share it in that one', async () => {
    await form();
    await publish();
    for (const person of people) await share(person);
    expect(await seenBy(people[0])).toEqual([1, 2]);
    const live = await followPhone(people[0]);
    const [first, second] = (await state()).teams;
    const to = (team: string) => organiser.call('movePlaced', { eventId: event.id }, { participantId: people[0].id, toTeamId: team });
    expect((await to(second.id)).status).toBe(200);
    await waitFor('the phone to hear it', () => live.state.team?.id === second.id && !live.state.me.contact.shared);
    expect([await seenBy(people[0]), await seenBy(people[3]), await seenBy(people[1])]).toEqual([[], [4, 5], [2]]);
    expect((await phone(people[0])).me.contact).toEqual({ text: `${people[0].id}@example.org`, shared: false });
    // said in the first team on a phone without a network
    await share(people[0], { teamId: first.id });
    expect(await seenBy(people[3])).toEqual([4, 5]);
    await share(people[0], { teamId: second.id });
    expect([await seenBy(people[0]), await seenBy(people[3])]).toEqual([[3, 4, 5], [0, 4, 5]]);
    expect((await people[0].call('downloadMyData', { eventId: event.id })).body).toMatchObject({ profile: { contact: { shared: true } } });
    await to(first.id);
    await to(second.id);
    expect(await seenBy(people[3])).toEqual([4, 5]);
    live.cut();
  });

  it('is not shown in the next round, which every phone hears', async () => {
    await form();
    await publish();
    for (const person of people) await share(person);
    const live = await followPhone(people[0]);
    expect(live.state.me.contact.shared).toBe(true);
    await form();
    await publish();
    await waitFor('the phone to hear it', () => !live.state.me.contact.shared);
    expect((await live.settled()).live).toMatchObject({ me: { contact: { shared: false } } });
    expect(await Promise.all(people.map(seenBy))).toEqual(people.map(() => []));
    live.cut();
  });
});

describe('feature 54: teams that people form themselves', () => {
  beforeEach(() => app.database.reader.query('UPDATE event SET team_min = 2 WHERE id = $1', [event.id]));

  it('have open seats and wants; of two who want the last seat one gets it; leaving opens it again', async () => {
    const [founder, ...others] = people;
    const { body, status } = await founder.call('makeFoundedTeam', { eventId: event.id }, { name: '坂の会', seats: 2, wants: ['写真'] });
    expect(status).toBe(201);
    const answers = await Promise.all(others.slice(0, 2).map((one) => one.call('joinFoundedTeam', { eventId: event.id, foundedTeamId: body.foundedTeamId })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)!.problem.code).toBe('teams.full');
    const joined = others[answers.findIndex((answer) => answer.status === 200)];
    // in the order of joining, which founding comes before
    expect((await phone(joined)).foundedTeam).toMatchObject({ name: '坂の会', seats: 2, wants: ['写真'], members: [{ participantId: founder.id }, { participantId: joined.id }] });
    expect((await state()).foundedTeams).toEqual((await founder.call('listFoundedTeams', { eventId: event.id })).body.foundedTeams);
    const { version } = (await phone(founder)).foundedTeam!;
    expect((await founder.call('changeFoundedTeam', { eventId: event.id }, { seats: 4, version: version - 1 })).problem.code).toBe('edit.conflict');
    expect((await founder.call('changeFoundedTeam', { eventId: event.id }, { seats: 4, version })).status).toBe(200);
    expect((await joined.call('makeFoundedTeam', { eventId: event.id }, { name: '別の会', seats: 3 })).problem.code).toBe('founded_team.already_in');
    await joined.call('leaveFoundedTeam', { eventId: event.id });
    await founder.call('leaveFoundedTeam', { eventId: event.id });
    expect((await state()).foundedTeams).toEqual([]);
  });

  it('are as large as the organiser lets teams be, which the phone knows and the refusal says', async () => {
    await app.database.reader.query('UPDATE event SET team_min = 3 WHERE id = $1', [event.id]);
    const { event: { teamSize: { min, max } } } = await phone(people[0]);
    expect(min).toBe(3);
    for (const seats of [min - 1, max + 1]) {
      const { status, problem } = await people[0].call('makeFoundedTeam', { eventId: event.id }, { name: '坂の会', seats });
      expect([status, problem.code, problem.ja]).toEqual([422, 'founded_team.size', `チームの人数は${min}人から${max}人までです。`]);
    }
  });

  it('are told to every phone as they come, fill up and go', async () => {
    const told = async (): Promise<{ name: string; members: unknown[] }[][]> =>
      (await app.database.reader.query("SELECT payload -> 'foundedTeams' AS teams FROM log WHERE stream = $1 AND type = 'founded-teams.changed' ORDER BY seq", [`phones:${event.id}`])).map((row: { teams: never }) => row.teams);
    const before = (await told()).length;
    const { body } = await people[0].call('makeFoundedTeam', { eventId: event.id }, { name: '花壇の会', seats: 3 });
    await people[1].call('joinFoundedTeam', { eventId: event.id, foundedTeamId: body.foundedTeamId });
    expect((await phone(people[2])).foundedTeams).toMatchObject([{ name: '花壇の会', members: [{}, {}] }]);
    for (const one of people.slice(0, 2)) await one.call('leaveFoundedTeam', { eventId: event.id });
    expect((await told()).slice(before).map((teams) => teams.map(({ members }) => members.length))).toEqual([[1], [2], [1], []]);
  });

  it('end once they have stood in a round: the next one is with others, and whoever wants may form another', async () => {
    const [founder, friend] = people;
    const { body: { foundedTeamId } } = await founder.call('makeFoundedTeam', { eventId: event.id }, { name: '写真部屋', seats: 3 });
    await friend.call('joinFoundedTeam', { eventId: event.id, foundedTeamId });
    const founded = async (standing: boolean) => (await loadTeamFacts(app.database.reader, event.id, standing)).founded.map(({ name }) => name);
    expect(await founded(false)).toEqual(['写真部屋']);
    const live = await followPhone(friend);
    await form();
    await publish();
    await waitFor('the phone to have none any more', () => live.state.foundedTeam === null && live.state.team !== null);
    live.cut();
    expect([(await state()).foundedTeams, await founded(false)]).toEqual([[], []]);
    // whoever cares for the teams that stand knows it still, and so does the download of one's data
    expect(await founded(true)).toEqual(['写真部屋']);
    expect((await friend.call('downloadMyData', { eventId: event.id })).body.foundedTeam).toMatchObject({ name: '写真部屋' });
    expect([(await people[2].call('joinFoundedTeam', { eventId: event.id, foundedTeamId })).status, (await friend.call('leaveFoundedTeam', { eventId: event.id })).status]).toEqual([404, 404]);
    expect((await friend.call('makeFoundedTeam', { eventId: event.id }, { name: '別の会', seats: 3 })).status).toBe(201);
    expect(await founded(false)).toEqual(['別の会']);
  });

  it('that a draft does not know, or that was taken apart, wait for the next round, and may be left', async () => {
    await form();
    const [founder] = people;
    const friend = people[3]; // in the other team of the draft
    const { body: { foundedTeamId } } = await founder.call('makeFoundedTeam', { eventId: event.id }, { name: '写真部屋', seats: 3 });
    await friend.call('joinFoundedTeam', { eventId: event.id, foundedTeamId });
    await publish();
    expect((await phone(founder)).foundedTeam).toMatchObject({ name: '写真部屋' });
    expect((await loadTeamFacts(app.database.reader, event.id, false)).founded).toMatchObject([{ members: [founder.id, friend.id] }]);
    expect((await friend.call('leaveFoundedTeam', { eventId: event.id })).status).toBe(200);
    await form();
    await publish();
    // one alone sits in no team that was formed around it
    expect((await state()).foundedTeams).toMatchObject([{ members: [{ participantId: founder.id }] }]);
  });

  it('lose a member who erases their data, and nothing of them stays', async () => {
    const { body } = await people[0].call('makeFoundedTeam', { eventId: event.id }, { name: '坂の会', seats: 3 });
    await people[1].call('joinFoundedTeam', { eventId: event.id, foundedTeamId: body.foundedTeamId });
    await people[2].call('sayKnown', { eventId: event.id, participantId: people[0].id });
    await people[0].call('eraseMe', { eventId: event.id });
    expect((await state()).foundedTeams.map((team) => team.members.map(({ participantId }) => participantId))).toEqual([[people[1].id]]);
    expect((await phone(people[2])).known).toEqual([]);
  });

  it('feature 98: are not there for who is kept apart from one of their people, neither seen nor joined, live as in a fresh snapshot', async () => {
    const [founder, friend, apart] = people;
    const [near, far] = [await followPhone(friend), await followPhone(apart)];
    const { body: { foundedTeamId } } = await founder.call('makeFoundedTeam', { eventId: event.id }, { name: '坂の会', seats: 4 });
    const seen = () => [near, far].map(({ state: { foundedTeams } }) => foundedTeams.map((team) => team.members.length));
    await waitFor('both to see it', () => seen().every(([members]) => members === 1));
    await founder.call('avoid', { eventId: event.id, participantId: apart.id }, {});
    await waitFor('one of them to see it no more', () => seen()[1].length === 0);
    await friend.call('joinFoundedTeam', { eventId: event.id, foundedTeamId });
    await waitFor('the other to see who is in it', () => seen()[0][0] === 2);
    expect((await far.settled()).live).toMatchObject({ foundedTeams: [] });
    const gone = await apart.call('joinFoundedTeam', { eventId: event.id, foundedTeamId: freshId() });
    const refused = await apart.call('joinFoundedTeam', { eventId: event.id, foundedTeamId });
    expect([refused.status, refused.problem]).toEqual([404, gone.problem]);
    await apart.call('makeFoundedTeam', { eventId: event.id }, { name: '森の会', seats: 3 });
    expect((await founder.call('listFoundedTeams', { eventId: event.id })).body.foundedTeams).toMatchObject([{ name: '坂の会' }]);
    await founder.call('stopAvoiding', { eventId: event.id, participantId: apart.id });
    await waitFor('all to see both', () => seen().every((teams) => teams.length === 2));
    for (const client of [near, far]) client.cut();
  });
});

describe('features 35 and 42: themes and jackets', () => {
  it('are suggested from what people hold and care about, offered by the organiser and ranked on the phone', async () => {
    await people[0].call('addJacket', { eventId: event.id }, { title: '坂道の記録', sharing: 'open' });
    for (const one of people.slice(0, 2)) await one.call('addTag', { eventId: event.id }, { label: '見守り', kind: 'interest' });
    const read = (person: Person, label: string, concept: string) => app.database.reader.query(
      `INSERT INTO statement (event_id, participant_id, revision, kind, label, concept, score, evidence, rule, by_hand, hidden, removed) VALUES ($1, $2, 1, 'seeking', $3, $4, 0.9, '[]', 'test', false, false, false)`, [event.id, person.id, label, concept]);
    for (const one of people.slice(0, 3)) await read(one, '人手', 'くらし:人手');
    for (const one of people.slice(2, 4)) await read(one, '坂の地図', 'まちの地図');
    const { themes } = (await organiser.call('suggestThemes', { eventId: event.id })).body;
    expect(themes.map(({ title, people: count }) => [title, count])).toEqual([['坂道の記録', 1], ['坂の地図', 2], ['見守り', 2]]);
    const offered = themes.map(({ id, title }) => ({ id, title }));
    const { version } = (await state()).event;
    await organiser.call('changeEvent', { eventId: event.id }, { version, rules: { themes: offered } });
    expect((await phone(people[3])).event.themes).toEqual(offered);
    expect((await people[3].call('rankThemes', { eventId: event.id }, { choices: [offered[1].id, offered[0].id] })).status).toBe(200);
    expect((await phone(people[3])).me.choices).toEqual([offered[1].id, offered[0].id]);
    expect((await people[3].call('rankThemes', { eventId: event.id }, { choices: ['nothing'] })).problem.code).toBe('themes.unknown');
    // one that is taken away again drops out of a ranking that still names it, and no other is refused for it
    await organiser.call('changeEvent', { eventId: event.id }, { version: (await state()).event.version, rules: { themes: offered.slice(1) } });
    expect((await people[3].call('rankThemes', { eventId: event.id }, { choices: [offered[1].id, offered[0].id, offered[2].id] })).status).toBe(200);
    expect((await phone(people[3])).me.choices).toEqual([offered[1].id, offered[2].id]);
  });
});

describe('a published plan changes by named steps alone, each recorded with who, what and why', () => {
  beforeEach(async () => { await form(); await publish('第1ラウンド'); });

  it('what concerns one team is told to the console without the others, which leaves it as a fresh snapshot', async () => {
    const board = await followConsole(organiser, event.id);
    const at = { eventId: event.id };
    const [a, b] = board.state.teams;
    const [inside, seats] = [['some-teams.changed', [a.id]], ['seats.changed', [a.id]]];
    const steps: [() => Promise<{ status: number }>, unknown][] = [
      [() => people[0].call('answerSeat', at, { accepted: true }), inside],
      [() => people[0].call('addTag', at, { label: '港', kind: 'interest' }), inside],
      [() => people[0].call('changeProfile', at, { nickname: '人ゼロ' }), inside],
      [() => people[0].call('addJacket', at, { title: '人流', description: '', sharing: 'open' }), inside],
      [() => people[0].call('setContact', at, { text: 'a@example.com', shared: true }), inside],
      [() => people[0].call('changeTeam', at, { version: a.version, goal: '港を歩く' }), inside],
      [() => people[0].call('callFacilitator', at, { calling: true }), inside],
      [() => organiser.call('endCall', { ...at, teamId: a.id }), inside],
      [() => people[0].call('answerAboutTeam', at, { rating: 'good' }), inside],
      [() => people[0].call('answerSeat', at, { accepted: false }), seats],
      [() => organiser.call('placePerson', at, { participantId: people[0].id, teamId: a.id }), seats],
      [() => organiser.call('movePlaced', at, { participantId: people[0].id, toTeamId: b.id }), ['seats.changed', [a.id, b.id]]],
      [() => organiser.call('swapPlaced', at, { participantId: people[0].id, teamId: b.id, withId: people[1].id, withTeamId: a.id }), ['seats.changed', [b.id, a.id]]],
      [() => people[0].call('setPresence', at, { left: true }), seats],
      [() => organiser.call('checkIn', at, { participantIds: [people[3].id], here: false }), ['seats.changed', []]],
      [() => organiser.call('freeSeat', { ...at, participantId: people[4].id }), ['seats.changed', [b.id]]],
      [() => people[5].call('eraseMe', at), ['seats.changed', [b.id]]],
    ];
    for (const [step, expected] of steps) {
      const from = board.received.length;
      expect((await step()).status).toBeLessThan(300);
      const { live, fresh } = await board.settled();
      expect(live).toEqual(fresh);
      expect(board.received.slice(from).filter(({ type }) => /teams|seats/.test(type)).map(({ type, payload }) => [type, (payload as { ids?: string[] }).ids])).toEqual([expected]);
    }
    expect(board.snapshots).toBe(1);
    board.cut();
  });

  it('feature 69: moves a person, and makes one team of two', async () => {
    const [a, b] = (await state()).teams;
    await organiser.call('movePlaced', { eventId: event.id }, { participantId: people[0].id, toTeamId: b.id, why: '通訳が必要' });
    expect((await state()).teams.map((team) => team.members.length)).toEqual([2, 4]);
    expect((await phone(people[0])).team!.id).toBe(b.id);
    await organiser.call('mergeTeams', { eventId: event.id }, { keepId: a.id, dropId: b.id, why: '人が減った' });
    const { teams } = await state();
    expect(teams.map((team) => [team.id, team.members.length, team.openSeats])).toEqual([[a.id, 6, 0]]);
    const { lines } = (await organiser.call('listAudit', { eventId: event.id })).body;
    expect(lines.filter(({ detail }) => detail.why).map(({ actor, action, detail }) => [actor, action, detail.why])).toEqual([
      ['organiser', 'team.merged', '人が減った'], ['organiser', 'team.moved', '通訳が必要'], ['organiser', 'teams.published', '第1ラウンド'],
    ]);
  });

  it('feature 69: two people change places at once: no team is short of one or too large, and each phone is told once', async () => {
    const [a, b] = (await state()).teams;
    await app.database.reader.query('UPDATE team SET open_seats = 0 WHERE event_id = $1', [event.id]);
    for (const to of [3, 4]) await people[0].call('sayHello', { eventId: event.id, participantId: people[to].id });
    const told = async (): Promise<number[]> => Promise.all(people.map(async ({ id }) => Number((await app.database.reader.query("SELECT count(*) FROM log WHERE stream = $1 AND type = 'team.changed'", [`participant:${id}`]))[0].count)));
    const before = await told();
    expect((await organiser.call('swapPlaced', { eventId: event.id }, { participantId: people[0].id, teamId: a.id, withId: people[3].id, withTeamId: b.id, why: '通訳が必要' })).status).toBe(200);
    const seats = (await state()).teams.map(({ id, members, openSeats }) => [id, members.map(({ participantId }) => people.findIndex((person) => person.id === participantId)).sort(), openSeats]);
    expect(seats).toEqual([[a.id, [1, 2, 3], 0], [b.id, [0, 4, 5], 0]]);
    expect((await told()).map((count, person) => count - before[person])).toEqual([1, 1, 1, 1, 1, 1]);
    // who sits elsewhere may still be met; who is a mate by now is no longer asked for
    expect((await phone(people[0])).hellos.sent).toEqual([people[3].id]);
    const [line] = (await organiser.call('listAudit', { eventId: event.id })).body.lines;
    expect([line.action, line.subject, line.detail]).toEqual(['team.swapped', people[0].id, { with: people[3].id, why: '通訳が必要' }]);
  });

  it('feature 69: nobody changes places within a team or with whoever has none; of two swaps of one person at once nobody loses a seat', async () => {
    const [a, b] = (await state()).teams.map(({ id }) => id);
    const swap = (one: number, other: number, [teamId, withTeamId] = [a, b]) => organiser.call('swapPlaced', { eventId: event.id }, { participantId: people[one].id, teamId, withId: people[other].id, withTeamId });
    expect((await swap(0, 1, [a, a])).problem.code).toBe('teams.nothing_to_swap');
    await organiser.call('freeSeat', { eventId: event.id, participantId: people[5].id }, { why: '' });
    expect((await swap(0, 5)).problem.code).toBe('teams.published_changed');
    const answers = await Promise.all([swap(0, 3), swap(4, 0, [b, a]), swap(1, 4)]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect((await state()).teams.map(({ members }) => members.length)).toEqual([3, 2]);
    expect(new Set((await state()).teams.flatMap(({ members }) => members.map(({ participantId }) => participantId))).size).toBe(5);
  });

  it('feature 69: a swap is taken back only while both sit where it has put them, whoever else moves them', async () => {
    const [a, b] = (await state()).teams.map(({ id }) => id);
    const [one, other] = [people[0].id, people[3].id];
    const seats = async () => (await state()).teams.map(({ members }) => members.map(({ participantId }) => people.findIndex(({ id }) => id === participantId)).sort());
    await organiser.call('swapPlaced', { eventId: event.id }, { participantId: one, teamId: a, withId: other, withTeamId: b });
    const takeBack = () => organiser.call('swapPlaced', { eventId: event.id }, { participantId: one, teamId: b, withId: other, withTeamId: a });
    await organiser.call('movePlaced', { eventId: event.id }, { participantId: other, toTeamId: b });
    const { status, problem } = await takeBack();
    expect([status, problem.code, (problem.current as ConsoleState['teams']).map(({ members }) => members.length)]).toEqual([409, 'teams.published_changed', [2, 4]]);
    expect(await seats()).toEqual([[1, 2], [0, 3, 4, 5]]);
    await organiser.call('movePlaced', { eventId: event.id }, { participantId: other, toTeamId: a });
    expect((await takeBack()).status).toBe(200);
    expect(await seats()).toEqual([[0, 1, 2], [3, 4, 5]]);
  });

  it('feature 69: a move that says from where moves nobody whom somebody else has moved meanwhile', async () => {
    const [a, b] = (await state()).teams.map(({ id }) => id);
    const move = (fromTeamId: string, toTeamId: string) => organiser.call('movePlaced', { eventId: event.id }, { participantId: people[0].id, fromTeamId, toTeamId });
    expect((await move(a, b)).status).toBe(200);
    const { status, problem } = await move(a, b);
    expect([status, problem.code, (problem.current as ConsoleState['teams']).map(({ members }) => members.length)]).toEqual([409, 'teams.published_changed', [2, 4]]);
    expect((await move(b, a)).status).toBe(200);
    expect((await state()).teams.map(({ members }) => members.length)).toEqual([3, 3]);
  });

  it('feature 69: a seat is opened only where the organiser sees its person, whom somebody else may have moved meanwhile', async () => {
    const [a, b] = (await state()).teams.map(({ id }) => id);
    const free = (teamId: string) => organiser.call('freeSeat', { eventId: event.id, participantId: people[0].id }, { teamId });
    await organiser.call('movePlaced', { eventId: event.id }, { participantId: people[0].id, toTeamId: b });
    const { status, problem } = await free(a);
    expect([status, problem.code, (problem.current as ConsoleState['teams']).map(({ members }) => members.length)]).toEqual([409, 'teams.published_changed', [2, 4]]);
    expect((await phone(people[0])).team!.id).toBe(b);
    expect((await free(b)).status).toBe(200);
    expect((await phone(people[0])).team).toBeNull();
  });

  it('feature 69: the seat that somebody opens is offered again in the team that it is in by then, and nobody who is leaving is seated', async () => {
    const [a, b] = (await state()).teams.map(({ id }) => id);
    const at = { eventId: event.id };
    const waits = () => waitFor('it waits', async () => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
    await organiser.call('checkIn', at, { participantIds: [people[0].id], here: false });
    let asked!: Promise<{ status: number; problem: { code: string } }>;
    await app.database.transaction(async (tx) => {
      await lockPeople(tx, [people[0].id]);
      asked = organiser.call('freeSeat', { ...at, participantId: people[0].id });
      await waits();
      await freeSeat(tx, event.id, people[0].id);
      await takeSeat(tx, (await lockTeam(tx, event.id, b))!, people[0].id);
    });
    expect((await asked).status).toBe(200);
    const refills = await app.database.reader.query("SELECT job -> 'data' ->> 'teamId' AS team FROM log WHERE event_id = $1 AND job ->> 'name' = 'refill-seat'", [event.id]);
    expect(refills).toEqual([{ team: b }]);
    const place = () => organiser.call('placePerson', at, { participantId: people[1].id, teamId: a, why: '' });
    await organiser.call('freeSeat', { ...at, participantId: people[1].id });
    await app.database.transaction(async (tx) => {
      await lockPeople(tx, [people[1].id]);
      asked = place();
      await waits();
      await changeParticipant(tx, people[1].id, { gone: true });
    });
    for (const answer of [await asked, await place()]) expect([answer.status, answer.problem.code]).toEqual([409, 'teams.published_changed']);
    expect((await phone(people[1])).team).toBeNull();
  });

  it.each(['swapPlaced', 'mergeTeams'] as const)('feature 69: %s waits for whoever is leaving their seat without holding the teams that they need', async (name) => {
    const [a, b] = (await state()).teams.map(({ id }) => id);
    const bodies = { swapPlaced: { participantId: people[0].id, teamId: a, withId: people[3].id, withTeamId: b }, mergeTeams: { keepId: a, dropId: b } };
    let asked!: Promise<{ status: number }>;
    await app.database.transaction(async (tx) => {
      await lockPeople(tx, [people[3].id]);
      asked = organiser.call(name, { eventId: event.id }, bodies[name] as never);
      await waitFor('it waits', async () => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
      expect(await tx.query('SELECT id FROM team WHERE id = ANY($1) ORDER BY id FOR UPDATE NOWAIT', [[a, b]])).toHaveLength(2);
    });
    expect((await asked).status).toBe(200);
  });

  it('feature 67: who waits is told to wait for a full room only while it is full', async () => {
    const late = await join(app, event.joinCode, { nickname: '遅い' });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [late.id], here: true });
    await setUnplaced(app.database.reader, event.id, late.id, { code: 'waiting', cause: ALL_FULL });
    expect((await state()).unplaced).toEqual([{ participantId: late.id, code: 'waiting', cause: SEAT_OPEN }]);
    await app.database.reader.query('UPDATE team SET open_seats = 0 WHERE event_id = $1', [event.id]);
    expect((await state()).unplaced).toEqual([{ participantId: late.id, code: 'waiting', cause: ALL_FULL }]);
  });

  it('feature 67: a largest size that is raised in the settings holds for the teams that stand, and whoever waits is tried again', async () => {
    const late = await join(app, event.joinCode, { nickname: '遅い' });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [late.id], here: true });
    await setUnplaced(app.database.reader, event.id, late.id, { code: 'waiting', cause: { ja: '満員です。', en: 'Full.' } });
    const size = async (min: number, max: number, more: object = {}) => (await organiser.call('changeEvent', { eventId: event.id }, { teamSize: { min, max }, version: (await state()).event.version, ...more })).status;
    const seats = async () => [(await readStandingSizes(app.database.reader, event.id)), (await state()).teams.map(({ openSeats }) => openSeats)];
    const ordered = async () => (await app.database.reader.query("SELECT job -> 'data' ->> 'participantId' AS id FROM log WHERE event_id = $1 AND job ->> 'name' = 'place-late' ORDER BY seq", [event.id])).map(({ id }: { id: string }) => id);
    await size(2, 4);
    const before = await ordered();
    expect(await seats()).toEqual([{ sizeMin: 2, sizeMax: 4 }, [1, 1]]);
    await size(3, 6, { rules: { rules: [] } });
    await size(2, 3);
    expect([await ordered(), await seats()]).toEqual([before, [{ sizeMin: 2, sizeMax: 4 }, [1, 1]]]);
    expect(await size(3, 6)).toBe(200);
    expect(await seats()).toEqual([{ sizeMin: 2, sizeMax: 6 }, [3, 3]]);
    expect(await ordered()).toEqual([...before, late.id]);
    await size(2, 3);
    expect(await seats()).toEqual([{ sizeMin: 2, sizeMax: 6 }, [3, 3]]);
  });

  it('feature 67: a largest size that is raised in the settings while a draft is open holds for its teams once they stand', async () => {
    const size = async (max: number, more: object = {}) => organiser.call('changeEvent', { eventId: event.id }, { teamSize: { min: 2, max }, version: (await state()).event.version, ...more });
    await size(4);
    await form();
    await size(5, { rules: { rules: [] } });
    expect((await app.database.reader.query("SELECT size_max FROM proposal WHERE event_id = $1 AND status = 'draft'", [event.id]))[0].size_max).toBe(4);
    await size(6);
    await publish();
    expect([await readStandingSizes(app.database.reader, event.id), (await state()).teams.map(({ openSeats }) => openSeats)]).toEqual([{ sizeMin: 2, sizeMax: 6 }, [3, 3]]);
  });

  it('somebody who was checked in, paused before the teams were published and resumes, is placed; not who has a seat or wants none', async () => {
    const late = await join(app, event.joinCode, { nickname: '休止中' });
    await late.call('setPresence', { eventId: event.id }, { paused: true });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [late.id], here: true });
    const ordered = async () => (await app.database.reader.query(
      "SELECT job -> 'data' ->> 'participantId' AS id FROM log WHERE event_id = $1 AND job ->> 'name' = 'place-late' AND seq > $2", [event.id, before])).map(({ id }: { id: string }) => id);
    const [{ before }] = await app.database.reader.query("SELECT max(seq)::int AS before FROM log WHERE stream = 'console:' || $1", [event.id]);
    const resume = (person: Person) => person.call('setPresence', { eventId: event.id }, { paused: false });
    const pause = (person: Person) => person.call('setPresence', { eventId: event.id }, { paused: true });
    await resume(late);
    expect(await ordered()).toEqual([late.id]);
    await resume(late);
    await pause(people[0]);
    await resume(people[0]);
    await people[1].call('answerSeat', { eventId: event.id }, { accepted: false });
    await pause(people[1]);
    await resume(people[1]);
    expect(await ordered()).toEqual([late.id]);
  });

  it('who said no to their seat, or was taken out of it, is given none unasked when they come back, and is listed only while they are in the room', async () => {
    const board = await followConsole(organiser, event.id);
    const [declined, freed, leaver] = people;
    await declined.call('answerSeat', { eventId: event.id }, { accepted: false });
    await leaver.call('answerSeat', { eventId: event.id }, { accepted: false });
    await organiser.call('freeSeat', { eventId: event.id, participantId: freed.id });
    const here = (now: boolean) => organiser.call('checkIn', { eventId: event.id }, { participantIds: [declined.id, freed.id], here: now });
    const codes = async (): Promise<string[]> => {
      const { live, fresh } = await board.settled(({ unplaced }) => unplaced.map(({ code }) => code).sort());
      expect(live).toEqual(fresh);
      return live as string[];
    };
    expect(await codes()).toEqual(['declined', 'declined', 'freed']);
    await here(false);
    await leaver.call('setPresence', { eventId: event.id }, { left: true });
    expect(await codes()).toEqual([]);
    await here(true);
    await leaver.call('setPresence', { eventId: event.id }, { left: false });
    expect(await codes()).toEqual(['declined', 'declined', 'freed']);
    expect(await app.database.reader.query("SELECT 1 FROM log WHERE event_id = $1 AND job ->> 'name' = 'place-late'", [event.id])).toEqual([]);
    board.cut();
  });

  it('whom an organiser says to have gone home leaves as if they had said so, once, and may come back', async () => {
    const [team] = (await state()).teams;
    const gone = people.find(({ id }) => id === team.members[0].participantId)!;
    const orders = async (name: string): Promise<object[]> => (await app.database.reader.query("SELECT job -> 'data' AS data FROM log WHERE event_id = $1 AND job ->> 'name' = $2", [event.id, name])).map(({ data }: { data: object }) => data);
    const say = (left: boolean) => organiser.call('setLeft', { eventId: event.id, participantId: gone.id }, { left });
    expect((await say(true)).status).toBe(200);
    expect((await say(true)).status).toBe(200);
    expect([(await phone(gone)).me.left, (await phone(gone)).team]).toEqual([true, null]);
    expect(await orders('refill-seat')).toEqual([{ eventId: event.id, teamId: team.id }]);
    await say(false);
    expect((await phone(gone)).me.left).toBe(false);
    expect(await orders('place-late')).toEqual([{ eventId: event.id, participantId: gone.id }]);
    expect((await actions()).filter((action) => ['person.left', 'person.came_back'].includes(action)).sort()).toEqual(['person.came_back', 'person.left']);
  });

  it('feature 68: a repair is applied in one step, and refused with the fresh teams where somebody has moved since', async () => {
    const [a, b] = (await state()).teams;
    const seats = async () => (await state()).teams.flatMap((team) => team.members.map(({ participantId }) => ({ participantId, teamId: team.id })));
    const ready = async (): Promise<string> => {
      const { repairId } = (await organiser.call('findRepair', { eventId: event.id }, { price: 1 })).body;
      const moves = [{ participantId: people[0].id, fromTeamId: a.id, toTeamId: b.id }, { participantId: people[3].id, fromTeamId: b.id, toTeamId: a.id }];
      await saveRepair(app.database.reader, repairId, { status: 'ready', moves: [], reshuffle: { moves, gain: 0.1 }, seats: await seats() });
      return repairId;
    };
    const stale = await ready();
    await organiser.call('movePlaced', { eventId: event.id }, { participantId: people[1].id, toTeamId: b.id });
    const refused = await organiser.call('applyRepair', { eventId: event.id, repairId: stale }, { reshuffle: true });
    expect([refused.status, refused.problem.code, (refused.problem.current as object[]).length]).toEqual([409, 'teams.published_changed', 2]);
    expect((await organiser.call('applyRepair', { eventId: event.id, repairId: await ready() }, { reshuffle: true, why: 'よりよい組み合わせ' })).status).toBe(200);
    const teamOf = new Map((await seats()).map(({ participantId, teamId }) => [participantId, teamId]));
    expect([teamOf.get(people[0].id), teamOf.get(people[3].id), (await state()).repair]).toEqual([b.id, a.id, null]);
    expect(await actions()).toContain('repair.reshuffled');
  });

  it('feature 68: whoever applies a repair that a colleague has just applied reads that the teams have changed, with the fresh teams', async () => {
    const [a, b] = (await state()).teams;
    const { repairId } = (await organiser.call('findRepair', { eventId: event.id }, { price: 1 })).body;
    const seats = [a, b].flatMap((team) => team.members.map(({ participantId }) => ({ participantId, teamId: team.id })));
    const moves = [{ participantId: people[0].id, fromTeamId: a.id, toTeamId: b.id }];
    await saveRepair(app.database.reader, repairId, { status: 'ready', moves: [], reshuffle: { moves, gain: 0.1 }, seats });
    const answers = await Promise.all([0, 1].map(() => organiser.call('applyRepair', { eventId: event.id, repairId }, { reshuffle: true })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { problem } = answers.find(({ status }) => status === 409)!;
    expect([problem.code, (problem.current as ConsoleState['teams']).map(({ members }) => members.length)]).toEqual(['teams.published_changed', [2, 4]]);
  });

  it('feature 68: a repair opens the seat of somebody who has gone, and does not list them as waiting for one', async () => {
    const [a] = (await state()).teams;
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [people[0].id], here: false });
    const { repairId } = (await organiser.call('findRepair', { eventId: event.id }, { price: 1 })).body;
    const seats = (await state()).teams.flatMap((team) => team.members.map(({ participantId }) => ({ participantId, teamId: team.id })));
    await saveRepair(app.database.reader, repairId, { status: 'ready', moves: [{ participantId: people[0].id, fromTeamId: a.id, toTeamId: null }], seats });
    expect((await organiser.call('applyRepair', { eventId: event.id, repairId }, { reshuffle: false })).status).toBe(200);
    const { teams, unplaced } = await state();
    expect(teams[0].members.map(({ participantId }) => participantId)).not.toContain(people[0].id);
    expect([unplaced, (await phone(people[0])).team]).toEqual([[], null]);
  });

  it('feature 68: a repair is refused where whoever is to get a seat has gone home, or who is to lose theirs is back', async () => {
    const late = await join(app, event.joinCode, { nickname: 'あとから' });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [late.id], here: true });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [people[0].id], here: false });
    await setUnplaced(app.database.reader, event.id, late.id, { code: 'waiting', cause: ALL_FULL });
    const { teams } = await state();
    const [{ id: teamId }] = teams;
    const seats = teams.flatMap((team) => team.members.map(({ participantId }) => ({ participantId, teamId: team.id })));
    const apply = async (...moves: RepairMove[]): Promise<[number, string | undefined]> => {
      const { repairId } = (await organiser.call('findRepair', { eventId: event.id }, { price: 1 })).body;
      await saveRepair(app.database.reader, repairId, { status: 'ready', moves, seats });
      const { status, problem } = await organiser.call('applyRepair', { eventId: event.id, repairId }, { reshuffle: false });
      return [status, problem?.code];
    };
    const [opens, fills] = [{ participantId: people[0].id, fromTeamId: teamId, toTeamId: null }, { participantId: late.id, fromTeamId: null, toTeamId: teamId }];
    await late.call('setPresence', { eventId: event.id }, { left: true });
    expect(await apply(opens, fills)).toEqual([409, 'teams.published_changed']);
    expect((await phone(late)).team).toBeNull();
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [people[0].id], here: true });
    expect(await apply(opens)).toEqual([409, 'teams.published_changed']);
    expect((await phone(people[0])).team!.id).toBe(teamId);
  });

  it('feature 68: a team that a repair has emptied ends, for the console and for other services too', async () => {
    await app.database.reader.query("UPDATE event SET services = '{library}' WHERE id = $1", [event.id]);
    await app.database.transaction((tx) => append(tx, event.id, [tellTeams(event.id)]));
    const [a, b] = (await state()).teams;
    const { repairId } = (await organiser.call('findRepair', { eventId: event.id }, { price: 1 })).body;
    const seats = [a, b].flatMap((team) => team.members.map(({ participantId }) => ({ participantId, teamId: team.id })));
    const moves = a.members.map(({ participantId }) => ({ participantId, fromTeamId: a.id, toTeamId: b.id }));
    await saveRepair(app.database.reader, repairId, { status: 'ready', moves, seats });
    await people[0].call('callFacilitator', { eventId: event.id }, { calling: true });
    const board = await followConsole(organiser, event.id);
    expect((await organiser.call('applyRepair', { eventId: event.id, repairId }, { reshuffle: false })).status).toBe(200);
    const { live, fresh } = await board.settled(({ teams }) => teams.map(({ id, members, calledAt }) => [id, members.length, calledAt !== null]));
    expect([live, fresh]).toEqual([[[b.id, 6, true]], [[b.id, 6, true]]]);
    expect((await phone(people[0])).team!.id).toBe(b.id);
    const outside = await app.database.reader.query("SELECT type, payload ->> 'team' AS team FROM log WHERE stream = 'outside:' || $1::text ORDER BY seq OFFSET 2", [event.id]);
    expect(outside).toEqual([{ type: 'team.dissolved', team: a.id }, { type: 'team.changed', team: b.id }]);
    board.cut();
  });

  it('feature 56: the report compares rounds by who met for the first time', async () => {
    await people[0].call('sayHello', { eventId: event.id, participantId: people[1].id });
    await people[1].call('sayHello', { eventId: event.id, participantId: people[0].id });
    await form('第2ラウンド');
    await move(organiser, 0, 1);
    await publish();
    const report = (await organiser.call('readReport', { eventId: event.id })).body;
    expect(report.rounds.map(({ pairs, newPairs, mutualPairs, teams, people: count, label }) => ({ pairs, newPairs, mutualPairs, teams, count, label }))).toEqual([
      { pairs: 6, newPairs: 6, mutualPairs: 1, teams: 2, count: 6, label: '' },
      { pairs: 7, newPairs: 3, mutualPairs: 0, teams: 2, count: 6, label: '第2ラウンド' },
    ]);
    expect(report).toMatchObject({ met: { pairs: 9, of: 15 }, hellos: { mutual: 1, inOneTeam: 1 } });
  });

  it('feature 56: the report counts people who came after publication and who left, not everybody who was moved or seated again', async () => {
    await form();
    await publish();
    const [a, b] = (await state()).teams;
    const late = await join(app, event.joinCode, { nickname: 'あとの人' });
    await organiser.call('placePerson', { eventId: event.id }, { participantId: late.id, teamId: a.id });
    await organiser.call('movePlaced', { eventId: event.id }, { participantId: people[0].id, toTeamId: b.id });
    await organiser.call('freeSeat', { eventId: event.id, participantId: people[1].id }, { why: '' });
    await organiser.call('placePerson', { eventId: event.id }, { participantId: people[1].id, teamId: a.id });
    await organiser.call('freeSeat', { eventId: event.id, participantId: people[5].id }, { why: '' });
    const [round] = (await organiser.call('readReport', { eventId: event.id })).body.rounds.slice(-1);
    expect([round.people, round.placedLater, round.freed]).toEqual([6, 1, 1]);
  });

  it('who was with whom is known of every published round, the last included, without those who left before it ended', async () => {
    await form();
    await move(organiser, 0, 1);
    await publish();
    await people[5].call('setPresence', { eventId: event.id }, { left: true });
    const rounds = await readRounds(app.database.reader, event.id);
    const places = rounds.map(({ round, teams }) => [round, teams.map(({ number, members }) => [number, members.map((id) => people.findIndex((person) => person.id === id)).sort()])]);
    expect(places).toEqual([[1, [[1, [0, 1, 2]], [2, [3, 4, 5]]]], [2, [[1, [1, 2]], [2, [0, 3, 4]]]]]);
    expect(rounds.map(({ publishedAt }) => publishedAt).every((at) => at !== null)).toBe(true);
  });
});

type Action = { kind: 'tag' | 'call' | 'shift' | 'leave' | 'move' | 'pin' | 'undo' | 'redo' | 'lock' | 'form' | 'choose' | 'publish' | 'place' | 'free' | 'known' | 'decline' | 'found' | 'discard'; /** which of the three organisers */ who: number; person: number; team: number };
const anyAction: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('tag', 'call', 'shift', 'leave', 'move', 'move', 'move', 'pin', 'undo', 'undo', 'redo', 'lock', 'form', 'choose', 'publish', 'place', 'free', 'known', 'decline', 'found', 'discard'),
  who: fc.nat(2), person: fc.nat(5), team: fc.nat(1),
});

/** One action on whatever state it meets; being refused is fine, since others act at the same moment. */
async function act(who: Caller, { kind, person, team }: Action): Promise<number> {
  const { proposal, proposals, teams } = await state();
  const draftAt = proposal && { eventId: event.id, proposalId: proposal.id };
  const [version, participantId, me] = [proposal?.version ?? 0, people[person].id, people[person]];
  const teamId = proposal?.teams[team]?.id;
  const seatedIn = teams[team % Math.max(1, teams.length)]?.id;
  switch (kind) {
    case 'form': {
      const answer = await who.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 4 } });
      if (answer.status === 201) await threes(answer.body.proposalId);
      return answer.status;
    }
    case 'tag': return (await me.call('addTag', { eventId: event.id }, { label: `港${team}`, kind: 'interest' })).status;
    case 'call': return (await me.call('callFacilitator', { eventId: event.id }, { calling: team === 0 })).status;
    case 'shift': return seatedIn ? (await who.call('movePlaced', { eventId: event.id }, { participantId, toTeamId: seatedIn })).status : 404;
    case 'leave': return (await me.call('setPresence', { eventId: event.id }, { left: team === 0 })).status;
    case 'known': return (await me.call('sayKnown', { eventId: event.id, participantId: people[(person + 1) % 6].id })).status;
    case 'found': return (await me.call('makeFoundedTeam', { eventId: event.id }, { name: `会${person}`, seats: 4 })).status;
    case 'decline': return (await me.call('answerSeat', { eventId: event.id }, { accepted: team === 0 })).status;
    case 'free': return (await who.call('freeSeat', { eventId: event.id, participantId })).status;
    case 'place': return seatedIn ? (await who.call('placePerson', { eventId: event.id }, { participantId, teamId: seatedIn })).status : 404;
    case 'choose': {
      const aside = proposals.find(({ status }) => status === 'aside');
      return aside ? (await who.call('chooseProposal', { eventId: event.id, proposalId: aside.id }, { version: aside.version })).status : 404;
    }
    default:
  }
  if (!draftAt || !teamId) return 404;
  switch (kind) {
    case 'move': return (await who.call('movePerson', draftAt, { participantId, toTeamId: person % 3 === 0 ? null : teamId, version })).status;
    case 'pin': return (await who.call('pinPerson', draftAt, { participantId, pinned: team === 0, version })).status;
    case 'lock': return (await who.call('lockTeam', draftAt, { teamId, locked: person % 2 === 0, version })).status;
    case 'undo': return (await who.call('undo', draftAt, { version })).status;
    case 'redo': return (await who.call('redo', draftAt, { version })).status;
    case 'publish': return (await who.call('publish', draftAt, { version })).status;
    default: return (await who.call('discard', draftAt)).status;
  }
}

/** Each organiser who has a step to take back takes back their own: nobody else loses one. */
async function expectOwnUndo(desk: readonly Caller[], ids: readonly string[]): Promise<void> {
  for (const [at, who] of desk.entries()) {
    const before = (await state()).proposal;
    if (before?.status !== 'draft') return;
    const { status } = await who.call('undo', { eventId: event.id, proposalId: before.id }, { version: before.version });
    expect([200, 409]).toContain(status);
    if (!before.canUndo.includes(ids[at])) expect(status).toBe(409);
    const after = (await draft()).canUndo;
    for (const other of ids.filter((_, place) => place !== at)) expect(after.includes(other)).toBe(before.canUndo.includes(other));
  }
}

describe('publishing beside what others do just then', () => {
  it('ends the seat of whoever is just being given one, so that nobody sits in two teams', async () => {
    await form();
    await publish();
    const [team] = (await state()).teams;
    const [late] = people;
    await organiser.call('freeSeat', { eventId: event.id, participantId: late.id }, { why: '' });
    await form();
    const [to, version] = [await at(), (await draft()).version];
    let answer: Promise<{ status: number }> | undefined;
    await app.database.transaction(async (tx) => {
      await takeSeat(tx, (await lockTeam(tx, event.id, team.id))!, late.id);
      answer = organiser.call('publish', to, { version, why: '' });
      await waitFor('publishing at the locked team', async () =>
        (await app.database.reader.query("SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE \"team\"%'"))[0].n > 0);
    });
    expect((await answer!).status).toBe(200);
    expect((await state()).teams.flatMap((one) => one.members).filter(({ participantId }) => participantId === late.id)).toHaveLength(1);
  });

  it('tells who had said no that this is over, when they are given a seat and when the next teams are published', async () => {
    await form();
    await publish();
    const [first, second] = people;
    const phones = [await followPhone(first), await followPhone(second)];
    try {
      for (const person of [first, second]) await person.call('answerSeat', { eventId: event.id }, { accepted: false });
      await waitFor('both pages of it', () => phones.every((one) => (one.state as PhoneState).me.declined));
      await organiser.call('placePerson', { eventId: event.id }, { participantId: first.id, teamId: (await state()).teams[0].id, why: '' });
      await waitFor('the page of who is seated', () => !(phones[0].state as PhoneState).me.declined);
      await form();
      await publish();
      await waitFor('the other page', () => !(phones[1].state as PhoneState).me.declined);
    } finally {
      for (const one of phones) one.cut();
    }
  });
});

describe('50 actions of several organisers and participants in random interleaving', () => {
  it('leave snapshot and events equal to a fresh snapshot, everybody in one place, and no server fault', async () => {
    const others = await Promise.all(['second', 'third'].map((login) => app.organiser(login)));
    await fc.assert(fc.asyncProperty(fc.array(fc.array(anyAction, { minLength: 3, maxLength: 5 }), { minLength: 17, maxLength: 17 }), async (waves) => {
      await setUp();
      for (const login of ['second', 'third']) await organiser.call('addMember', { eventId: event.id }, { login, role: 'facilitator' });
      await form();
      const desk = [organiser, ...others];
      const ids = await Promise.all(desk.map(async (who) => (await who.call('readConsole', { eventId: event.id })).body.organiserId));
      expect(new Set(ids).size).toBe(3);
      const board = await followConsole(organiser, event.id);
      const theirs = await followConsole(others[0], event.id);
      const phones = [await followPhone(people[0]), await followPhone(people[3])];
      try {
        for (const [at, wave] of waves.entries()) {
          const statuses = await Promise.all(wave.map((action) => act(desk[action.who], action)));
          for (const status of statuses) expect(status).toBeLessThan(500);
          if (at % 3 === 0) phones[at % 2].cut();
          else if (at % 3 === 2) await Promise.all(phones.map(async (phone) => { phone.cut(); await phone.connect(); }));
        }
        for (const phone of phones) {
          phone.cut();
          await phone.connect();
          const seen = await phone.settled();
          expect(seen.live).toEqual(seen.fresh);
        }
        const { live, fresh } = await board.settled();
        expect(live).toEqual(fresh);
        const other = await theirs.settled(); // beside a snapshot of its own: work that goes on may change the event in between
        expect(other.live).toEqual(other.fresh);
        await expectOwnUndo(desk, ids);
        const { teams, unplaced, proposal } = fresh as ConsoleState;
        const seats = teams.flatMap((team) => team.members.map(({ participantId }) => participantId));
        expect(new Set(seats).size).toBe(seats.length);
        expect(unplaced.filter(({ participantId }) => seats.includes(participantId))).toEqual([]);
        const drafted = proposal ? [...proposal.teams.flatMap((team) => team.members), ...proposal.unplaced].map(({ participantId }) => participantId) : [];
        expect(new Set(drafted).size).toBe(drafted.length);
      } finally {
        for (const client of [board, theirs, ...phones]) client.cut();
      }
    }), { numRuns: 2, endOnFailure: true });
  }, 120_000);
});

describe('feature 94: an event that is closed', () => {
  const close = async () => organiser.call('changeEvent', { eventId: event.id }, { state: 'closed', version: (await state()).event.version });
  const others = async (person: Person) => (await phone(person)).team!.members.filter(({ participantId }) => participantId !== person.id);

  it('leaves team-mates by name and table alone, at once and after a reload, and shows all again when it is reopened', async () => {
    for (const person of people) await person.call('addTag', { eventId: event.id }, { label: '海の話', kind: 'interest' });
    await form();
    await publish();
    const [a] = people;
    const live = await followPhone(a);
    expect((await others(a))[0].tags).toMatchObject([{ label: '海の話' }]);
    await close();
    await live.settled();
    for (const { team } of [live.state, await phone(a)]) {
      expect(team).toMatchObject({ number: 1, table: '1', reasons: [], question: null, members: expect.arrayContaining([expect.objectContaining({ participantId: a.id, tags: [expect.objectContaining({ label: '海の話' })] })]) });
      const mates = team!.members.filter(({ participantId }) => participantId !== a.id);
      expect(mates.map(({ nickname }) => nickname).sort()).toEqual(['人1', '人2']);
      for (const mate of mates) expect(mate).toMatchObject({ affiliation: null, tags: [], brings: [] });
    }
    live.cut();
    expect((await a.send('suggestTags', `/api/v1/events/${event.id}/tag-suggestions?q=${encodeURIComponent('海')}`, undefined)).body.tags).toEqual([]);
    expect((await state()).teams[0].members[0].tags).toHaveLength(1);
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'open', version: (await state()).event.version });
    expect((await others(a))[0].tags).toHaveLength(1);
  });

  it('sends a phone that comes back no row of before, which would name others’ tags', async () => {
    for (const person of people) await person.call('addTag', { eventId: event.id }, { label: '海の話', kind: 'interest' });
    const [a] = people;
    const live = await followPhone(a);
    live.cut();
    await form();
    await publish();
    await close();
    await live.connect();
    expect(JSON.stringify(live.received)).not.toContain('人1');
    expect(live.state).toMatchObject({ event: { state: 'closed' }, team: { reasons: [] } });
    live.cut();
  });

  it('shows no team that people formed, at once, after a reload, and when somebody of one erases their data; and all again when it is reopened', async () => {
    await app.database.reader.query('UPDATE event SET team_min = 2 WHERE id = $1', [event.id]);
    const { body: { foundedTeamId } } = await people[0].call('makeFoundedTeam', { eventId: event.id }, { name: '坂の会', seats: 4 });
    await people[1].call('joinFoundedTeam', { eventId: event.id, foundedTeamId });
    const live = await followPhone(people[2]);
    expect(live.state.foundedTeams).toHaveLength(1);
    await close();
    await waitFor('the page to hear it', () => live.state.foundedTeams.length === 0);
    expect((await phone(people[2])).foundedTeams).toEqual([]);
    await people[1].call('eraseMe', { eventId: event.id });
    expect((await live.settled()).live).toMatchObject({ event: { state: 'closed' }, foundedTeams: [] });
    expect(JSON.stringify(live.received.at(-1))).not.toContain('坂の会');
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'open', version: (await state()).event.version });
    await waitFor('the page to hear it', () => live.state.foundedTeams.length === 1);
    live.cut();
  });

  it('ends the calls, and takes nobody in or out and no more teams, hellos or seats', async () => {
    await form();
    await publish();
    const [a, b] = people;
    await a.call('callFacilitator', { eventId: event.id }, { calling: true });
    await form();
    await close();
    expect((await state()).teams.map(({ calledAt }) => calledAt)).toEqual([null, null]);
    expect((await phone(a)).team!.calledAt).toBeNull();
    const { id: proposalId, version } = await draft();
    const refused = [
      await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 4 } }), await organiser.call('publish', { eventId: event.id, proposalId }, { version }),
      await organiser.call('freeSeat', { eventId: event.id, participantId: a.id }, { why: '' }), await a.call('callFacilitator', { eventId: event.id }, { calling: true }),
      await organiser.call('checkIn', { eventId: event.id }, { participantIds: [a.id], here: false }), await organiser.call('setLeft', { eventId: event.id, participantId: a.id }, { left: true }),
      await a.call('answerSeat', { eventId: event.id }, { accepted: false }), await a.call('setFree', { eventId: event.id }, { free: true, place: '' }), await a.call('sayHello', { eventId: event.id, participantId: b.id }),
    ];
    expect(refused.map(({ status, problem }) => [status, problem.code])).toEqual(refused.map(() => [409, 'event.closed']));
    expect((await a.call('answerAboutTeam', { eventId: event.id }, { rating: 'good' })).status).toBe(200);
    expect((await phone(a)).team!.mine).toMatchObject({ rating: 'good' });
  });
});
