import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Problem, type FormInput, type JobOrder } from '@tsunagu/contracts';
import {
  addProposal, addStep, audit, changeProposal, countHere, discardSeries, dropStep, findProposal, lockEvent, markStep, nextStep, putAside, readProposal, readProposals, tellPreviewAsked, tellProposal,
  type DraftMark, type DraftPart, type DraftPlan, type DraftSeat, type ProposalRow, type Transaction,
} from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';
import { heldIn, partsOf, put, seatOf, standing, stillStanding } from './draft-edits.js';

export interface DraftAt { eventId: string; proposalId: string; version: number }
interface Edit { plan: DraftPlan; undo?: { before: DraftPart[]; after: DraftPart[] }; action: string; subject?: string; detail?: Record<string, unknown> }

/** The draft that organisers work on. Nobody else sees it before it is published. */
@Injectable()
export class ProposalsService {
  constructor(private readonly changes: Changes) {}

  /** Starts forming teams of the people who are here, around what another draft holds where one is named. @throws Problem teams.nobody_here, request.not_found, teams.no_draft */
  form(organiser: OrganiserCaller, eventId: string, input: FormInput): Promise<{ proposalId: string }> {
    return this.changes.commit(eventId, async (tx) => {
      const event = (await lockEvent(tx, eventId))!;
      if (await countHere(tx, eventId) === 0) throw new Problem('teams.nobody_here');
      const plan = input.keepFrom === undefined ? undefined : await this.held(tx, eventId, input.keepFrom);
      const proposal = await addProposal(tx, {
        eventId, ...(plan && { plan }), sizeMin: input.teamSize.min, sizeMax: input.teamSize.max, seed: input.seed, seconds: input.seconds,
        rules: input.rules ?? event.rules, createdBy: organiser.organiserId, label: input.label, rounds: input.rounds,
      });
      await audit(tx, { eventId, actor: organiser.login, action: 'teams.formed', subject: proposal.id, detail: { number: proposal.number, size: input.teamSize, seed: input.seed } });
      return { result: { proposalId: proposal.id }, tell: [tellProposal(eventId, run(eventId, proposal.id, 1))] };
    });
  }

  /** Moves a person; they are pinned there, so that a new run keeps what a hand has decided. */
  move(organiser: OrganiserCaller, at: DraftAt, participantId: string, toTeamId: string | null): Promise<{ version: number }> {
    return this.edit(organiser, at, ({ plan }) => {
      const seat = seatOf(plan, participantId);
      const to = plan.teams.find((team) => team.id === toTeamId);
      if (!seat || (toTeamId !== null && !to)) throw new Problem('request.not_found');
      const from = plan.teams.find((team) => team.id === seat.teamId);
      if (to?.locked || from?.locked) throw new Problem('teams.team_locked');
      const after = [{ participantId, teamId: toTeamId, pinned: toTeamId !== null }];
      return { plan: put(plan, after), undo: { before: [seat], after }, action: 'draft.moved', subject: participantId };
    });
  }

  /** Lets two people change places in one step; both are pinned there, as by a move. @throws Problem teams.nothing_to_swap, teams.team_locked */
  swap(organiser: OrganiserCaller, at: DraftAt, participantId: string, withId: string): Promise<{ version: number }> {
    return this.edit(organiser, at, ({ plan }) => {
      const [one, other] = [seatOf(plan, participantId), seatOf(plan, withId)];
      if (!one || !other) throw new Problem('request.not_found');
      if (one.teamId === other.teamId) throw new Problem('teams.nothing_to_swap');
      if (plan.teams.some(({ id, locked }) => locked && (id === one.teamId || id === other.teamId))) throw new Problem('teams.team_locked');
      const at = (id: string, teamId: string | null): DraftSeat => ({ participantId: id, teamId, pinned: teamId !== null });
      const after = [at(participantId, other.teamId), at(withId, one.teamId)];
      return { plan: put(plan, after), undo: { before: [one, other], after }, action: 'draft.swapped', subject: participantId, detail: { with: withId } };
    });
  }

