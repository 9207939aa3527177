import type { ConsoleState, HttpAnswers } from '@tsunagu/contracts';
import { changeProposal, findProposal } from '@tsunagu/storage';
import { waitFor } from '../../helpers/wait-for.js';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { finishRun } from '../../helpers/finish-run.js';

let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let people: (Caller & { id: string })[];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
});
afterAll(() => app.close());

const TEAMS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const state = async (): Promise<ConsoleState> => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const draft = async () => (await state()).proposal!;
const at = async () => ({ eventId: event.id, proposalId: (await draft()).id });
const members = async () => (await draft()).teams.map((team) => team.members.map((member) => people.findIndex((person) => person.id === member.participantId)));

const jobs = async (name: string): Promise<{ data: object }[]> =>
  (await app.database.reader.query("SELECT job FROM log WHERE event_id = $1 AND job ->> 'name' = $2 AND job_done_at IS NULL ORDER BY at, seq", [event.id, name])).map(({ job }: { job: { data: object } }) => job);

/** A draft of two teams, as a finished run leaves it: the matching service is not part of these tests. */
beforeEach(async () => {
  event = await makeEvent(organiser);
  people = [];
  for (let i = 0; i < 6; i++) people.push(await join(app, event.joinCode, { nickname: `人${i}` }));
  await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map((person) => person.id), here: true });
  const { body } = await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 3 } });
  const ids = TEAMS.map((id) => id.slice(0, 24) + event.id.slice(24));
  await finishRun(app.database, { eventId: event.id, proposalId: body.proposalId }, ids.map((id, n) => ({ id, members: people.slice(n * 3, n * 3 + 3).map((person) => person.id) })));
});

