import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload, MovePreview } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import { Database, findProposal, loadMatchingPeople, notifyProgress, peopleOf, type ProposalRow } from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { asPlan } from './teams/draft-to-task.js';
import { TeamTasks } from './teams/team-tasks.js';
import { toMovePreview } from './teams/to-move-preview.js';
import { TeamFormer } from './threads/team-former.js';

type Payload = JobPayload<'preview-moves'>;

/** a draft + one of its people ─▶ what moving them to each team would do, pushed to the consoles and kept nowhere */
@Injectable()
export class PreviewMovesProcessor implements JobHandler<'preview-moves'> {
  readonly name = 'preview-moves';
  readonly #logger = new Logger(PreviewMovesProcessor.name);

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const { change, eventId, proposalId, version } = payload;
    const proposal = await findProposal(this.database.reader, eventId, proposalId);
    const present = proposal?.status === 'draft' && proposal.version === version;
    if (!present) this.#logger.debug(`preview-moves of ${proposalId} version ${version}: no longer the present one`);
    const preview = present ? await this.#preview(proposal, payload) : null;
    await this.commits.commit(eventId, change, async () => undefined, async (tx) => {
      if (preview) await notifyProgress(tx, eventId, preview);
      return [];
    });
  }

  async #preview(proposal: ProposalRow, { participantId }: Payload): Promise<MovePreview | null> {
    const people = await loadMatchingPeople(this.database.reader, proposal.eventId, peopleOf(proposal.plan));
    const here = new Set(people.map(({ person }) => person.id));
    if (!here.has(participantId)) return null;
    const { subject, rules } = await this.tasks.of(proposal.eventId, people, proposal);
    return toMovePreview(proposal, participantId, await this.former.previewMoves({ ...subject, ...asPlan(proposal.plan, here, rules), id: participantId }));
  }
}
