import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { isProblem, Problem, PROBLEMS, type ConflictView, type JobOrder, type JobPayload, type ProblemCode, type Sentence } from '@tsunagu/contracts';
import type { TeamRules } from '@tsunagu/matching';
import { describeError, type JobHandler } from '@tsunagu/messaging';
import {
  addPlannedRounds, changeProposal, Database, findEvent, findProposal, listAlikeAside, listPlannedRounds, loadPeopleHere, lockProposal, notifyProgress, pairsOf, pseudonym, tellProposal, tellServices,
  type DraftPlan, type Entry, type MatchingPerson, type ProposalRow, type TeamFacts, type Transaction,
} from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { asPlan, keepPlan, pinnedIn } from './teams/draft-to-task.js';
import { TeamTasks } from './teams/team-tasks.js';
import { toBroken, toDraftPlan, toWishes } from './teams/to-draft-plan.js';
import { toChange } from './teams/with-facts.js';
import { TeamFormer } from './threads/team-former.js';
import type { TeamOutcome, TeamProgress } from './threads/team-thread.js';

/** Plans of one or several rounds, with what the solver says of each, and what it knew of the people. */
interface Formed { rounds: DraftPlan[]; outcomes: TeamOutcome[]; facts: TeamFacts; people: MatchingPerson[] }

/** Random plans that a round which was planned before is shown beside. */
const BESIDE = 1000;
const NOTHING: DraftPlan = { teams: [], unplaced: [] };
const membersOf = (plan: DraftPlan): string[][] => plan.teams.map((team) => team.members.map((member) => member.participantId));
const namesOfSlots = ({ teams = [] }: TeamRules, { founded }: TeamFacts): Map<string, string> => new Map(teams.map(({ name }) => [name, founded.find(({ id }) => id === name)?.name ?? name]));

/** Pairs of the plan that were in one of the earlier teams; null where there were none. */
function countRepeats(earlier: readonly (readonly string[])[], plan: DraftPlan): number | null {
  if (earlier.length === 0) return null;
  const met = new Set(pairsOf(earlier));
  return pairsOf(membersOf(plan)).filter((pair) => met.has(pair)).length;
}

/** Whose introduction is another one by now, or shown to others no more. */
function rewritten(known: readonly MatchingPerson[], now: readonly MatchingPerson[]): Set<string> {
  const before = new Map(known.map(({ person, introduction }) => [person.id, introduction]));
  const isOther = ({ person, introduction }: MatchingPerson): boolean =>
    before.has(person.id) && (before.get(person.id)?.text !== introduction?.text || before.get(person.id)?.shown !== introduction?.shown);
  return new Set(now.filter(isOther).map(({ person }) => person.id));
}

/** Reasons may quote what these people have taken back while the search ran. */
const withoutReasonsOf = (people: ReadonlySet<string>, plan: DraftPlan): DraftPlan =>
  ({ ...plan, teams: plan.teams.map((team) => (team.members.some(({ participantId }) => people.has(participantId)) ? { ...team, reasons: [] } : team)) });

type Payload = JobPayload<'form-teams'>;

