import type { ConsoleState } from '@tsunagu/contracts';

/** What became of a draft: formed again, put aside for another one, or over (published or discarded); undefined while it is the draft. */
export function whatBecame(draftId: string, { proposal, proposals }: Pick<ConsoleState, 'proposal' | 'proposals'>): 'formedAgain' | 'aside' | 'over' | undefined {
  if (proposal?.id === draftId) return proposal.status === 'draft' ? undefined : 'formedAgain';
  return proposals.some(({ id, status }) => id === draftId && status === 'aside') ? 'aside' : 'over';
}