  /** Asks what moving a person to each team would do. The answer is pushed to the event's consoles; the draft stays as it is. */
  preview({ eventId, proposalId, version }: DraftAt, participantId: string): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const proposal = await this.draft(tx, eventId, proposalId);
      if (!seatOf(proposal.plan, participantId)) throw new Problem('request.not_found');
      if (proposal.version !== version) throw await this.conflict(tx, eventId);
      return { result: null, tell: [tellPreviewAsked(eventId, { name: 'preview-moves', data: { eventId, proposalId, version, participantId } })] };
    });
  }

  pin(organiser: OrganiserCaller, at: DraftAt, participantId: string, pinned: boolean): Promise<{ version: number }> {
    return this.edit(organiser, at, ({ plan }) => {
      const seat = seatOf(plan, participantId);
      if (!seat?.teamId) throw new Problem('request.not_found');
      const after = [{ ...seat, pinned }];
      return { plan: put(plan, after), undo: { before: [seat], after }, action: pinned ? 'draft.pinned' : 'draft.unpinned', subject: participantId };
    });
  }

  lock(organiser: OrganiserCaller, at: DraftAt, teamId: string, locked: boolean): Promise<{ version: number }> {
    return this.edit(organiser, at, ({ plan }) => marked(plan, { teamId, locked }, locked ? 'draft.locked' : 'draft.unlocked'));
  }

  rename(organiser: OrganiserCaller, at: DraftAt, teamId: string, name: string): Promise<{ version: number }> {
    return this.edit(organiser, at, ({ plan }) => marked(plan, { teamId, name }, 'draft.renamed'));
  }

  /** Forms the rest again: pinned people and locked teams stay. */
  formAgain(organiser: OrganiserCaller, { eventId, proposalId, version }: DraftAt): Promise<{ version: number }> {
    return this.changes.commit(eventId, async (tx) => {
      const proposal = await this.draft(tx, eventId, proposalId);
      const next = await changeProposal(tx, { id: proposalId, version }, { status: 'forming', seed: proposal.seed + 1, lastDelta: null });
      if (next === null) throw await this.conflict(tx, eventId);
      await addStep(tx, proposal, organiser.organiserId, partsOf(proposal.plan), []);
      await audit(tx, { eventId, actor: organiser.login, action: 'teams.formed_again', subject: proposalId });
      return { result: { version: next }, tell: [tellProposal(eventId, run(eventId, proposalId, next))] };
    });
  }

  /** Takes back, or does again, a step of one's own; what others have changed since stays as these put it. */
  async step(organiser: OrganiserCaller, at: DraftAt, direction: 'undo' | 'redo'): Promise<{ version: number }> {
    return this.edit(organiser, at, async (proposal, tx) => {
      for (let overtaken = false; ; overtaken = true) {
        const step = await nextStep(tx, proposal.id, organiser.organiserId, direction);
        if (!step) throw new Problem(overtaken ? 'teams.overtaken' : direction === 'undo' ? 'teams.nothing_to_undo' : 'teams.nothing_to_redo');
        // a new run's outcome is not known when its step is written: it is what the undo replaces
        const after = step.after.length ? step.after : partsOf(proposal.plan);
        const [from, to] = direction === 'undo' ? [after, step.before] : [step.before, after];
        const parts = stillStanding(proposal.plan, from, to);
        if (parts.length === 0) {
          await dropStep(tx, step.id);
          continue;
        }
        await markStep(tx, step.id, { undone: direction === 'undo', after });
        return { plan: put(proposal.plan, parts), action: `draft.${direction}` };
      }
    });
  }

  /** Makes a proposal that was put aside the draft again; the present draft goes aside. */
  choose(organiser: OrganiserCaller, { eventId, proposalId, version }: DraftAt): Promise<{ version: number }> {
    return this.changes.commit(eventId, async (tx) => {
      await lockEvent(tx, eventId);
      const chosen = await findProposal(tx, eventId, proposalId);
      if (!chosen) throw new Problem('request.not_found');
      if (chosen.status !== 'aside' || chosen.version !== version) throw new Problem('teams.other_draft', { current: await readProposals(tx, eventId) });
      await putAside(tx, eventId, proposalId);
      const next = await changeProposal(tx, { id: proposalId, version, status: 'aside' }, { status: 'draft' });
      if (next === null) throw await this.conflict(tx, eventId);
      await audit(tx, { eventId, actor: organiser.login, action: 'draft.chosen', subject: proposalId, detail: { number: chosen.number } });
      const score: JobOrder = { name: 'score-proposal', data: { eventId, proposalId, version: next } };
      return { result: { version: next }, tell: [tellProposal(eventId, score)] };
    });
  }

  async discard(organiser: OrganiserCaller, eventId: string, proposalId: string): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const proposal = await findProposal(tx, eventId, proposalId);
      if (!proposal || proposal.status === 'published') throw new Problem('request.not_found');
      if (await changeProposal(tx, { id: proposalId, version: proposal.version, status: proposal.status }, { status: 'discarded' }) === null) throw await this.conflict(tx, eventId);
      await discardSeries(tx, eventId, proposal.series);
      await audit(tx, { eventId, actor: organiser.login, action: 'draft.discarded', subject: proposalId });
      return { result: null, tell: [tellProposal(eventId)] };
    });
  }

  private async edit(organiser: OrganiserCaller, at: DraftAt, work: (proposal: ProposalRow, tx: Transaction) => Edit | Promise<Edit>): Promise<{ version: number }> {
    return this.changes.commit(at.eventId, async (tx) => {
      const proposal = await this.draft(tx, at.eventId, at.proposalId);
      if (proposal.version !== at.version) throw await this.conflict(tx, at.eventId);
      const { plan, undo, action, subject, detail } = await work(proposal, tx);
      const version = await changeProposal(tx, { id: proposal.id, version: at.version }, { plan });
      if (version === null) throw await this.conflict(tx, at.eventId);
      if (undo) await addStep(tx, proposal, organiser.organiserId, undo.before, undo.after);
      await audit(tx, { eventId: at.eventId, actor: organiser.login, action, subject: subject ?? proposal.id, detail });
      const score: JobOrder = { name: 'score-proposal', data: { eventId: at.eventId, proposalId: proposal.id, version } };
      return { result: { version }, tell: [tellProposal(at.eventId, score)] };
    });
  }

  /** What a hand has decided in a draft or in one put aside. */
  private async held(tx: Transaction, eventId: string, proposalId: string): Promise<DraftPlan | undefined> {
    const proposal = await findProposal(tx, eventId, proposalId);
    if (!proposal) throw new Problem('request.not_found');
    if (proposal.status !== 'draft' && proposal.status !== 'aside') throw new Problem('teams.no_draft');
    return heldIn(proposal.plan, randomUUID);
  }

  private async draft(tx: Transaction, eventId: string, proposalId: string): Promise<ProposalRow> {
    const proposal = await findProposal(tx, eventId, proposalId);
    if (!proposal) throw new Problem('request.not_found');
    if (proposal.status === 'forming') throw new Problem('teams.still_forming');
    if (proposal.status !== 'draft') throw new Problem('teams.no_draft');
    return proposal;
  }

  private async conflict(tx: Transaction, eventId: string): Promise<Problem> {
    return new Problem('edit.conflict', { current: await readProposal(tx, eventId) });
  }
}

/** A mark put on a team; one that it bears already is no step. @throws Problem request.not_found */
function marked(plan: DraftPlan, mark: DraftMark, action: string): Edit {
  const [before] = standing(plan, [mark]);
  if (!before) throw new Problem('request.not_found');
  return { plan: put(plan, [mark]), undo: isDeepStrictEqual(before, mark) ? undefined : { before: [before], after: [mark] }, action, subject: mark.teamId };
}

const run = (eventId: string, proposalId: string, version: number): JobOrder => ({ name: 'form-teams', data: { eventId, proposalId, version } });