/** people here + rules + pins ─▶ draft of teams with reasons, and progress on the way */
@Injectable()
export class FormTeamsProcessor implements JobHandler<'form-teams'> {
  readonly name = 'form-teams';
  readonly #logger = new Logger(FormTeamsProcessor.name);

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const { change, eventId } = payload;
    const proposal = await this.#waiting(this.database.reader, payload);
    const formed = proposal && await this.#form(proposal, payload.adapt ?? false).catch(async (error: unknown) => {
      // A job that has failed keeps the code alone: what is wrong with the rules must be told before.
      if (isProblem(error, 'teams.rules_invalid')) await this.#fail(payload, error.code, error.body);
      throw error;
    });
    await this.commits.commit(eventId, change, (tx) => lockProposal(tx, eventId, payload.proposalId), async (tx) => (formed ? this.#save(tx, payload, formed) : []));
  }

  /** The run cannot be finished: the organiser learns why and can start another one. */
  async giveUp(payload: Payload, code: string): Promise<void> {
    await this.#fail(payload, code, new Problem(code in PROBLEMS ? code as ProblemCode : 'teams.failed').body);
  }

  /** Tells the cause, unless it has been told. */
  async #fail({ change, eventId, proposalId, version }: Payload, code: string, { ja, en }: Sentence): Promise<void> {
    const cause: ConflictView = { text: { ja, en }, rules: [], short: 0, proven: false, loosenings: [] };
    await this.commits.giveUp(eventId, change, code, (tx) => lockProposal(tx, eventId, proposalId), async (tx) =>
      (await changeProposal(tx, { id: proposalId, version, status: 'forming' }, { status: 'failed', conflicts: [cause] }) === null ? [] : [tellProposal(eventId)]));
  }

  /** The proposal, if it still waits for this run: a discarded or changed one does not. */
  async #waiting(tx: Transaction, { eventId, proposalId, version }: Pick<Payload, 'eventId' | 'proposalId' | 'version'>): Promise<ProposalRow | null> {
    const proposal = await findProposal(tx, eventId, proposalId);
    if (proposal?.status === 'forming' && proposal.version === version) return proposal;
    this.#logger.debug(`form-teams of ${proposalId} version ${version}: no longer waited for`);
    return null;
  }

  async #form(proposal: ProposalRow, adapt: boolean): Promise<Formed> {
    const people = await loadPeopleHere(this.database.reader, proposal.eventId);
    const here = new Set(people.map(({ person }) => person.id));
    const { subject, rules, facts } = await this.tasks.of(proposal.eventId, people, proposal);
    const names = namesOfSlots(rules, facts);
    const limitMs = proposal.seconds * 1_000;
    const tell = (progress: TeamProgress): void => this.#tellProgress(proposal, limitMs, progress);
    if (adapt) {
      const outcome = await this.former.repair({ ...subject, ...asPlan(proposal.plan, here, rules), pinned: pinnedIn(proposal.plan, here), baselineSamples: BESIDE });
      return { rounds: [toDraftPlan(outcome, proposal.plan, randomUUID, names)], outcomes: [outcome], facts, people };
    }
    if (proposal.rounds > 1 && proposal.plan.teams.length === 0) {
      const outcomes = await this.former.planRounds({ ...subject, rules, rounds: proposal.rounds - proposal.round + 1, limitMs }, tell);
      return { rounds: outcomes.map((outcome) => toDraftPlan(outcome, NOTHING, randomUUID, names)), outcomes, facts, people };
    }
    // One round formed again is searched against those that are planned to follow, which stay.
    const planned = (await listPlannedRounds(this.database.reader, proposal)).flatMap(({ plan }) => membersOf(plan)).filter(({ length }) => length > 1);
    const kept = keepPlan(proposal.plan, here, rules);
    // Who asks once more for the same wants another plan than those they have.
    const alike = proposal.version === 1 ? await listAlikeAside(this.database.reader, proposal) : [];
    const outcome = await this.former.run({ ...subject, ...kept, unlike: alike.flatMap(({ plan }) => membersOf(plan)), ahead: planned.map((members) => ({ people: members })), limitMs }, tell);
    const first = toDraftPlan(outcome, proposal.plan, randomUUID, names);
    if (planned.length > 0 || proposal.round === proposal.rounds) return { rounds: [first], outcomes: [outcome], facts, people };
    // A hand has held some of the first round: those that follow it are free, and avoid whom it brings together.
    const met = [...rules.met ?? [], ...membersOf(first).map((members) => ({ people: members }))];
    const later = await this.former.planRounds({ ...subject, rules: { ...rules, met }, rounds: proposal.rounds - proposal.round, limitMs });
    return { rounds: [first, ...later.map((one) => toDraftPlan(one, NOTHING, randomUUID, names))], outcomes: [outcome, ...later], facts, people };
  }

  #tellProgress({ id, eventId }: ProposalRow, limitMs: number, { elapsedMs, objective }: TeamProgress): void {
    notifyProgress(this.database.reader, eventId, { proposalId: id, elapsedMs, limitMs, objective })
      .catch((error: unknown) => this.#logger.debug(`progress of ${id}: ${describeError(error)}`));
  }

  async #save(tx: Transaction, { eventId, proposalId, version }: Payload, { rounds, outcomes, facts, people: known }: Formed): Promise<Entry[]> {
    const proposal = await this.#waiting(tx, { eventId, proposalId, version });
    if (!proposal) return [];
    const people = await loadPeopleHere(tx, eventId);
    const changed = rewritten(known, people);
    const [first, ...later] = rounds.map((plan, at) => {
      const outcome = outcomes[at];
      const present = withoutReasonsOf(changed, this.#withoutGone(plan, people));
      return {
        plan: present, objective: outcome.objective, wishes: toWishes(outcome), broken: toBroken(outcome, plan).filter(({ teamId }) => present.teams.some((team) => team.id === teamId)),
        repeats: countRepeats([...facts.met.map((one) => one.people), ...rounds.slice(0, at).flatMap(membersOf)], present),
      };
    });
    const { baseline, baselineBest, conflicts } = outcomes[0];
    const next = await changeProposal(tx, { id: proposalId, version, status: 'forming' }, {
      status: 'draft', ...first, baseline: baseline || proposal.baseline, baselineBest: baselineBest || proposal.baselineBest, lastDelta: null,
      conflicts: conflicts.map(({ text, rules, short, proven, loosenings }) => ({
        text, rules, short, proven, loosenings: loosenings.map((one) => ({ text: one.text, change: toChange(proposal, one.rules) })),
      })),
    });
    if (next === null) return [];
    if (proposal.rounds > 1 && later.length > 0) await addPlannedRounds(tx, proposal, later);
    const again: JobOrder | undefined = changed.size > 0 ? { name: 'score-proposal', data: { eventId, proposalId, version: next } } : undefined;
    return [tellProposal(eventId, again), ...await this.#tellServices(tx, eventId, proposalId, first.plan, outcomes[0])];
  }

  /** By number, without whoever left or was erased while the search ran. */
  #withoutGone(plan: DraftPlan, people: MatchingPerson[]): DraftPlan {
    const here = new Set(people.map(({ person }) => person.id));
    return {
      teams: plan.teams.map((team) => {
        const members = team.members.filter((member) => here.has(member.participantId));
        return members.length === team.members.length ? team : { ...team, members, score: null, theme: null, reasons: [] };
      }).filter((team) => team.members.length > 0).sort((a, b) => a.number - b.number),
      unplaced: plan.unplaced.filter((one) => here.has(one.participantId)),
    };
  }

  async #tellServices(tx: Transaction, eventId: string, proposalId: string, plan: DraftPlan, { objective, baseline }: TeamOutcome): Promise<Entry[]> {
    const event = await findEvent(tx, eventId);
    if (!event) return [];
    const teams = plan.teams.map((team) => team.members.map((member) => member.participantId));
    return tellServices(event, 'teams.proposed', teams.flat(), () =>
      ({ proposal: proposalId, teams: teams.map((members) => members.map((id) => pseudonym(event.pseudonymKey, id))), objective, baseline }));
  }
}
