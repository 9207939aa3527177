import type { Transaction } from '../database.js';
import { ProposalEntity, type DraftPlan } from '../entities/index.js';
import { tellProposal } from '../log/announce.js';
import type { Entry } from '../log/log.js';
import { lockProposals, peopleOf } from './proposals.repository.js';

const WITH_A_PLAN = ['draft', 'aside', 'planned'];

const sits = ({ members }: DraftPlan['teams'][number], participantId: string): boolean => members.some((member) => member.participantId === participantId);

/**
 * Drafts tell nothing of why somebody is in a team until that is worked out anew: it may quote words which they have taken back.
 * Whoever works on one of them now, or works its reasons out, does so on a new version. A proposal that is being formed has no
 * reasons yet.
 */
export async function forgetReasonsOf(tx: Transaction, eventId: string, participantId: string): Promise<Entry[]> {
  const drafts = (await lockProposals(tx, eventId)).filter(({ status, plan }) => WITH_A_PLAN.includes(status) && plan.teams.some((team) => sits(team, participantId)));
  for (const { id, version, plan } of drafts) {
    const teams = plan.teams.map((team) => (sits(team, participantId) ? { ...team, reasons: [] } : team));
    await tx.update(ProposalEntity, { id }, { plan: { ...plan, teams }, version: version + 1 });
  }
  return drafts.length > 0 ? [tellProposal(eventId)] : [];
}

/** Works the present draft's worth and reasons out anew, where somebody is in it of whom more or something else is known now. */
export async function scoreDraftOf(tx: Transaction, eventId: string, participantId: string): Promise<Entry[]> {
  const drafts = await tx.findBy(ProposalEntity, { eventId, status: 'draft' });
  return drafts.filter(({ plan }) => peopleOf(plan).includes(participantId)).map(({ id: proposalId, version }) => tellProposal(eventId, { name: 'score-proposal', data: { eventId, proposalId, version } }));
}