describe('a draft', () => {
  it('is changed by one of two organisers who act on the same version; the other gets the fresh state', async () => {
    const { version, teams } = await draft();
    const answers = await Promise.all([0, 1].map(async (i) => organiser.call('movePerson', await at(), { participantId: people[i].id, toTeamId: teams[1].id, version })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const refused = answers.find((answer) => answer.status === 409)!;
    expect(refused.problem.code).toBe('edit.conflict');
    expect(refused.problem.current).toMatchObject({ version: version + 1 });
  });

  it('feature 45: takes moves back and does them again, twenty steps deep', async () => {
    const { teams } = await draft();
    for (let i = 0; i < 22; i++) await organiser.call('movePerson', await at(), { participantId: people[0].id, toTeamId: teams[(i + 1) % 2].id, version: (await draft()).version });
    let undone = 0;
    while ((await organiser.call('undo', await at(), { version: (await draft()).version })).status === 200) undone++;
    expect(undone).toBe(20);
    expect((await organiser.call('undo', await at(), { version: (await draft()).version })).problem.code).toBe('teams.nothing_to_undo');
    while ((await organiser.call('redo', await at(), { version: (await draft()).version })).status === 200) undone--;
    expect(undone).toBe(0);
    expect(await members()).toEqual([[1, 2, 0], [3, 4, 5]]);
  });

  it('feature 45: takes back the name and the lock of a team, one by one, and leaves what a name that stood already did not change', async () => {
    const { teams: [{ id: teamId, name }] } = await draft();
    const call = async (what: 'renameTeam' | 'lockTeam' | 'undo' | 'redo', fields = {}) => (await organiser.call(what, await at(), { ...fields, version: (await draft()).version } as never)).status;
    const marks = async () => { const [team] = (await draft()).teams; return [team.name, team.locked]; };
    for (const [what, fields] of [['renameTeam', { name: '海の会' }], ['lockTeam', { locked: true }], ['lockTeam', { locked: true }]] as const) expect(await call(what, { teamId, ...fields })).toBe(200);
    await call('undo');
    expect(await marks()).toEqual(['海の会', false]);
    await call('undo');
    expect(await marks()).toEqual([name, false]);
    expect(await call('undo')).toBe(409);
    await call('redo');
    await call('redo');
    expect(await marks()).toEqual(['海の会', true]);
  });

  it('feature 45: takes back a new run with the names of teams that it did without', async () => {
    const { teams: [, second] } = await draft();
    const call = async (what: 'renameTeam' | 'formAgain' | 'undo', fields = {}) => (await organiser.call(what, await at(), { ...fields, version: (await draft()).version } as never)).status;
    expect([await call('renameTeam', { teamId: second.id, name: '海の会' }), await call('formAgain')]).toEqual([200, 200]);
    const { id, version, plan } = (await findProposal(app.database.reader, event.id, (await at()).proposalId))!;
    const [first] = plan.teams;
    const all = plan.teams.flatMap((team) => team.members);
    await changeProposal(app.database.reader, { id, version, status: 'forming' }, { status: 'draft', plan: { teams: [{ ...first, name: 'みんな', members: all }], unplaced: [] } });
    expect(await call('undo')).toBe(200);
    expect((await draft()).teams.map(({ name }) => name)).toEqual(['チーム1', '海の会']);
    expect(await members()).toEqual([[0, 1, 2], [3, 4, 5]]);
  });

  it('forgets what was undone once something else is done', async () => {
    const { teams } = await draft();
    await organiser.call('movePerson', await at(), { participantId: people[0].id, toTeamId: teams[1].id, version: (await draft()).version });
    await organiser.call('undo', await at(), { version: (await draft()).version });
    await organiser.call('pinPerson', await at(), { participantId: people[1].id, pinned: true, version: (await draft()).version });
    expect((await organiser.call('redo', await at(), { version: (await draft()).version })).problem.code).toBe('teams.nothing_to_redo');
  });

  it('feature 46: two people change places in one step, which one undo takes back, on record as one', async () => {
    const swap = async (a: number, b: number) => organiser.call('swapPeople', await at(), { participantId: people[a].id, withId: people[b].id, version: (await draft()).version });
    const { version } = await draft();
    expect((await swap(0, 4)).body).toEqual({ version: version + 1 });
    expect(await members()).toEqual([[1, 2, 4], [3, 5, 0]]);
    expect((await draft()).teams.map((team) => team.members.map(({ pinned }) => pinned))).toEqual([[false, false, true], [false, false, true]]);
    const [line, before] = (await organiser.call('listAudit', { eventId: event.id })).body.lines;
    expect([line.action, line.subject, line.detail, before.action]).toEqual(['draft.swapped', people[0].id, { with: people[4].id }, 'teams.formed']);
    expect((await swap(1, 2)).problem.code).toBe('teams.nothing_to_swap');
    await organiser.call('undo', await at(), { version: (await draft()).version });
    expect((await members()).map((team) => team.sort())).toEqual([[0, 1, 2], [3, 4, 5]]);
    expect((await draft()).canUndo).toEqual([]);
    await organiser.call('redo', await at(), { version: (await draft()).version });
    expect(await members()).toEqual([[1, 2, 4], [3, 5, 0]]);
  });

  it('feature 46: somebody without a seat may take the seat of another, who is then listed; a locked team lets nobody go', async () => {
    const { teams } = await draft();
    const change = async (what: 'movePerson' | 'swapPeople' | 'lockTeam', fields: object) => organiser.call(what, await at(), { ...fields, version: (await draft()).version } as never);
    await change('movePerson', { participantId: people[0].id, toTeamId: null });
    expect((await change('swapPeople', { participantId: people[0].id, withId: people[3].id })).status).toBe(200);
    expect([await members(), (await draft()).unplaced.map(({ participantId }) => participantId)]).toEqual([[[1, 2], [4, 5, 0]], [people[3].id]]);
    await change('lockTeam', { teamId: teams[1].id, locked: true });
    expect((await change('swapPeople', { participantId: people[1].id, withId: people[4].id })).problem.code).toBe('teams.team_locked');
  });

  it('leaves locked teams alone', async () => {
    const { teams } = await draft();
    await organiser.call('lockTeam', await at(), { teamId: teams[0].id, locked: true, version: (await draft()).version });
    const { status, problem } = await organiser.call('movePerson', await at(), { participantId: people[0].id, toTeamId: teams[1].id, version: (await draft()).version });
    expect([status, problem.code]).toEqual([409, 'teams.team_locked']);
  });

  it('loses a person who erases themselves, from its teams and its undo steps', async () => {
    const { teams } = await draft();
    await organiser.call('movePerson', await at(), { participantId: people[0].id, toTeamId: teams[1].id, version: (await draft()).version });
    await people[0].call('eraseMe', { eventId: event.id });
    await organiser.call('undo', await at(), { version: (await draft()).version });
    expect(JSON.stringify(await draft())).not.toContain(people[0].id);
    const steps = await app.database.reader.query('SELECT before, after FROM draft_step WHERE event_id = $1', [event.id]);
    expect(JSON.stringify(steps)).not.toContain(people[0].id);
  });

  it('is scored anew when somebody in it erases themselves', async () => {
    await people[4].call('eraseMe', { eventId: event.id });
    const { id: proposalId, version, teams } = await draft();
    expect(teams.map(({ score }) => score)).toEqual([0.5, null]);
    expect((await jobs('score-proposal')).at(-1)).toMatchObject({ data: { proposalId, version } });
  });

  it('that is being formed again is waited for, also when somebody in it erases themselves', async () => {
    await organiser.call('formAgain', await at(), { version: (await draft()).version });
    const { id: proposalId, version } = await draft();
    await people[4].call('eraseMe', { eventId: event.id });
    expect(await draft()).toMatchObject({ id: proposalId, version, status: 'forming' });
    expect((await jobs('form-teams')).at(-1)).toMatchObject({ data: { proposalId, version } });
  });

  it('keeps what a colleague changes while somebody is erased', async () => {
    const { proposalId } = await at();
    const { version, plan } = (await findProposal(app.database.reader, event.id, proposalId))!;
    const erased = await app.database.transaction(async (tx) => {
      await changeProposal(tx, { id: proposalId, version }, { plan: { ...plan, teams: plan.teams.map((team) => ({ ...team, name: '海の会' })) } });
      const answer = people[5].call('eraseMe', { eventId: event.id });
      await waitFor('the erasing to wait for the draft', async () => (await app.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).length > 0);
      return { answer };
    });
    expect((await erased.answer).status).toBe(200);
    const { version: now, teams } = await draft();
    expect([now, teams.map(({ name }) => name)]).toEqual([version + 2, ['海の会', '海の会']]);
    expect(await members()).toEqual([[0, 1, 2], [3, 4]]);
  });

  it('feature 52: is seen by no participant before it is published', async () => {
    const { version } = await draft();
    expect((await people[0].call('readPhone', { eventId: event.id })).body.state.team).toBeNull();
    await organiser.call('publish', await at(), { version });
    const { team } = (await people[0].call('readPhone', { eventId: event.id })).body.state;
    expect(team!.members.map((member) => member.nickname).sort()).toEqual(['人0', '人1', '人2']);
  });

  it('is published with the numbers it shows, also where a team has been emptied, and tells how many each can still take', async () => {
    const { teams: [, second], version } = await draft();
    await organiser.call('movePerson', await at(), { participantId: people[0].id, toTeamId: second.id, version });
    for (const { id } of people.slice(1, 3)) await organiser.call('movePerson', await at(), { participantId: id, toTeamId: null, version: (await draft()).version });
    await organiser.call('movePerson', await at(), { participantId: people[5].id, toTeamId: null, version: (await draft()).version });
    await organiser.call('movePerson', await at(), { participantId: people[4].id, toTeamId: null, version: (await draft()).version });
    await organiser.call('publish', await at(), { version: (await draft()).version });
    const published = async () => (await state()).teams.map(({ number, name, table, members: who, openSeats }) => `${number} ${name} ${table}: ${who.length} + ${openSeats}`);
    expect(await published()).toEqual(['2 チーム2 2: 2 + 1']);
    for (const { id } of [people[1], people[2], people[4]]) await organiser.call('placePerson', { eventId: event.id }, { participantId: id, teamId: second.id });
    expect(await published()).toEqual(['2 チーム2 2: 5 + 0']);
    for (const { id } of people.slice(1, 3)) await organiser.call('freeSeat', { eventId: event.id, participantId: id });
    expect(await published()).toEqual(['2 チーム2 2: 3 + 0']);
  });

  it('is published once, even when two organisers press at the same moment', async () => {
    const { version } = await draft();
    const where = await at();
    const answers = await Promise.all([0, 1, 2].map(() => organiser.call('publish', where, { version })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect((await state()).teams).toHaveLength(2);
  });
});

describe('published teams', () => {
  beforeEach(async () => { await organiser.call('publish', await at(), { version: (await draft()).version }); });

  it('never hold one person twice, whoever places them at once', async () => {
    const [a, b] = (await state()).teams;
    await organiser.call('freeSeat', { eventId: event.id, participantId: people[0].id });
    const answers = await Promise.all([a, b, a, b].map((team) => organiser.call('placePerson', { eventId: event.id }, { participantId: people[0].id, teamId: team.id })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status !== 200).every((answer) => answer.problem.code === 'teams.taken')).toBe(true);
    const seats = (await state()).teams.flatMap((team) => team.members.map((member) => member.participantId));
    expect(seats.filter((id) => id === people[0].id)).toHaveLength(1);
  });

  it('offer the seat of somebody who is erased or removed to who waits, and lose no offer that is still open', async () => {
    const [, other] = (await state()).teams;
    const offers = async () => (await jobs('refill-seat')).map(({ data }) => (data as { teamId: string }).teamId);
    await people[5].call('setPresence', { eventId: event.id }, { left: true });
    await people[4].call('eraseMe', { eventId: event.id });
    await organiser.call('removePerson', { eventId: event.id, participantId: people[3].id });
    expect(await offers()).toEqual([other.id, other.id, other.id]);
    const { version } = (await state()).event;
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'closed', version });
    await people[0].call('eraseMe', { eventId: event.id });
    expect(await offers()).toHaveLength(3);
  });

  it('list somebody whose seat was freed as unplaced with a cause, never silently', async () => {
    await organiser.call('freeSeat', { eventId: event.id, participantId: people[0].id });
    const { unplaced, teams } = await state();
    expect(unplaced).toEqual([{ participantId: people[0].id, code: 'freed', cause: expect.objectContaining({ ja: expect.stringMatching(/席/) }) }]);
    expect(teams[0].openSeats).toBe(1);
  });

  it('open the seat of somebody who is not in the room without listing them: they have left, and are seated when they are back', async () => {
    const out = { participantIds: [people[0].id], here: false };
    const answers = [await organiser.call('checkIn', { eventId: event.id }, out), await organiser.call('checkIn', { eventId: event.id }, out)];
    expect(answers.map(({ body }) => body.changed)).toEqual([[people[0].id], []]);
    expect((await state()).teams[0].members).toHaveLength(3);
    await organiser.call('freeSeat', { eventId: event.id, participantId: people[0].id });
    const { teams: [left], unplaced } = await state();
    expect([left.members.length, left.openSeats, unplaced]).toEqual([2, 1, []]);
    const jobs = async (): Promise<string[]> => (await app.database.reader.query("SELECT job ->> 'name' AS name FROM log WHERE event_id = $1 AND job IS NOT NULL ORDER BY at, seq", [event.id])).map(({ name }: { name: string }) => name);
    expect(await jobs()).toContain('refill-seat');
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [people[0].id], here: true });
    expect(await jobs()).toContain('place-late');
  });

  it('set a goal and a next date of their own; an older version is refused with the fresh team', async () => {
    const { team } = (await people[0].call('readPhone', { eventId: event.id })).body.state;
    expect((await people[0].call('changeTeam', { eventId: event.id }, { goal: '来月、坂道で実験', nextDate: '2026-12-05', version: team!.version })).status).toBe(200);
    const stale = await people[1].call('changeTeam', { eventId: event.id }, { goal: '別の目標', version: team!.version });
    expect([stale.status, stale.problem.code]).toEqual([409, 'edit.conflict']);
    expect((await people[1].call('readPhone', { eventId: event.id })).body.state.team).toMatchObject({ goal: '来月、坂道で実験', nextDate: '2026-12-05' });
  });

  it('feature 74: call the facilitator; every member and the console see it, and the facilitator ends it', async () => {
    await people[0].call('callFacilitator', { eventId: event.id }, { calling: true });
    const [calling, quiet] = (await state()).teams;
    expect([calling.calledAt, quiet.calledAt]).toEqual([expect.any(String), null]);
    expect((await people[1].call('readPhone', { eventId: event.id })).body.state.team!.calledAt).toBe(calling.calledAt);
    await organiser.call('endCall', { eventId: event.id, teamId: calling.id });
    expect((await people[0].call('readPhone', { eventId: event.id })).body.state.team!.calledAt).toBeNull();
    expect((await people[0].call('endCall', { eventId: event.id, teamId: calling.id })).status).toBe(401);
  });

  it('feature 81 and 82: members say how the team is and whether it goes on; the organiser sees numbers, nobody sees who', async () => {
    await people[0].call('answerAboutTeam', { eventId: event.id }, { rating: 'good' });
    await people[0].call('answerAboutTeam', { eventId: event.id }, { going: 'resting' });
    await people[1].call('answerAboutTeam', { eventId: event.id }, { rating: 'poor', going: 'resting' });
    await people[1].call('answerAboutTeam', { eventId: event.id }, { rating: 'fair' });
    const [team, other] = (await state()).teams;
    expect(team).toMatchObject({ mine: null, answers: { good: 1, fair: 1, poor: 0, going: 0, resting: 2, ended: 0 } });
    expect(other.answers).toEqual({ good: 0, fair: 0, poor: 0, going: 0, resting: 0, ended: 0 });
    expect((await people[1].call('readPhone', { eventId: event.id })).body.state.team).toMatchObject({ mine: { rating: 'fair', going: 'resting' }, answers: null });
    expect((await people[1].call('downloadMyData', { eventId: event.id })).body.team).toMatchObject({ rating: 'fair', going: 'resting' });
  });

  it('feature 99: every organiser step is recorded with who did it', async () => {
    await organiser.call('freeSeat', { eventId: event.id, participantId: people[0].id });
    const { lines } = (await organiser.call('listAudit', { eventId: event.id })).body;
    expect(lines.map((line) => `${line.actor} ${line.action}`)).toEqual(expect.arrayContaining(['organiser team.seat_freed', 'organiser teams.published', 'organiser teams.formed', 'organiser people.checked_in', 'organiser event.created']));
  });
});
