import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Problem, PROBLEMS, type JobPayload, type ProblemCode, type Sentence } from '@tsunagu/contracts';
import { describeError, type JobHandler } from '@tsunagu/messaging';
import {
  changeProposal, Database, findEvent, findProposal, loadPeopleHere, notifyProgress, pseudonym, tellProposal, tellServices,
  type DraftPlan, type Entry, type MatchingPerson, type ProposalRow, type Transaction,
} from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { keepPlan } from './teams/draft-to-task.js';
import { TeamTasks } from './teams/team-tasks.js';
import { toDraftPlan } from './teams/to-draft-plan.js';
import { TeamFormer } from './threads/team-former.js';
import type { TeamOutcome, TeamProgress } from './threads/team-thread.js';

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
    const outcome = proposal && await this.#form(proposal);
    await this.commits.commit(eventId, change, async () => undefined, async (tx) => (outcome ? this.#save(tx, payload, outcome) : []));
  }

  /** The run cannot be finished: the organiser learns why and can start another one. */
  async giveUp(payload: Payload, code: string): Promise<void> {
    const { change, eventId, proposalId, version } = payload;
    await this.commits.giveUp(eventId, change, code, async () => undefined, async (tx) =>
      (await changeProposal(tx, { id: proposalId, version, status: 'forming' }, { status: 'failed', conflicts: [causeOf(code)] }) === null ? [] : [tellProposal(eventId)]));
  }

  /** The proposal, if it still waits for this run: a discarded or changed one does not. */
  async #waiting(tx: Transaction, { eventId, proposalId, version }: Payload): Promise<ProposalRow | null> {
    const proposal = await findProposal(tx, eventId, proposalId);
    if (proposal?.status === 'forming' && proposal.version === version) return proposal;
    this.#logger.debug(`form-teams of ${proposalId} version ${version}: no longer waited for`);
    return null;
  }

  async #form(proposal: ProposalRow): Promise<TeamOutcome> {
    const people = await loadPeopleHere(this.database.reader, proposal.eventId);
    const here = new Set(people.map(({ person }) => person.id));
    const { task, rules } = await this.tasks.of(proposal.eventId, people, proposal);
    const kept = keepPlan(proposal.plan, here, rules);
    const limitMs = proposal.seconds * 1_000;
    return this.former.run({ ...task, ...kept, limitMs }, (progress) => this.#tellProgress(proposal, limitMs, progress));
  }

  #tellProgress({ id, eventId }: ProposalRow, limitMs: number, { elapsedMs, objective }: TeamProgress): void {
    notifyProgress(this.database.reader, eventId, { proposalId: id, elapsedMs, limitMs, objective, baseline: 0 })
      .catch((error: unknown) => this.#logger.debug(`progress of ${id}: ${describeError(error)}`));
  }

  async #save(tx: Transaction, { eventId, proposalId, version }: Payload, outcome: TeamOutcome): Promise<Entry[]> {
    const proposal = await this.#waiting(tx, { eventId, proposalId, version } as Payload);
    if (!proposal) return [];
    const people = await loadPeopleHere(tx, eventId);
    const plan = this.#withoutGone(toDraftPlan(outcome, proposal.plan, randomUUID), people);
    const { objective, baseline, baselineBest, conflicts } = outcome;
    const next = await changeProposal(tx, { id: proposalId, version, status: 'forming' }, { status: 'draft', plan, objective, baseline, baselineBest, lastDelta: null, conflicts });
    if (next === null) return [];
    return [tellProposal(eventId), ...await this.#tellServices(tx, eventId, proposalId, plan, outcome)];
  }

  /** Somebody who left or was erased while the search ran is in no team. */
  #withoutGone(plan: DraftPlan, people: MatchingPerson[]): DraftPlan {
    const here = new Set(people.map(({ person }) => person.id));
    return {
      teams: plan.teams.map((team) => {
        const members = team.members.filter((member) => here.has(member.participantId));
        return members.length === team.members.length ? team : { ...team, members, score: null, reasons: [] };
      }).filter((team) => team.members.length > 0),
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

function causeOf(code: string): Sentence {
  const { ja, en } = new Problem(code in PROBLEMS ? code as ProblemCode : 'teams.failed').body;
  return { ja, en };
}
