import { In } from 'typeorm';
import type { DraftTeam } from '@tsunagu/contracts';
import type { Transaction } from '../../database.js';
import { ProposalEntity, SeatEntity, TeamEntity, type DraftPlan } from '../../entities/index.js';

/** Writes what is known of a draft (scores, reasons), where nobody has changed it since. Its version stays: nobody's edit loses to it. */
export async function scoreProposal(
  tx: Transaction, at: { id: string; version: number }, fields: { plan: DraftPlan } & Pick<ProposalEntity, 'objective' | 'lastDelta' | 'wishes' | 'broken'>,
): Promise<boolean> {
  const result = await tx.createQueryBuilder().update(ProposalEntity).set(fields as object).where('id = :id AND version = :version', at).andWhere("status = 'draft'").execute();
  return result.affected === 1;
}

export interface SeatedTeam extends Pick<DraftTeam, 'slot' | 'locked' | 'theme'> { id: string; number: number; name: string; members: string[]; /** most people it may hold */ max: number }

/** The event's published teams with their members, in the order of their numbers. */
export async function loadTeams(tx: Transaction, eventId: string): Promise<SeatedTeam[]> {
  const teams = await tx.find(TeamEntity, { where: { eventId, active: true }, order: { number: 'ASC' } });
  if (!teams.length) return [];
  const seats = await tx.find(SeatEntity, { where: { teamId: In(teams.map(({ id }) => id)), active: true }, order: { createdAt: 'ASC', id: 'ASC' } });
  const proposalIds = [...new Set(teams.flatMap(({ proposalId }) => proposalId ?? []))];
  const proposals = new Map((proposalIds.length ? await tx.findBy(ProposalEntity, { id: In(proposalIds) }) : []).map((one) => [one.id, one]));
  return teams.map(({ id, number, name, theme, proposalId, openSeats }) => {
    const members = seats.filter((seat) => seat.teamId === id).map((seat) => seat.participantId);
    const proposal = proposals.get(proposalId ?? '');
    const { slot, locked = false } = proposal?.plan.teams.find((team) => team.id === id) ?? {};
    return { id, number, name, members, max: Math.max(members.length + openSeats, proposal?.sizeMax ?? 0), slot, locked, theme };
  });
}

/** The sizes that the teams which stand were formed by: those of their round, whatever the event asks of the next one. */
export async function readStandingSizes(tx: Transaction, eventId: string): Promise<{ sizeMin: number; sizeMax: number }> {
  const [sizes] = await tx.query(
    `SELECT coalesce(p.size_min, e.team_min) AS "sizeMin", coalesce(p.size_max, e.team_max) AS "sizeMax" FROM event e
     LEFT JOIN team t ON t.event_id = e.id AND t.active LEFT JOIN proposal p ON p.id = t.proposal_id WHERE e.id = $1 ORDER BY p.number DESC NULLS LAST LIMIT 1`, [eventId]);
  return sizes;
}

/** How many people sit in a published team. */
export const countSeats = (tx: Transaction, teamId: string): Promise<number> => tx.countBy(SeatEntity, { teamId, active: true });
