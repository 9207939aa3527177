import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import { Database, findProposal, loadMatchingPeople, lockProposal, peopleOf, scoreProposal, tellProposal, type Entry, type ProposalRow, type Transaction } from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { asPlan } from './teams/draft-to-task.js';
import { TeamTasks } from './teams/team-tasks.js';
import { toBroken, toWishes, withScores } from './teams/to-draft-plan.js';
import { TeamFormer } from './threads/team-former.js';
import type { TeamOutcome } from './threads/team-thread.js';

type Payload = JobPayload<'score-proposal'>;

/** a draft changed by hand ─▶ its scores and reasons, and what the change did to the whole */
@Injectable()
export class ScoreProposalProcessor implements JobHandler<'score-proposal'> {
  readonly name = 'score-proposal';
  readonly #logger = new Logger(ScoreProposalProcessor.name);

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const { change, eventId } = payload;
    const proposal = await this.#present(this.database.reader, payload);
    const outcome = proposal && await this.#judge(proposal);
    await this.commits.commit(eventId, change, (tx) => lockProposal(tx, eventId, payload.proposalId), async (tx) => (outcome ? this.#save(tx, payload, outcome) : []));
  }

  /** The draft, if nobody has changed it since: the later change has a job of its own. */
  async #present(tx: Transaction, { eventId, proposalId, version }: Payload): Promise<ProposalRow | null> {
    const proposal = await findProposal(tx, eventId, proposalId);
    if (proposal?.status === 'draft' && proposal.version === version) return proposal;
    this.#logger.debug(`score-proposal of ${proposalId} version ${version}: no longer the present one`);
    return null;
  }

  async #judge(proposal: ProposalRow): Promise<TeamOutcome> {
    const people = await loadMatchingPeople(this.database.reader, proposal.eventId, peopleOf(proposal.plan));
    const { subject, rules } = await this.tasks.of(proposal.eventId, people, proposal);
    return this.former.judge({ ...subject, ...asPlan(proposal.plan, new Set(people.map(({ person }) => person.id)), rules) });
  }

  async #save(tx: Transaction, { eventId, proposalId, version }: Payload, outcome: TeamOutcome): Promise<Entry[]> {
    const proposal = await this.#present(tx, { eventId, proposalId, version } as Payload);
    if (!proposal) return [];
    const { objective } = outcome;
    const lastDelta = proposal.objective === null ? null : objective - proposal.objective;
    const plan = withScores(proposal.plan, outcome);
    const saved = await scoreProposal(tx, { id: proposalId, version }, { plan, objective, lastDelta, wishes: toWishes(outcome, proposal.wishes), broken: toBroken(outcome, plan) });
    return saved ? [tellProposal(eventId)] : [];
  }
}
