import type { TeamRulesDocument } from '@tsunagu/contracts';
import { In, LessThan } from 'typeorm';
import type { Transaction } from '../database.js';
import { FoundedTeamEntity, ProposalEntity, TeamEntity } from '../entities/index.js';

/**
 * Lets the teams that stand have as many people as `max`, where their round allowed fewer; a lower limit is one for the next round alone,
 * and teams that have a size of their own (formed by people themselves, or named in the rules) keep it.
 * @returns whether any has more room now
 */
export async function raiseStandingSizes(tx: Transaction, eventId: string, max: number): Promise<boolean> {
  const teams = await tx.find(TeamEntity, { where: { eventId, active: true }, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
  const rounds = await tx.findBy(ProposalEntity, { id: In(teams.flatMap(({ proposalId }) => proposalId ?? [])) });
  const founded = new Map((await tx.findBy(FoundedTeamEntity, { eventId })).map(({ id, seats }) => [id, seats]));
  let raised = false;
  for (const { id, sizeMax, plan, rules } of rounds.filter((round) => round.sizeMax < max)) {
    const sizeOf = (slot: string): number | undefined => founded.get(slot) ?? (rules as TeamRulesDocument).teams?.find(({ name }) => name === slot)?.max;
    const own = new Set(plan.teams.filter(({ slot }) => slot !== undefined && sizeOf(slot) !== undefined).map((team) => team.id));
    const roomier = teams.filter((team) => team.proposalId === id && !own.has(team.id));
    for (const team of roomier) await tx.update(TeamEntity, { id: team.id }, { openSeats: team.openSeats + max - sizeMax, version: team.version + 1 });
    await tx.update(ProposalEntity, { id }, { sizeMax: max });
    raised ||= roomier.length > 0;
  }
  return raised;
}

/**
 * Lets the draft, and what is formed or planned, have teams of `max` once they are published, where they were asked for with fewer;
 * what lies aside keeps the size that it is compared by.
 * @returns whether there was any
 */
export async function raiseDraftSizes(tx: Transaction, eventId: string, max: number): Promise<boolean> {
  const { affected } = await tx.update(ProposalEntity, { eventId, status: In(['forming', 'draft', 'planned']), sizeMax: LessThan(max) }, { sizeMax: max });
  return (affected ?? 0) > 0;
}
