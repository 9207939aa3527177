import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Problem, type MovePreview, type ProposalView, type Sentence } from '@tsunagu/contracts';
import { addProposal, addTeams, changeProposal, forgetReasonsOf, listen, PROGRESS_CHANNEL, readTeams, readUnplaced, saveIntroduction, setHere, tellPerson, tellPreviewAsked, withoutAbout, type DraftPlan, type EventRow, type ParticipantRow, type ToldReason } from '@tsunagu/storage';
import { TeamFormer } from '../../../apps/matching/src/threads/team-former.js';
import { waitFor } from '../../helpers/wait-for.js';
import type { Desk, Engine, Stores } from './engine.js';
import { TeamsDesk } from './teams-desk.js';

describe('forming teams', () => {
  let teams: TeamsDesk;
  let stores: Stores;
  let engine: Engine;
  let desk: Desk;
  beforeAll(async () => {
    teams = await TeamsDesk.open();
    ({ stores, engine, desk } = teams);
  });
  afterAll(() => teams.close());

  const seatedIn = (plan: DraftPlan): string[] => plan.teams.flatMap((team) => team.members.map((member) => member.participantId));

  it('everybody who is here sits in one team within the sizes, with a score beside that of random teams and reasons in both languages', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 14, 13);
    await desk.change(all[0], { paused: true });
    const proposal = await teams.propose(event);
    await desk.settled();
    const { plan, status, version, objective, baseline, baselineBest } = await teams.present(proposal);
    expect({ status, version }).toEqual({ status: 'draft', version: 2 });
    expect(seatedIn(plan).sort()).toEqual(all.slice(1, 13).map((one) => one.id).sort());
    for (const team of plan.teams) expect([3, 4]).toContain(team.members.length);
    expect(new Set(plan.teams.map((team) => team.id)).size).toBe(plan.teams.length);
    expect(objective!).toBeGreaterThanOrEqual(baseline!);
    expect(baselineBest!).toBeGreaterThanOrEqual(baseline!);
    for (const reason of plan.teams.flatMap((team) => team.reasons)) expect(reason).toEqual({ type: expect.any(String), labels: expect.any(Array), people: expect.any(Array), text: { ja: expect.any(String), en: expect.any(String), yasashii: expect.stringMatching(/ /) } });
    expect(plan.teams.flatMap((team) => team.reasons).length).toBeGreaterThan(0);
    const told: ProposalView = (await desk.last('console', event.id, 'proposal.changed')).proposal;
    expect(told.teams).toEqual(plan.teams.map((team) => ({ ...team, reasons: team.reasons.map(withoutAbout) })));
    expect((await desk.rows('outside', event.id))).toEqual([]);
  });

  it('progress is pushed while it searches and never logged', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 8);
    const heard: { eventId: string; progress: { proposalId: string; elapsedMs: number; limitMs: number; objective: number | null } }[] = [];
    let ready = false;
    const listening = listen(stores.settings.DATABASE_URL!, [PROGRESS_CHANNEL], (_, payload) => { heard.push(JSON.parse(payload)); }, () => { ready = true; });
    await waitFor('it listens', () => ready);
    const proposal = await teams.propose(event, { seconds: 0.9 });
    await desk.settled();
    await waitFor('progress is heard', () => heard.length >= 2);
    await listening.close();
    for (const { eventId, progress } of heard) expect({ eventId, ...progress }).toMatchObject({ eventId: event.id, proposalId: proposal.id, limitMs: 900, elapsedMs: expect.any(Number) });
    expect(heard.at(-1)!.progress.objective!).toBeLessThanOrEqual((await teams.present(proposal)).objective! + 1e-9);
    expect(heard.at(-1)!.progress.objective!).toBeGreaterThan(0.9 * (await teams.present(proposal)).objective!);
    expect((await desk.rows('console', event.id)).map((row) => row.type)).not.toContain('progress');
  });

  it('feature 46: what moving somebody to each team would do is pushed before it is done, and is what the move does', async () => {
    const event = await desk.openEvent();
    const [{ id }] = await teams.people(event, 9);
    const proposal = await teams.formed(event, { sizeMin: 2, sizeMax: 5 });
    const { plan, version, objective } = proposal;
    const from = plan.teams.findIndex((team) => team.members.some((member) => member.participantId === id));
    const to = (from + 1) % plan.teams.length;
    const heard: MovePreview[] = [];
    let ready = false;
    const listening = listen(stores.settings.DATABASE_URL!, [PROGRESS_CHANNEL], (_, payload) => { heard.push(JSON.parse(payload).progress); }, () => { ready = true; });
    await waitFor('it listens', () => ready);
    const ask = (at: number) => desk.commit(event.id, async () => ({
      result: undefined, tell: [tellPreviewAsked(event.id, { name: 'preview-moves', data: { eventId: event.id, proposalId: proposal.id, version: at, participantId: id } })],
    }));
    await ask(version - 1);
    await ask(version);
    await waitFor('the preview', () => heard.length > 0);
    await teams.rewrite(proposal, 'score-proposal', (now) => ({ ...now, teams: now.teams.map((team, at) => ({
      ...team, members: at === to ? [...team.members, { participantId: id, pinned: true }] : team.members.filter((member) => member.participantId !== id),
    })) }));
    await desk.settled();
    await listening.close();
    const after = await teams.present(proposal);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ proposalId: proposal.id, version, participantId: id });
    expect(heard[0].effects).toHaveLength(plan.teams.length + 1);
    expect(heard[0].effects[from].map((change) => Math.abs(change))).toEqual(heard[0].effects[from].map(() => 0));
    const [foreseen, broken, ...terms] = heard[0].effects[to];
    expect(foreseen).toBeCloseTo(after.objective! - objective!, 3);
    expect(broken).toBe(after.broken.reduce((sum, { by }) => sum + by, 0));
    heard[0].wishes.forEach((wish, at) => expect(terms[at]).toBeCloseTo(after.wishes.find((one) => one.wish === wish)!.delta!, 3));
  });

  it('a run again keeps pinned people and locked teams, and places somebody who has come since', async () => {
    const event = await desk.openEvent();
    const all = await teams.people(event, 13, 12);
    const proposal = await teams.propose(event);
    await desk.settled();
    const before = (await teams.present(proposal)).plan;
    const [locked, pinned] = [before.teams[0], before.teams[1]];
    const pair = pinned.members.slice(0, 2).map((member) => member.participantId);
    await setHere(stores.database.reader, event.id, [all[12].id], true);
    await teams.rewrite(proposal, 'form-teams', (plan) => ({ ...plan, teams: plan.teams.map((team) => ({
      ...team, locked: team.id === locked.id, name: team.id === pinned.id ? '編集班' : team.name,
      members: team.members.map((member) => ({ ...member, pinned: pair.includes(member.participantId) })),
    })) }));
    await desk.settled();
    const { plan, status } = await teams.present(proposal);
    const members = (id: string): string[] => plan.teams.find((team) => team.id === id)!.members.map((member) => member.participantId).sort();
    expect(status).toBe('draft');
    expect(members(locked.id)).toEqual(locked.members.map((member) => member.participantId).sort());
    expect(members(pinned.id)).toEqual(expect.arrayContaining(pair));
    expect(plan.teams.find((team) => team.id === pinned.id)).toMatchObject({ name: '編集班', locked: false });
    expect(plan.teams.find((team) => team.id === locked.id)).toMatchObject({ locked: true });
    expect(seatedIn(plan).sort()).toEqual(all.map((one) => one.id).sort());
  });

  it('a run again keeps number and name of every team that a hand has touched, and no name is there twice', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 16);
    const proposal = await teams.formed(event);
    const [, , locked, held] = proposal.plan.teams;
    await teams.rewrite(proposal, 'form-teams', (plan) => ({ ...plan, teams: plan.teams.map((team) => ({
      ...team, locked: team.id === locked.id, members: team.members.map((member) => ({ ...member, pinned: team.id === held.id })),
    })) }));
    await desk.settled();
    const { plan } = await teams.present(proposal);
    expect(plan.teams.map(({ number, name }) => `${number} ${name}`)).toEqual(plan.teams.map((_, at) => `${at + 1} チーム${at + 1}`));
    for (const { id, number } of [locked, held]) expect(plan.teams.find((team) => team.id === id)).toMatchObject({ number });
  });

  it('a discarded draft is not written by a run that was under way, and no run is done twice', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 6);
    const proposal = await teams.propose(event, { seconds: 1 });
    await waitFor('it is being searched', async () => (await engine.queues.counts()).teams.active === 1);
    await changeProposal(stores.database.reader, { id: proposal.id, version: 1, status: 'forming' }, { status: 'discarded' });
    await desk.settled();
    expect(await teams.present(proposal)).toMatchObject({ status: 'discarded', version: 2, plan: { teams: [] } });
  });

  it('rules that make no sense fail the run with the reason, at once', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 6);
    const proposal = await teams.propose(event, { rules: { rules: [{ type: 'together' }] } as never });
    await waitFor('it fails', async () => (await teams.present(proposal)).status === 'failed');
    expect((await teams.present(proposal)).conflicts).toEqual([expect.objectContaining({ text: { ja: expect.stringMatching(/^条件の書き方に誤りがあります：rules\.0\.people：./), en: expect.stringMatching(/^The rules are not valid: rules\.0\.people: ./) }, loosenings: [] })]);
    expect((await desk.last('console', event.id, 'proposal.changed')).proposal.status).toBe('failed');
    await waitFor('it is among the failed jobs', async () => (await engine.queues.deadJobs()).some((job) => job.name === 'form-teams' && job.code === 'teams.rules_invalid'));
  });

  it('a draft changed by hand gets its scores and what the change did, and keeps its version', async () => {
    const event = await desk.openEvent();
    await teams.people(event, 9);
    const proposal = await teams.propose(event, { sizeMin: 2, sizeMax: 5 });
    await desk.settled();
    const before = await teams.present(proposal);
    await teams.rewrite(proposal, 'score-proposal', (plan) => {
      const [from, to] = plan.teams;
      const moved = from.members[0];
      return { ...plan, teams: plan.teams.map((team) => team.id === from.id ? { ...team, score: null, reasons: [], members: team.members.slice(1) } : team.id === to.id ? { ...team, score: null, reasons: [], members: [...team.members, moved] } : team) };
    });
    await desk.settled();
    const after = await teams.present(proposal);
    expect(after.version).toBe(before.version + 1);
    expect(seatedIn(after.plan).sort()).toEqual(seatedIn(before.plan).sort());
    for (const team of after.plan.teams) expect(team.score).toEqual(expect.any(Number));
    expect(after.lastDelta!).toBeCloseTo(after.objective! - before.objective!, 5);
    expect(after.baseline).toBe(before.baseline);
  });

  it('other services learn the proposal under pseudonyms, where the event is open to them', async () => {
    const event = await desk.openEvent({ services: ['library'] });
    const all = await teams.people(event, 6);
    const proposal = await teams.propose(event);
    await desk.settled();
    const told = await desk.last('outside', event.id, 'teams.proposed');
    expect(told).toMatchObject({ proposal: proposal.id, objective: expect.any(Number), baseline: expect.any(Number) });
    expect(told.teams.flat()).toHaveLength(6);
    expect(JSON.stringify(told)).not.toContain(all[0].id);
  });

  describe('of people who write something else meanwhile', () => {
    const says = { tags: [['skill', '写真'], ['interest', '畑'], ['seeking', '編集']] };
    const reasonsOf = ({ teams: all }: DraftPlan, { id }: ParticipantRow): number => all.find(({ members }) => members.some(({ participantId }) => participantId === id))!.reasons.length;

    it('a draft says why by what they say now: it is worked out again once that is read', async () => {
      const event = await desk.openEvent();
      const [one] = await teams.people(event, 6);
      const proposal = await teams.formed(event);
      await desk.commit(event.id, async (tx) => ({ result: undefined, tell: await forgetReasonsOf(tx, event.id, one.id) }));
      const forgotten = await teams.present(proposal);
      expect([reasonsOf(forgotten.plan, one), forgotten.version - proposal.version, forgotten.plan.teams.some(({ reasons }) => reasons.length > 0)]).toEqual([0, 1, true]);
      await desk.rewrite(one, { ...says, note: 'anew' });
      await desk.settled();
      expect(reasonsOf((await teams.present(proposal)).plan, one)).toBeGreaterThan(0);
    });

    it('while teams are searched, what was known of them before is not said', async () => {
      const event = await desk.openEvent();
      const [one] = await teams.people(event, 6);
      const former = teams.engine.app.get(TeamFormer);
      const run = former.run.bind(former);
      const searching = jest.spyOn(former, 'run').mockImplementation(async (...task) => {
        const outcome = await run(...task);
        await stores.database.transaction((tx) => saveIntroduction(tx, { eventId: event.id, participantId: one.id, text: JSON.stringify(says), shown: false }));
        return outcome;
      });
      const proposal = await teams.propose(event);
      const told = async (): Promise<(ProposalView | null)[]> => (await desk.rows('console', event.id)).filter(({ type }) => type === 'proposal.changed').map(({ payload }) => (payload as { proposal: ProposalView | null }).proposal);
      const saved = await waitFor('the draft', async () => (await told()).find((one) => one?.status === 'draft'));
      searching.mockRestore();
      await desk.settled();
      expect([reasonsOf(saved, one), saved.teams.some(({ reasons }) => reasons.length > 0)]).toEqual([0, true]);
      expect(reasonsOf((await teams.present(proposal)).plan, one)).toBeGreaterThan(0);
    });
  });

  describe('placing somebody who comes late', () => {
    const TOLD: ToldReason = { type: 'sectors', labels: [], text: { ja: '官と市民が出会います。', en: 'Public and citizens meet.', yasashii: 'いろいろな 人が います。' }, people: [] };
    const publish = async (event: EventRow, teams: ParticipantRow[][], sizeMax: number): Promise<void> => {
      const tx = stores.database.reader;
      const proposal = await addProposal(tx, { eventId: event.id, sizeMin: 2, sizeMax, seed: 1, seconds: 1, rules: {}, createdBy: null });
      await changeProposal(tx, { id: proposal.id, version: 1, status: 'forming' }, { status: 'published' });
      await addTeams(tx, event.id, proposal.id, teams.map((team, index) => ({ id: randomUUID(), number: index + 1, name: `チーム${index + 1}`, reasons: [TOLD], question: null, theme: null, members: team.map((one) => one.id), openSeats: 0 })));
    };
    const arrive = (person: ParticipantRow): Promise<void> => desk.commit(person.eventId, async () => ({ result: undefined, tell: [tellPerson(person.eventId, person.id, { name: 'place-late', data: { eventId: person.eventId, participantId: person.id } })] }));
    const seats = async (event: EventRow): Promise<string[][]> => (await readTeams(stores.database.reader, event.id)).map((team) => team.members.map((member) => member.participantId).sort());

    it('they get the seat where they fit best; nobody else moves; everybody of the team is told', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 4);
      const cook = await desk.enter(event, { tags: [['seeking', '釣り']] }, { nickname: '釣りたい' });
      const fisher = await desk.enter(event, { tags: [['skill', '釣り']] }, { nickname: '遅い' });
      await setHere(stores.database.reader, event.id, [cook.id, fisher.id], true);
      await desk.settled();
      await publish(event, [[all[0], all[1]], [all[2], cook]], 4);
      const listed = async (): Promise<string[]> => (await desk.last('participant', cook.id, 'candidates.changed')).candidates.map((one: { participantId: string }) => one.participantId);
      expect(await listed()).toContain(fisher.id);
      await arrive(fisher);
      await desk.settled();
      expect(await seats(event)).toEqual([[all[0].id, all[1].id].sort(), [all[2].id, cook.id, fisher.id].sort()]);
      expect(await listed()).not.toContain(fisher.id);
      for (const member of [all[2], cook, fisher]) expect((await desk.last('participant', member.id, 'team.changed')).team.members).toHaveLength(3);
      expect(await desk.last('participant', all[0].id, 'team.changed')).toBeUndefined();
      await arrive(fisher);
      await desk.settled();
      expect((await seats(event)).flat()).toHaveLength(5);
    });

    it('where every team is full they are listed with the cause', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 5);
      await publish(event, [[all[0], all[1]], [all[2], all[3]]], 2);
      await arrive(all[4]);
      await desk.settled();
      const [unplaced] = await readUnplaced(stores.database.reader, event.id);
      expect(unplaced).toMatchObject({ participantId: all[4].id, cause: { ja: expect.stringContaining('満員'), en: expect.any(String) } satisfies Sentence | object });
      expect((await desk.last('console', event.id, 'seats.changed')).unplaced).toHaveLength(1);
    });

    it('where a rule forbids every team with room they are listed with that cause', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 5);
      await stores.database.reader.query('UPDATE event SET rules = $2 WHERE id = $1', [event.id, JSON.stringify({ rules: [{ type: 'apart', people: [all[4].id, all[0].id] }, { type: 'apart', people: [all[4].id, all[2].id] }] })]);
      await publish(event, [[all[0], all[1]], [all[2], all[3]]], 3);
      await arrive(all[4]);
      await desk.settled();
      expect((await readUnplaced(stores.database.reader, event.id))[0].cause.ja).toContain('条件');
      expect((await seats(event)).flat()).toHaveLength(4);
    });

    it('rules that contradict each other about two people keep neither of them, nor anybody else, without a seat', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 6);
      const [one, other] = [all[0], all[4]];
      await stores.database.reader.query('UPDATE event SET rules = $2 WHERE id = $1', [event.id, JSON.stringify({ rules: ['together', 'apart'].map((type) => ({ type, people: [one.id, other.id] })) })]);
      await publish(event, [[one, all[1]], [all[2], all[3]]], 3);
      await arrive(other);
      await desk.settled();
      await arrive(all[5]);
      await desk.settled();
      expect((await seats(event)).flat().sort()).toEqual(all.map(({ id }) => id).sort());
    });

    it('where looking for a seat fails for good they are listed, and the next seat that comes free is theirs', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 5);
      await publish(event, [[all[0], all[1]], [all[2], all[3]]], 3);
      const failing = jest.spyOn(teams.engine.app.get(TeamFormer), 'chooseTeamFor').mockRejectedValue(new Problem('intro.unreadable'));
      await arrive(all[4]);
      await waitFor('they are listed', async () => (await readUnplaced(stores.database.reader, event.id)).length > 0);
      failing.mockRestore();
      const { unplaced } = await desk.last('console', event.id, 'seats.changed');
      expect(unplaced).toEqual([{ participantId: all[4].id, code: 'other', cause: { ja: expect.stringContaining('席を用意する'), en: expect.stringContaining('Find a seat') } }]);
      const [{ id: teamId }] = await readTeams(stores.database.reader, event.id);
      await desk.commit(event.id, async () => ({ result: undefined, tell: [tellPerson(event.id, all[0].id, { name: 'refill-seat', data: { eventId: event.id, teamId } })] }));
      await desk.settled();
      expect((await seats(event))[0]).toContain(all[4].id);
    });

    it('ten who come at once fill the room there is, and no team beyond its size', async () => {
      const event = await desk.openEvent();
      const all = await teams.people(event, 14);
      await publish(event, [[all[0], all[1]], [all[2], all[3]]], 5);
      await Promise.all(all.slice(4).map(arrive));
      await desk.settled(60);
      expect((await seats(event)).map((team) => team.length)).toEqual([5, 5]);
      expect(await readUnplaced(stores.database.reader, event.id)).toHaveLength(4);
    });
  });
});
