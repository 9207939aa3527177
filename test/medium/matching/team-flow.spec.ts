import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProposalView, RepairView } from '@tsunagu/contracts';
import {
  addAcquaintance, addAvoided, addEarlierSelf, addFoundedMember, addFoundedTeam, addHello, addProposal, addRepair, addTeams, changeProposal, dissolveTeams, findPlannedRound, findProposal, freeSeat, listAudit, listPlannedRounds, readRepair, readTeams, setHere,
  setUnplaced, tellProposal, tellRepair, tellTeams, type DraftPlan, type EventRow, type ParticipantRow,
} from '@tsunagu/storage';
import type { Desk, Stores } from './engine.js';
import { TeamsDesk } from './teams-desk.js';

const CAUSE = { ja: '満員です。', en: 'Full.' };

describe('the flow of teams in the matching service', () => {
  let teams: TeamsDesk;
  let stores: Stores;
  let desk: Desk;
  beforeAll(async () => {
    teams = await TeamsDesk.open();
    ({ stores, desk } = teams);
  });
  afterAll(() => teams.close());

  const teamsOf = ({ plan }: { plan: DraftPlan }): string[][] => plan.teams.map((team) => team.members.map((member) => member.participantId)).filter((team) => team.length > 0);
  const together = (teams: string[][], ...who: string[]): boolean => teams.some((team) => who.every((id) => team.includes(id)));

  it('feature 50: a proposal shows how far each wish came true, in random plans, without the wish, and what it cost the others', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 16);
    const proposal = await teams.formed(event, { rules: { wishes: [{ type: 'pairs', priority: 1 }, { type: 'sectors', priority: 1 }, { id: 'shared', label: '同じ関心', type: 'theme', priority: 2 }] } });
    expect(proposal.wishes.map(({ wish }) => wish)).toEqual(['pairs', 'wish-2', 'shared']);
    expect(proposal.wishes[2].label.ja).toBe('同じ関心');
    for (const { value, random, without, cost } of proposal.wishes) {
      expect([value, random, without, cost].every((one) => Number.isFinite(one))).toBe(true);
      expect(cost!).toBeGreaterThanOrEqual(0);
    }
    expect(proposal.wishes[0].value).toBeGreaterThan(proposal.wishes[0].random!);
    const told: ProposalView = (await desk.last('console', event.id, 'proposal.changed')).proposal;
    expect(told.wishes).toEqual(proposal.wishes);
    expect(proposal.plan.teams.every((team) => team.theme === null || team.theme.title.length > 0)).toBe(true);
    expect(proposal.plan.teams.some((team) => team.theme !== null)).toBe(true);
    // each reason says whom it is about, or leaving could not take it along
    for (const { members, reasons } of proposal.plan.teams) {
      const ids = members.map(({ participantId }) => participantId);
      expect(reasons.map(({ people }) => people?.length && people.every((id) => ids.includes(id)))).toEqual(reasons.map(() => true));
    }
  });

  it('feature 46: a move by hand shows at once what it did to each wish', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 9);
    const { id, plan, version, wishes: before } = await teams.formed(event, { sizeMin: 2, sizeMax: 5 });
    await desk.commit(event.id, async (tx) => {
      const [from, to, ...rest] = plan.teams;
      const moved = { ...plan, teams: [{ ...from, members: from.members.slice(1), score: null, reasons: [] }, { ...to, members: [...to.members, from.members[0]], score: null, reasons: [] }, ...rest] };
      const next = (await changeProposal(tx, { id, version }, { plan: moved }))!;
      return { result: undefined, tell: [tellProposal(event.id, { name: 'score-proposal', data: { eventId: event.id, proposalId: id, version: next } })] };
    });
    await desk.settled();
    const { wishes, lastDelta } = (await findProposal(stores.database.reader, event.id, id))!;
    expect(lastDelta).not.toBe(0);
    wishes.forEach((wish, at) => {
      expect(wish.delta!).toBeCloseTo(wish.value! - before[at].value!, 9);
      expect(wish).toMatchObject({ random: before[at].random, cost: before[at].cost });
    });
  });

  it('feature 48: impossible rules are named with what is missing; the cheapest loosening is ready to be sent and works; meanwhile nobody is without a team', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 12);
    const rules = { rules: [{ id: 'lead', label: '各チームに司会', type: 'count', who: { people: all.slice(0, 2).map((one) => one.id) }, min: 1 }] };
    const proposal = await teams.formed(event, { rules });
    expect(proposal.status).toBe('draft');
    expect(teamsOf(proposal).flat().sort()).toEqual(all.map((one) => one.id).sort());
    const [conflict] = proposal.conflicts;
    expect(conflict).toMatchObject({ rules: ['lead', 'size'], proven: true, short: 1, text: { ja: expect.stringContaining('「各チームに司会」は、当てはまる人が2人なので2チームまで') } });
    expect(proposal.broken).toEqual([expect.objectContaining({ rule: 'lead', by: 1, label: { ja: '「各チームに司会」', en: expect.any(String) } })]);
    const { change } = conflict.loosenings[0];
    expect(change).toEqual({ teamSize: { min: 3, max: 6 }, rules: expect.objectContaining({ rules: [expect.objectContaining({ id: 'lead' })] }) });
    const loosened = await teams.formed(event, { sizeMin: change.teamSize.min, sizeMax: change.teamSize.max, rules: change.rules as Record<string, unknown> });
    expect([loosened.conflicts, loosened.broken]).toEqual([[], []]);
  });

  it('feature 47: asked once more for the same, another plan comes, unlike all that stand', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 16);
    const pairs = (plan: DraftPlan): Set<string> => new Set(teamsOf({ plan }).flatMap((team) => [...team].sort().flatMap((one, at, all) => all.slice(at + 1).map((other) => `${one} ${other}`))));
    const inCommon = (one: DraftPlan, other: DraftPlan): number => [...pairs(one)].filter((pair) => pairs(other).has(pair)).length / pairs(one).size;
    const plans: DraftPlan[] = [];
    for (let number = 1; number <= 3; number++) plans.push((await teams.formed(event, { sizeMin: 4, sizeMax: 4, seed: 1 })).plan);
    for (const [one, other] of [[0, 1], [0, 2], [1, 2]]) expect(inCommon(plans[one], plans[other])).toBeLessThan(0.9);
  });

  /** Pins the first of the first team among the second, locks the third and names the fourth. */
  const holding = ({ teams: [one, two, three, four, ...rest] }: DraftPlan): DraftPlan => ({
    unplaced: [],
    teams: [{ ...one, members: one.members.slice(1) }, { ...two, members: [{ ...one.members[0], pinned: true }, ...two.members] }, { ...three, locked: true }, { ...four, name: '海の会' }, ...rest],
  });

  it('feature 47: another plan keeps whom a hand has pinned, what it has locked and what it has named, and differs in the rest', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 20);
    const { plan } = await teams.formed(event, { sizeMin: 3, sizeMax: 5, seed: 1 });
    const held = holding(plan);
    const other = await teams.formed(event, { sizeMin: 3, sizeMax: 5, seed: 2, plan: held });
    const find = (number: number): DraftPlan['teams'][number] => other.plan.teams.find((team) => team.number === number)!;
    expect(find(held.teams[1].number).members).toContainEqual(held.teams[1].members[0]);
    expect(find(held.teams[2].number)).toMatchObject({ locked: true, members: expect.arrayContaining(held.teams[2].members) });
    expect(other.plan.teams.filter(({ name }) => name === '海の会')).toHaveLength(1);
    const once = (one: DraftPlan): string[] => teamsOf({ plan: one }).map((team) => [...team].sort().join());
    expect(once(other.plan)).not.toEqual(once(held));
    expect(teamsOf(other).flat().sort()).toEqual(teamsOf({ plan }).flat().sort());
  });

  it('features 25 and 27: people who want to meet come together, who know each other already less so, and nobody sits with whom they avoid', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 12);
    const id = (at: number): string => all[at].id;
    const tx = stores.database.reader;
    await addHello(tx, event.id, id(0), id(11));
    await addHello(tx, event.id, id(11), id(0));
    await addHello(tx, event.id, id(1), id(9));
    const first = teamsOf(await teams.formed(event));
    expect(together(first, id(0), id(11))).toBe(true);
    const [known] = first.filter((team) => !team.includes(id(0)));
    for (const other of known.slice(1)) await addAcquaintance(tx, event.id, known[0], other);
    const [avoider] = first.find((team) => team.includes(id(0)))!.filter((one) => one !== id(0) && one !== id(11));
    await addAvoided(tx, event.id, avoider, id(0));
    const second = await teams.formed(event);
    // A wish, not a rule: other wishes may keep somebody, but not the whole circle.
    expect(known.slice(1).filter((other) => together(teamsOf(second), known[0], other)).length).toBeLessThan(known.length - 1);
    expect(together(teamsOf(second), avoider, id(0))).toBe(false);
    expect(JSON.stringify(second.broken)).not.toContain('人');
  });

  it('features 54 and 55: teams that people formed stay, open seats go to whom they look for, the rest is placed around them', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 12);
    const fisher = await desk.enter(event, { tags: [['skill', '釣り']] }, { nickname: '釣り人' });
    await setHere(stores.database.reader, event.id, [fisher.id], true);
    await desk.settled();
    const tx = stores.database.reader;
    const open = await addFoundedTeam(tx, { eventId: event.id, name: '魚の会', seats: 4, wants: ['釣り'] }, all[0].id);
    await addFoundedMember(tx, open.id, all[1].id);
    const full = await addFoundedTeam(tx, { eventId: event.id, name: '写真の会', seats: 3, wants: [] }, all[2].id);
    for (const at of [3, 4]) await addFoundedMember(tx, full.id, all[at].id);
    const proposal = await teams.formed(event);
    const named = (name: string): string[] => proposal.plan.teams.find((team) => team.name === name)!.members.map((member) => member.participantId).sort();
    expect(named('写真の会')).toEqual([all[2].id, all[3].id, all[4].id].sort());
    expect(named('魚の会')).toEqual(expect.arrayContaining([all[0].id, all[1].id, fisher.id]));
    expect(teamsOf(proposal).flat()).toHaveLength(13);
    expect(proposal.wishes.find(({ wish }) => wish === 'wants')).toMatchObject({ value: expect.closeTo(1, 9), label: { ja: expect.any(String) } });
    const again = await desk.commit(event.id, async (work) => {
      const next = (await changeProposal(work, { id: proposal.id, version: proposal.version }, { status: 'forming', seed: 2 }))!;
      return { result: next, tell: [tellProposal(event.id, { name: 'form-teams', data: { eventId: event.id, proposalId: proposal.id, version: next } })] };
    });
    await desk.settled();
    const after = (await findProposal(tx, event.id, proposal.id))!;
    expect(after.version).toBe(again + 1);
    expect(together(teamsOf(after), all[2].id, all[3].id, all[4].id)).toBe(true);
    expect(after.plan.teams.filter((team) => team.name === '写真の会' && team.members.length > 0)).toHaveLength(1);
  });

  it('features 35 and 42: teams take the themes and data jackets that people ranked, and carry their title', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 12);
    const themes = [{ id: 'night', title: '夜の見守り' }, { id: 'jacket:1', title: '坂道の記録' }, { id: 'food', title: '食卓' }];
    for (const [at, one] of all.entries()) await desk.change(one, { choices: [['night', 'food'], ['jacket:1'], ['food', 'night']][at % 3] });
    const [chosen] = (await teams.formed(event, { sizeMin: 4, sizeMax: 4, rules: { themes } })).wishes.filter(({ wish }) => wish === 'choice');
    expect(chosen.value).toBeGreaterThan(chosen.random!);
    const proposal = await teams.formed(event, { sizeMin: 4, sizeMax: 4, rules: { themes, wishes: [{ type: 'pairs', priority: 5 }, { type: 'choice', priority: 1 }] } });
    expect(proposal.plan.teams.map((team) => team.theme?.title).sort()).toEqual(themes.map(({ title }) => title).sort());
    for (const team of proposal.plan.teams) {
      const kind = themes.findIndex(({ id }) => id === team.theme!.id);
      expect(team.members.every(({ participantId }) => all.findIndex((one) => one.id === participantId) % 3 === kind)).toBe(true);
    }
  });

  describe('feature 56: rounds', () => {
    it('planned together, nobody meets twice; the next one waits as planned and is brought in line with who is here', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 16);
      const tx = stores.database.reader;
      const first = await teams.formed(event, { sizeMin: 4, sizeMax: 4, rounds: 3 });
      expect(first).toMatchObject({ status: 'draft', round: 1, rounds: 3, repeats: null });
      const second = (await findPlannedRound(tx, first))!;
      const third = (await findPlannedRound(tx, second))!;
      expect([second.repeats, third.repeats]).toEqual([0, 0]);
      for (const round of [first, second, third]) expect(teamsOf(round).flat().sort()).toEqual(all.map((one) => one.id).sort());
      await setHere(tx, event.id, [all[0].id], false);
      await changeProposal(tx, { id: first.id, version: first.version }, { status: 'published' });
      await addTeams(tx, event.id, first.id, teamsOf(first).map((members, at) => ({ id: randomUUID(), number: at + 1, name: `${at + 1}`, reasons: [], question: null, theme: null, members, openSeats: 0 })));
      const version = (await changeProposal(tx, { id: second.id, version: second.version, status: 'planned' }, { status: 'forming' }))!;
      await desk.commit(event.id, async () => ({ result: undefined, tell: [tellProposal(event.id, { name: 'form-teams', data: { eventId: event.id, proposalId: second.id, version, adapt: true } })] }));
      await desk.settled();
      const adapted = (await findProposal(tx, event.id, second.id))!;
      expect(adapted.status).toBe('draft');
      const expected = teamsOf(second).map((team) => team.filter((id) => id !== all[0].id));
      expect(teamsOf(adapted).flat()).toHaveLength(15);
      expect(adapted.objective!).toBeGreaterThan(adapted.baseline!);
      expect(adapted.baselineBest!).toBeGreaterThan(adapted.baseline!);
      expect(adapted.wishes.find(({ wish }) => wish === 'pairs')!.random).not.toBeNull();
      const moved = teamsOf(adapted).flat().filter((id) => !expected.some((team, at) => team.includes(id) && teamsOf(adapted)[at]?.includes(id)));
      expect(moved.length).toBeLessThanOrEqual(1);
    });

    it('whoever is pinned in a planned round stays when it is brought in line, though a team is too small then', async () => {
      const event = await desk.openEvent();
      await teams.people(event, 17);
      const tx = stores.database.reader;
      const first = await teams.formed(event, { sizeMin: 4, sizeMax: 5, rounds: 2 });
      const second = (await findPlannedRound(tx, first))!;
      await changeProposal(tx, { id: first.id, version: first.version }, { status: 'published' });
      const gone = teamsOf(second).find(({ length }) => length === 4)![0];
      await setHere(tx, event.id, [gone], false);
      const plan: DraftPlan = { ...second.plan, teams: second.plan.teams.map((team) => ({ ...team, members: team.members.map((member) => ({ ...member, pinned: true })) })) };
      const version = (await changeProposal(tx, { id: second.id, version: second.version, status: 'planned' }, { status: 'forming', plan }))!;
      await desk.commit(event.id, async () => ({ result: undefined, tell: [tellProposal(event.id, { name: 'form-teams', data: { eventId: event.id, proposalId: second.id, version, adapt: true } })] }));
      await desk.settled();
      const adapted = (await findProposal(tx, event.id, second.id))!;
      expect(teamsOf(adapted)).toEqual(teamsOf(second).map((team) => team.filter((id) => id !== gone)));
      expect(adapted.broken.map(({ rule, by }) => [rule, by])).toEqual([['size', 1]]);
    });

    it('rules that cannot hold are named with their loosening, which is for as many rounds', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 12);
      const first = await teams.formed(event, { rounds: 2, rules: { rules: [{ type: 'together', people: all.slice(0, 5).map(({ id }) => id) }] } });
      expect(first.broken.length).toBeGreaterThan(0);
      const [{ loosenings }] = first.conflicts;
      expect(loosenings.map(({ change }) => change)).toEqual([{ teamSize: { min: 3, max: 5 }, rules: first.rules, rounds: 2 }, { teamSize: { min: 3, max: 4 }, rules: { rules: [] }, rounds: 2 }]);
    });

    it('formed again, a round keeps what a hand has held and the rounds that follow, and avoids whom these bring together', async () => {
      const event = await desk.openEvent();
      await teams.people(event, 16);
      const tx = stores.database.reader;
      const first = await teams.formed(event, { sizeMin: 4, sizeMax: 4, rounds: 2 });
      const second = (await findPlannedRound(tx, first))!;
      const [locked, open] = first.plan.teams;
      await teams.rewrite(first, 'form-teams', (plan) => ({ ...plan, teams: plan.teams.map((team) => ({ ...team, locked: team.id === locked.id, name: team.id === locked.id ? '海の会' : team.name })) }));
      await desk.settled();
      const again = await teams.present(first);
      expect(again.plan.teams.find(({ id }) => id === locked.id)).toMatchObject({ number: locked.number, name: '海の会', members: locked.members });
      expect(again.plan.teams.find(({ id }) => id === open.id)).toMatchObject({ number: open.number });
      expect((await findPlannedRound(tx, again))!).toMatchObject({ id: second.id, plan: second.plan });
      await teams.rewrite(again, 'score-proposal', (plan) => plan);
      await desk.settled();
      expect((await teams.present(again)).lastDelta).toBeCloseTo(0, 6);
      expect(teamsOf(again).some((team) => teamsOf(second).some((other) => together([other], ...team.slice(0, 2))))).toBe(false);
    });

    it('planned once more around what a hand has held, the first round keeps it, and those that follow avoid whom it brings together', async () => {
      const event = await desk.openEvent();
      await teams.people(event, 16);
      const first = await teams.formed(event, { sizeMin: 4, sizeMax: 4, rounds: 3 });
      const [locked] = first.plan.teams;
      const plan = { ...first.plan, teams: first.plan.teams.map((team) => ({ ...team, locked: team.id === locked.id })) };
      const other = await teams.formed(event, { sizeMin: 4, sizeMax: 4, rounds: 3, seed: 2, plan });
      expect(other.plan.teams.find(({ number }) => number === locked.number)).toMatchObject({ locked: true, members: expect.arrayContaining(locked.members) });
      const later = await listPlannedRounds(stores.database.reader, other);
      expect(later.map(({ round, repeats }) => [round, repeats])).toEqual([[2, 0], [3, 0]]);
    });

    it('one after the other: a proposal after a published round counts and avoids pairs that have met', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 16);
      const tx = stores.database.reader;
      await addTeams(tx, event.id, randomUUID(), [0, 1, 2, 3].map((team) => ({
        id: randomUUID(), number: team + 1, name: `${team + 1}`, reasons: [], question: null, theme: null, members: all.slice(team * 4, team * 4 + 4).map((one) => one.id), openSeats: 0,
      })));
      await dissolveTeams(tx, event.id);
      expect((await teams.formed(event, { sizeMin: 4, sizeMax: 4 })).repeats).toBe(0);
    });

    it('across events: people who agreed to be known from an earlier event of the organiser are not put together again, the others are as new', async () => {
      const tx = stores.database.reader;
      const [earlier, event] = [await desk.openEvent(), await desk.openEvent()];
      const [before, now] = [await teams.people(earlier, 8), await teams.people(event, 8)];
      const team = (members: ParticipantRow[], number: number) =>
        ({ id: randomUUID(), number, name: '', reasons: [], question: null, theme: null, members: members.map(({ id }) => id), openSeats: 0 });
      const alone = teamsOf(await teams.formed(event, { sizeMin: 2, sizeMax: 2 }));
      const pairs = alone.map(([a, b], number) => team([a, b].map((id) => before[now.findIndex((one) => one.id === id)]), number + 1));
      await addTeams(tx, earlier.id, randomUUID(), pairs);
      expect((await teams.formed(event, { sizeMin: 2, sizeMax: 2 })).repeats).toBeNull();
      const agreed = alone.slice(0, 3).flat();
      for (const [at, { id }] of now.entries()) if (agreed.includes(id)) await addEarlierSelf(tx, id, before[at].id);
      const fresh = await teams.formed(event, { sizeMin: 2, sizeMax: 2 });
      expect(fresh.repeats).toBe(0);
      for (const pair of alone.slice(0, 3)) expect(together(teamsOf(fresh), ...pair)).toBe(false);
    });
  });

  const publish = async (event: EventRow, teams: ParticipantRow[][], sizeMax: number): Promise<string[]> => {
    const tx = stores.database.reader;
    await tx.query('UPDATE event SET team_min = 2, team_max = $2 WHERE id = $1', [event.id, sizeMax]);
    const proposal = await addProposal(tx, { eventId: event.id, sizeMin: 2, sizeMax, seed: 1, seconds: 1, rules: {}, createdBy: null });
    await changeProposal(tx, { id: proposal.id, version: 1, status: 'forming' }, { status: 'published' });
    const ids = teams.map(() => randomUUID());
    await addTeams(tx, event.id, proposal.id, teams.map((team, at) => ({ id: ids[at], number: at + 1, name: `${at + 1}`, reasons: [], question: null, theme: null, members: team.map((one) => one.id), openSeats: 0 })));
    return ids;
  };
  const seats = async (event: EventRow): Promise<string[][]> => (await readTeams(stores.database.reader, event.id)).map((team) => team.members.map((member) => member.participantId).sort());

  it('feature 53: a declined seat goes to whoever waits and fits best, never back to who declined; nobody else moves', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 5);
    const fisher = await desk.enter(event, { tags: [['skill', '釣り']] }, { nickname: '釣り人' });
    const seeker = await desk.enter(event, { tags: [['seeking', '釣り']] }, { nickname: '釣りたい' });
    const tx = stores.database.reader;
    await setHere(tx, event.id, [fisher.id, seeker.id], true);
    await desk.settled();
    const [, second] = await publish(event, [[all[0], all[1]], [seeker, all[2]]], 2);
    for (const one of [all[3], fisher]) await setUnplaced(tx, event.id, one.id, { code: 'waiting', cause: CAUSE });
    await setUnplaced(tx, event.id, all[4].id, { code: 'freed', cause: CAUSE });
    await desk.commit(event.id, async (work) => {
      await freeSeat(work, event.id, all[2].id);
      await setUnplaced(work, event.id, all[2].id, { code: 'declined', cause: CAUSE });
      return { result: undefined, tell: [tellTeams(event.id, { name: 'refill-seat', data: { eventId: event.id, teamId: second } })] };
    });
    const listed = async (): Promise<string[]> => (await desk.last('participant', seeker.id, 'candidates.changed')).candidates.map((one: { participantId: string }) => one.participantId);
    expect(await listed()).toContain(fisher.id);
    await desk.settled();
    expect(await seats(event)).toEqual([[all[0].id, all[1].id].sort(), [seeker.id, fisher.id].sort()]);
    expect(await listed()).not.toContain(fisher.id);
    expect((await desk.last('participant', fisher.id, 'team.changed')).team.members).toHaveLength(2);
    expect((await desk.last('console', event.id, 'seats.changed')).unplaced.map((one: { participantId: string; code: string }) => one.code).sort()).toEqual(['declined', 'freed', 'waiting']);
    expect((await listAudit(tx, event.id, { limit: 1 })).map(({ action, subject, detail }) => [action, subject, detail])).toEqual([['team.seat_refilled', fisher.id, { team: 2 }]]);
  });

  it('feature 53: whom the rules allow no seat in the team that has one is told so, no longer that all are full', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 5);
    const tx = stores.database.reader;
    const [first] = await publish(event, [[all[0], all[1]], [all[2], all[3]]], 2);
    await addAvoided(tx, event.id, all[4].id, all[0].id);
    await setUnplaced(tx, event.id, all[4].id, { code: 'waiting', cause: CAUSE });
    await desk.commit(event.id, async (work) => {
      await freeSeat(work, event.id, all[1].id);
      return { result: undefined, tell: [tellTeams(event.id, { name: 'refill-seat', data: { eventId: event.id, teamId: first } })] };
    });
    await desk.settled();
    expect((await desk.last('console', event.id, 'seats.changed')).unplaced).toEqual([{ participantId: all[4].id, code: 'waiting', cause: expect.objectContaining({ ja: '席のあるチームはありますが、条件に合うところがありません。' }) }]);
  });

  it('feature 68: a repair seats who waits without moving anybody, and says what a reshuffle would gain at the given price', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 4);
    const fishers = [await desk.enter(event, { tags: [['skill', '釣り']] }, { nickname: '釣り人' }), await desk.enter(event, { tags: [['seeking', '釣り']] }, { nickname: '釣りたい' })];
    const late = await desk.enter(event, { tags: [['skill', '畑']] }, { nickname: '遅い' });
    const tx = stores.database.reader;
    await setHere(tx, event.id, [...fishers, late].map((one) => one.id), true);
    await desk.settled();
    const ids = await publish(event, [[all[0], all[1], fishers[0]], [all[2], all[3], fishers[1]]], 4);
    await setUnplaced(tx, event.id, late.id, { code: 'waiting', cause: CAUSE });
    const ask = async (price: number): Promise<RepairView> => {
      await desk.commit(event.id, async (work) => {
        const { id } = await addRepair(work, event.id, price);
        return { result: undefined, tell: [tellRepair(event.id, { name: 'find-repair', data: { eventId: event.id, repairId: id } })] };
      });
      await desk.settled();
      return (await readRepair(tx, event.id))!;
    };
    const repair = await ask(3);
    expect(repair).toMatchObject({ status: 'ready', price: 3, unplaced: [], moves: [{ participantId: late.id, fromTeamId: null, toTeamId: expect.stringMatching(new RegExp(ids.join('|'))) }] });
    expect(repair.reshuffle!.gain).toBeGreaterThan(0);
    expect(repair.reshuffle!.moves.length).toBeGreaterThan(1);
    expect((await desk.last('console', event.id, 'repair.changed')).repair).toEqual(repair);
    expect((await seats(event)).flat()).toHaveLength(6);
  });

  it('feature 68: a repair goes by the sizes of the published round, not by those of the event: teams of three stand where the next ones are to have four', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 9);
    const tx = stores.database.reader;
    await publish(event, [all.slice(0, 3), all.slice(3, 6), all.slice(6)], 4);
    await tx.query('UPDATE event SET team_min = 4, team_max = 5 WHERE id = $1', [event.id]);
    await desk.commit(event.id, async (work) => {
      const { id } = await addRepair(work, event.id, 3);
      return { result: id, tell: [tellRepair(event.id, { name: 'find-repair', data: { eventId: event.id, repairId: id } })] };
    });
    await desk.settled();
    expect(await readRepair(tx, event.id)).toMatchObject({ status: 'ready', moves: [], unplaced: [] });
  });

  it('feature 68: a repair tells which rules the teams break as they stand, in which team: one made by hand, and one that is too large', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 7);
    const tx = stores.database.reader;
    const [first, second] = await publish(event, [all.slice(0, 4), all.slice(4)], 3);
    const apart = { id: 'apart', label: '別々に', type: 'apart', people: [all[4].id, all[5].id] };
    await tx.query('UPDATE event SET rules = $2 WHERE id = $1', [event.id, { rules: [apart] }]);
    await desk.commit(event.id, async (work) => {
      const { id } = await addRepair(work, event.id, 3);
      return { result: id, tell: [tellRepair(event.id, { name: 'find-repair', data: { eventId: event.id, repairId: id } })] };
    });
    await desk.settled();
    const { broken } = (await readRepair(tx, event.id))!;
    expect(broken.map(({ teamId, label, by, members }) => [teamId, label.ja, by, [...members].sort()])).toEqual([
      [first, 'チームの人数', 1, all.slice(0, 4).map(({ id }) => id).sort()], [second, '「別々に」', 1, all.slice(4).map(({ id }) => id).sort()],
    ]);
  });

  it('feature 68: team-mates of whom one avoids the other are parted by a repair, full teams or not; nothing in it says why', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 6);
    const tx = stores.database.reader;
    await publish(event, [all.slice(0, 3), all.slice(3)], 3);
    await addAvoided(tx, event.id, all[0].id, all[1].id);
    await desk.commit(event.id, async (work) => {
      const { id } = await addRepair(work, event.id, 3);
      return { result: id, tell: [tellRepair(event.id, { name: 'find-repair', data: { eventId: event.id, repairId: id } })] };
    });
    await desk.settled();
    const { moves, broken } = (await readRepair(tx, event.id))!;
    expect(broken).toEqual([]);
    const moved = moves.map(({ participantId }) => participantId);
    expect(moved.filter((id) => id === all[0].id || id === all[1].id)).toHaveLength(1);
    expect(moved).toHaveLength(2);
  });

  it('feature 68: a repair opens the seats of people who have gone, and fills them with who waits', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 5);
    const tx = stores.database.reader;
    const [first] = await publish(event, [[all[0], all[1]], [all[2], all[3]]], 2);
    await setUnplaced(tx, event.id, all[4].id, { code: 'waiting', cause: CAUSE });
    await setHere(tx, event.id, [all[0].id], false);
    const repair = await desk.commit(event.id, async (work) => {
      const { id } = await addRepair(work, event.id, 3);
      return { result: id, tell: [tellRepair(event.id, { name: 'find-repair', data: { eventId: event.id, repairId: id } })] };
    });
    await desk.settled();
    expect(await readRepair(tx, event.id)).toMatchObject({
      id: repair, status: 'ready', unplaced: [], moves: [{ participantId: all[0].id, fromTeamId: first, toTeamId: null }, { participantId: all[4].id, fromTeamId: null, toTeamId: first }],
    });
  });
});
