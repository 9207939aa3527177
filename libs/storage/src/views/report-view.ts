import type { EntityManager } from 'typeorm';
import type { EventReport, RoundReport } from '@tsunagu/contracts';
import { In } from 'typeorm';
import { ProposalEntity, SeatEntity, TeamEntity } from '../entities/index.js';
import { pairsOf } from './proposal-views.js';

interface PublishedRound { proposal: ProposalEntity; teams: TeamEntity[]; seats: SeatEntity[] }

/** The published rounds, first to last, each with its teams and all seats that anybody was given. */
async function findRounds(manager: EntityManager, eventId: string): Promise<PublishedRound[]> {
  const proposals = await manager.find(ProposalEntity, { where: { eventId, status: 'published' }, order: { publishedAt: 'ASC', number: 'ASC' } });
  const teams = await manager.find(TeamEntity, { where: { eventId }, order: { number: 'ASC' } });
  const seats = teams.length ? await manager.find(SeatEntity, { where: { teamId: In(teams.map(({ id }) => id)) }, order: { createdAt: 'ASC', id: 'ASC' } }) : [];
  return proposals.map((proposal) => {
    const own = teams.filter((team) => team.proposalId === proposal.id);
    return { proposal, teams: own, seats: seats.filter((seat) => own.some((team) => team.id === seat.teamId)) };
  });
}

const membersOf = (team: TeamEntity, seats: SeatEntity[]): string[] => seats.filter((seat) => seat.teamId === team.id && !seat.freed).map((seat) => seat.participantId);

export interface PublishedTeams { round: number; publishedAt: string | null; teams: { number: number; name: string; members: string[] }[] }

/** Who was with whom in each published round: those who stayed in their team until the round ended. */
export async function readRounds(manager: EntityManager, eventId: string): Promise<PublishedTeams[]> {
  return (await findRounds(manager, eventId)).map(({ proposal, teams, seats }, place) => ({
    round: place + 1, publishedAt: proposal.publishedAt?.toISOString() ?? null,
    teams: teams.map((team) => ({ number: team.number, name: team.name, members: membersOf(team, seats) })).filter(({ members }) => members.length > 0),
  }));
}

/** Published rounds side by side: what each was worth, who met for the first time, and what changed after publication. */
export async function readReport(manager: EntityManager, eventId: string): Promise<EventReport> {
  const found = await findRounds(manager, eventId);
  const mutual = new Set<string>((await manager.query(
    `SELECT a.from_id || ' ' || a.to_id AS pair FROM hello a JOIN hello b ON b.from_id = a.to_id AND b.to_id = a.from_id
     WHERE a.event_id = $1 AND a.from_id < a.to_id`, [eventId])).map((row: { pair: string }) => row.pair));
  const met = new Set<string>();
  const rounds = found.map((one) => {
    const round = toRound(one, met, mutual);
    for (const pair of round.together) met.add(pair);
    return round.report;
  });
  const people = new Set(found.flatMap(({ seats }) => seats).filter((seat) => !seat.freed).map((seat) => seat.participantId)).size;
  return {
    rounds, met: { pairs: met.size, of: people * (people - 1) / 2 },
    hellos: { mutual: mutual.size, inOneTeam: [...mutual].filter((pair) => met.has(pair)).length },
  };
}

/**
 * How many people came into a round's teams after publication, and how many are in none of them any more. Whoever was moved, or
 * taken out and given a seat again, did neither.
 * @param seats in the order in which they were given
 */
function comings(seats: readonly SeatEntity[]): { came: number; left: number } {
  const people = [...new Map([...seats].reverse().map((seat) => [seat.participantId, seat])).values()];
  const staying = new Set(seats.filter((seat) => !seat.freed).map((seat) => seat.participantId));
  return { came: people.filter((first) => first.placedLater).length, left: people.filter(({ participantId }) => !staying.has(participantId)).length };
}

function toRound({ proposal, teams, seats }: PublishedRound, met: ReadonlySet<string>, mutual: ReadonlySet<string>): { report: RoundReport; together: string[] } {
  const stayed = seats.filter((seat) => !seat.freed);
  const members = teams.map((team) => membersOf(team, seats)).filter((team) => team.length > 0);
  const together = pairsOf(members);
  const sizes = members.map(({ length }) => length);
  const { came, left } = comings(seats);
  const { id, number, round, label, publishedAt, createdAt, objective, baseline, baselineBest, wishes } = proposal;
  return {
    together,
    report: {
      proposalId: id, number, round, label, publishedAt: (publishedAt ?? createdAt).toISOString(), people: stayed.length, teams: members.length,
      sizes: { min: Math.min(...sizes, Infinity) === Infinity ? 0 : Math.min(...sizes), max: Math.max(0, ...sizes) },
      objective, baseline, baselineBest, wishes,
      pairs: together.length, newPairs: together.filter((pair) => !met.has(pair)).length, mutualPairs: together.filter((pair) => mutual.has(pair)).length,
      placedLater: came, freed: left, accepted: stayed.filter((seat) => seat.accepted).length,
    },
  };
}
