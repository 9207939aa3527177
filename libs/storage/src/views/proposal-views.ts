import { In, type EntityManager } from 'typeorm';
import type { ProposalSummary, ProposalView, RepairView } from '@tsunagu/contracts';
import { DraftStepEntity, ProposalEntity, RepairEntity, type DraftPlan } from '../entities/index.js';
import { withoutAbout } from './team-views.js';

const WITH_A_LINE = ['draft', 'aside', 'planned'] as const;

/** The draft that organisers work on, or null. */
export async function readProposal(manager: EntityManager, eventId: string): Promise<ProposalView | null> {
  const proposal = await manager.findOne(ProposalEntity, { where: { eventId, status: In(['forming', 'draft', 'failed']) }, order: { number: 'DESC' } });
  if (!proposal) return null;
  const steps = await manager.find(DraftStepEntity, { where: { proposalId: proposal.id } });
  const able = (undone: boolean): string[] => [...new Set(steps.filter((step) => step.undone === undone).map((step) => step.organiserId))].sort();
  const { teams, unplaced, broken: _, weakest: __, inCommon: ___, ...line } = toSummary(proposal, null);
  return {
    ...line, seed: proposal.seed, teams: proposal.plan.teams.map((team) => ({ ...team, reasons: team.reasons.map(withoutAbout) })), unplaced: proposal.plan.unplaced, baselineBest: proposal.baselineBest, lastDelta: proposal.lastDelta,
    conflicts: proposal.conflicts, broken: proposal.broken, canUndo: able(false), canRedo: able(true),
  };
}

/** The draft beside what was put aside and planned, by number. */
export async function readProposals(manager: EntityManager, eventId: string): Promise<ProposalSummary[]> {
  const rows = await manager.find(ProposalEntity, { where: { eventId, status: In([...WITH_A_LINE]) }, order: { number: 'ASC' } });
  const draft = rows.find(({ status }) => status === 'draft') ?? null;
  return rows.map((row) => toSummary(row, draft));
}

function toSummary(proposal: ProposalEntity, draft: ProposalEntity | null): ProposalSummary {
  const { id, number, label, status, version, round, rounds, plan, objective, baseline, wishes, broken, repeats } = proposal;
  const seated = plan.teams.filter((team) => team.members.length > 0);
  const scores = seated.map((team) => team.score);
  return {
    id, number, label, status, version, round, rounds, size: { min: proposal.sizeMin, max: proposal.sizeMax }, teams: seated.length, unplaced: plan.unplaced.length,
    objective, baseline, wishes, repeats, broken: broken.reduce((sum, { by }) => sum + by, 0),
    weakest: scores.length > 0 && scores.every((score) => score !== null) ? Math.min(...scores) : null,
    inCommon: draft ? shareInCommon(draft.plan, plan) : null,
  };
}

/** Pairs of people in one team of a plan, as strings. */
export const pairsOf = (teams: readonly (readonly string[])[]): string[] =>
  teams.flatMap((members) => members.flatMap((one, at) => members.slice(at + 1).map((other) => (one < other ? `${one} ${other}` : `${other} ${one}`))));

const membersOf = (plan: DraftPlan): string[][] => plan.teams.map((team) => team.members.map((member) => member.participantId));

function shareInCommon(draft: DraftPlan, other: DraftPlan): number | null {
  const here = pairsOf(membersOf(draft));
  const there = new Set(pairsOf(membersOf(other)));
  return here.length === 0 ? null : here.filter((pair) => there.has(pair)).length / here.length;
}

/** The moves that were last worked out for the published teams, or null. */
export async function readRepair(manager: EntityManager, eventId: string): Promise<RepairView | null> {
  const repair = await manager.findOneBy(RepairEntity, { eventId });
  if (!repair) return null;
  const { id, status, price, moves, unplaced, reshuffle, objective, broken } = repair;
  return { id, status, price, moves, unplaced, reshuffle, objective, broken };
}
