import { In } from 'typeorm';
import type { Transaction } from '../database.js';
import { DraftStepEntity, ProposalEntity, type DraftPlan, type DraftSeat } from '../entities/index.js';
import { UNDO_STEPS } from '../views/team-views.js';

export type ProposalRow = ProposalEntity;
export type NewProposal = Pick<ProposalEntity, 'eventId' | 'sizeMin' | 'sizeMax' | 'seed' | 'seconds' | 'rules' | 'createdBy'>;

/** Starts a new draft; an earlier unpublished one of the event is put aside. */
export async function addProposal(tx: Transaction, fields: NewProposal): Promise<ProposalRow> {
  await tx.update(ProposalEntity, { eventId: fields.eventId, status: In(['forming', 'draft', 'failed']) }, { status: 'discarded' });
  const [{ number }] = await tx.query('SELECT coalesce(max(number), 0) + 1 AS number FROM proposal WHERE event_id = $1', [fields.eventId]);
  return tx.save(ProposalEntity, tx.create(ProposalEntity, { ...fields, number, status: 'forming', version: 1, plan: { teams: [], unplaced: [] }, conflicts: [] }));
}

export const findProposal = (tx: Transaction, eventId: string, id: string): Promise<ProposalRow | null> => tx.findOneBy(ProposalEntity, { eventId, id });

/** Changes a draft where its version and state are still the given ones. @returns the new version, or null where somebody was faster */
export async function changeProposal(
  tx: Transaction, at: { id: string; version: number; status?: ProposalEntity['status'] },
  fields: Partial<Pick<ProposalEntity, 'status' | 'plan' | 'objective' | 'baseline' | 'baselineBest' | 'lastDelta' | 'conflicts' | 'seed'>>,
): Promise<number | null> {
  const result = await tx.createQueryBuilder().update(ProposalEntity).set({ ...fields, version: () => 'version + 1' })
    .where('id = :id AND version = :version', at).andWhere('status = :status', { status: at.status ?? 'draft' }).execute();
  return result.affected === 1 ? at.version + 1 : null;
}

/** Remembers a change for undo. What had been undone before it can no longer be redone; steps beyond the last twenty are dropped. */
export async function addStep(tx: Transaction, proposal: ProposalRow, before: DraftSeat[], after: DraftSeat[]): Promise<void> {
  await tx.delete(DraftStepEntity, { proposalId: proposal.id, undone: true });
  await tx.query(
    `INSERT INTO draft_step (proposal_id, event_id, number, before, after)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4 FROM draft_step WHERE proposal_id = $1`, [proposal.id, proposal.eventId, JSON.stringify(before), JSON.stringify(after)]);
  await tx.query('DELETE FROM draft_step WHERE proposal_id = $1 AND number <= (SELECT max(number) FROM draft_step WHERE proposal_id = $1) - $2', [proposal.id, UNDO_STEPS]);
}

/** The step that undo takes back next, or redo does again next; null for none. */
export const nextStep = (tx: Transaction, proposalId: string, direction: 'undo' | 'redo'): Promise<DraftStepEntity | null> =>
  tx.findOne(DraftStepEntity, { where: { proposalId, undone: direction === 'redo' }, order: { number: direction === 'undo' ? 'DESC' : 'ASC' } });

export async function markStep(tx: Transaction, id: string, fields: { undone: boolean; after?: DraftSeat[] }): Promise<void> {
  await tx.update(DraftStepEntity, { id }, fields);
}

/** Everybody who is named in a plan. */
export const peopleOf = (plan: DraftPlan): string[] => [...plan.teams.flatMap((team) => team.members.map((member) => member.participantId)), ...plan.unplaced.map((one) => one.participantId)];
