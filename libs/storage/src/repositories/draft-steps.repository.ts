import type { Transaction } from '../database.js';
import { DraftStepEntity, type DraftPart, type ProposalEntity } from '../entities/index.js';

/** Steps that each organiser can take back. */
const UNDO_STEPS = 20;

/** Remembers a change for undo. What its organiser had undone before can no longer be redone; their steps beyond the last twenty are dropped. */
export async function addStep(tx: Transaction, proposal: ProposalEntity, organiserId: string, before: DraftPart[], after: DraftPart[]): Promise<void> {
  await tx.delete(DraftStepEntity, { proposalId: proposal.id, organiserId, undone: true });
  await tx.query(
    `INSERT INTO draft_step (proposal_id, event_id, organiser_id, number, before, after)
     SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5 FROM draft_step WHERE proposal_id = $1`, [proposal.id, proposal.eventId, organiserId, JSON.stringify(before), JSON.stringify(after)]);
  await tx.query(
    'DELETE FROM draft_step WHERE id IN (SELECT id FROM draft_step WHERE proposal_id = $1 AND organiser_id = $2 ORDER BY number DESC OFFSET $3)', [proposal.id, organiserId, UNDO_STEPS]);
}

/** The step that an organiser's undo takes back next, or redo does again next; null for none. */
export const nextStep = (tx: Transaction, proposalId: string, organiserId: string, direction: 'undo' | 'redo'): Promise<DraftStepEntity | null> =>
  tx.findOne(DraftStepEntity, { where: { proposalId, organiserId, undone: direction === 'redo' }, order: { number: direction === 'undo' ? 'DESC' : 'ASC' } });

export async function markStep(tx: Transaction, id: string, fields: { undone: boolean; after?: DraftPart[] }): Promise<void> {
  await tx.update(DraftStepEntity, { id }, fields);
}

/** Forgets a step that others' changes have made meaningless. */
export async function dropStep(tx: Transaction, id: string): Promise<void> {
  await tx.delete(DraftStepEntity, { id });
}
