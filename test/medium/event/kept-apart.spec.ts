import type { ConsoleState, HttpAnswers, HttpBody } from '@tsunagu/contracts';
import { findProposal, saveRepair, scoreProposal } from '@tsunagu/storage';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { finishRun } from '../../helpers/finish-run.js';

type Person = Caller & { id: string };
let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let people: Person[];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
});
afterAll(() => app.close());

const at = (): { eventId: string } => ({ eventId: event.id });
const state = async (): Promise<ConsoleState> => (await organiser.call('readConsole', at())).body.state;
const seating = async (): Promise<number[][]> => (await state()).teams.map(({ members }) => members.map(({ participantId }) => people.findIndex(({ id }) => id === participantId)).sort());
const avoid = (by: number, who: number) => people[by].call('avoid', { ...at(), participantId: people[who].id }, {});
async function keepApart(...who: number[]): Promise<void> {
  const rules = { rules: [{ type: 'apart' as const, people: who.map((one) => people[one].id) }] };
  expect((await organiser.call('changeEvent', at(), { version: (await state()).event.version, rules })).status).toBe(200);
}

const THREES = [[0, 1, 2], [3, 4, 5]];

/** A draft of two teams of three, in the order of joining: the matching service is not part of these tests. */
async function draft(): Promise<{ eventId: string; proposalId: string }> {
  const { proposalId } = (await organiser.call('formTeams', at(), { teamSize: { min: 2, max: 4 } })).body;
  await finishRun(app.database, { ...at(), proposalId }, THREES.map((members) => ({ members: members.map((one) => people[one].id) })));
  return { ...at(), proposalId };
}
const publish = async (of: { eventId: string; proposalId: string }, how: Partial<HttpBody<'publish'>> = {}) => organiser.call('publish', of, { version: (await state()).proposal!.version, ...how });

beforeEach(async () => {
  event = await makeEvent(organiser);
  people = [];
  for (let i = 0; i < 6; i++) people.push(await join(app, event.joinCode, { nickname: `人${i}` }));
  await organiser.call('checkIn', at(), { participantIds: people.map(({ id }) => id), here: true });
});

describe('people who are to be apart come into one published team only once the organiser has been asked', () => {
  let teams: string[];
  beforeEach(async () => {
    await publish(await draft());
    teams = (await state()).teams.map(({ id }) => id);
  });

  type Way = [name: string, after: number[][], step: (anyway?: boolean) => Promise<{ status: number; problem: { code: string; ja: string; en: string } }>];
  const repair = async (): Promise<string> => {
    const { repairId } = (await organiser.call('findRepair', at(), { price: 1 })).body;
    const seats = THREES.flatMap((members, n) => members.map((one) => ({ participantId: people[one].id, teamId: teams[n] })));
    await saveRepair(app.database.reader, repairId, { status: 'ready', moves: [{ participantId: people[0].id, fromTeamId: teams[0], toTeamId: teams[1] }], seats });
    return repairId;
  };
  /** Every step by which a hand brings person 0 and person 3 together. */
  const ways: Way[] = [
    ['movePlaced', [[1, 2], [0, 3, 4, 5]], (anyway) => organiser.call('movePlaced', at(), { participantId: people[0].id, fromTeamId: teams[0], toTeamId: teams[1], anyway })],
    ['swapPlaced', [[1, 2, 4], [0, 3, 5]], (anyway) => organiser.call('swapPlaced', at(), { participantId: people[0].id, teamId: teams[0], withId: people[4].id, withTeamId: teams[1], anyway })],
    ['mergeTeams', [[0, 1, 2, 3, 4, 5]], (anyway) => organiser.call('mergeTeams', at(), { keepId: teams[0], dropId: teams[1], anyway })],
    ['applyRepair', [[1, 2], [0, 3, 4, 5]], async (anyway) => organiser.call('applyRepair', { ...at(), repairId: (await state()).repair?.id ?? await repair() }, { anyway })],
    ['placePerson', [[1, 2], [0, 3, 4, 5]], async (anyway) => {
      await organiser.call('freeSeat', { ...at(), participantId: people[0].id }, {});
      return organiser.call('placePerson', at(), { participantId: people[0].id, teamId: teams[1], anyway });
    }],
  ];

  it.each(ways)('%s: by a rule, which is named with its people', async (name, after, step) => {
    await keepApart(0, 3);
    const { status, problem } = await step();
    expect([status, problem.code]).toEqual([409, 'teams.kept_apart']);
    expect(problem.ja).toMatch(name === 'mergeTeams' ? /^確かめてください。チーム1で、「人0・人3は別のチーム」が守れなくなります。$/ : /^確かめてください。チーム2で、「人[03]・人[03]は別のチーム」が守れなくなります。$/);
    expect(problem.en).toContain('different teams');
    expect(await seating()).toEqual(name === 'placePerson' ? [[1, 2], [3, 4, 5]] : THREES);
    expect((await step(true)).status).toBe(200);
    expect(await seating()).toEqual(after);
  });

  it.each(ways)('%s: because one of them avoids the other, without a word about who they are or that somebody said so', async (_, after, step) => {
    await avoid(0, 3);
    const { status, problem } = await step();
    expect([status, problem.code]).toEqual([409, 'teams.kept_apart']);
    for (const told of [problem.ja, problem.en]) expect(told).not.toMatch(/人\d|会わない|avoid/);
    expect((await step(true)).status).toBe(200);
    expect(await seating()).toEqual(after);
  });

  it('it reads the same whichever of the two said it', async () => {
    await avoid(0, 3);
    const [move] = ways;
    const first = (await move[2]()).problem;
    await people[0].call('stopAvoiding', { ...at(), participantId: people[3].id });
    await avoid(3, 0);
    expect((await move[2]()).problem).toEqual(first);
  });

  it('a step that is taken back asks too, where it parts nobody any more', async () => {
    await ways[0][2]();
    await avoid(1, 0);
    const back = (anyway?: boolean) => organiser.call('movePlaced', at(), { participantId: people[0].id, fromTeamId: teams[1], toTeamId: teams[0], anyway });
    expect((await back()).problem.code).toBe('teams.kept_apart');
    expect(await seating()).toEqual([[1, 2], [0, 3, 4, 5]]);
    expect((await back(true)).status).toBe(200);
  });

  it('nobody is asked about those who sit together already, nor about whom the step parts', async () => {
    await keepApart(3, 4);
    await avoid(1, 0);
    expect((await ways[0][2]()).status).toBe(200);
    expect(await seating()).toEqual([[1, 2], [0, 3, 4, 5]]);
  });
});

describe('a draft is published as it is told', () => {
  it('who has asked since it was judged to be apart is asked about; what the draft tells is not', async () => {
    const of = await draft();
    await avoid(0, 1);
    const refused = await publish(of);
    expect([refused.status, refused.problem.code, (await state()).teams]).toEqual([409, 'teams.kept_apart', []]);
    const { version, plan } = (await findProposal(app.database.reader, event.id, of.proposalId))!;
    const broken = [{ rule: 'other', label: { ja: '', en: '' }, teamId: plan.teams[0].id, by: 1 }];
    await scoreProposal(app.database.reader, { id: of.proposalId, version }, { plan, objective: 0.5, lastDelta: null, wishes: [], broken });
    expect((await publish(of)).status).toBe(200);
  });

  it('is published all the same once the organiser has been asked', async () => {
    const of = await draft();
    await avoid(0, 1);
    expect((await publish(of, { anyway: true })).status).toBe(200);
    expect(await seating()).toEqual(THREES);
  });
});
