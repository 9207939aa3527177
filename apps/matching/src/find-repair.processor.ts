import { Injectable } from '@nestjs/common';
import { ALL_FULL, type JobPayload, type RepairMove, type Sentence } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import { Database, findRepair, listAway, listSeatless, loadTeams, readUnplaced, saveRepair, tellRepair, type Entry, type RepairRow, type SeatedTeam, type Transaction } from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { NOT_HERE, ONLY_DECLINED } from './teams/causes.js';
import { TeamTasks } from './teams/team-tasks.js';
import { TeamFormer } from './threads/team-former.js';
import type { BrokenOutcome } from './threads/team-thread.js';

type Payload = JobPayload<'find-repair'>;
type Found = Pick<RepairRow, 'moves' | 'unplaced' | 'reshuffle' | 'objective' | 'seats' | 'broken'>;

/** published teams + who is here now ─▶ the seats that open, the fewest moves that rules need, which rules are broken as it is, seats for those without one, and what a small reshuffle would give */
@Injectable()
export class FindRepairProcessor implements JobHandler<'find-repair'> {
  readonly name = 'find-repair';

  constructor(private readonly database: Database, private readonly former: TeamFormer, private readonly tasks: TeamTasks, private readonly commits: JobCommits) {}

  async run(payload: Payload): Promise<void> {
    const { change, eventId, repairId } = payload;
    const repair = await findRepair(this.database.reader, eventId, repairId);
    const found = repair?.status === 'computing' ? await this.#find(eventId, repair.price) : null;
    await this.commits.commit(eventId, change, async () => undefined, async (tx) => (found ? this.#save(tx, payload, { ...found, status: 'ready' }) : []));
  }

  async giveUp({ change, eventId, repairId }: Payload, code: string): Promise<void> {
    await this.commits.giveUp(eventId, change, code, async () => undefined, async (tx) => (await saveRepair(tx, repairId, { status: 'failed' }) ? [tellRepair(eventId)] : []));
  }

  async #find(eventId: string, price: number): Promise<Found> {
    const tx = this.database.reader;
    const teams = await loadTeams(tx, eventId);
    const seatless = await listSeatless(tx, eventId);
    const away = await listAway(tx, eventId);
    const present = teams.map((team) => ({ ...team, members: team.members.filter((id) => !away.includes(id)) }));
    const { subject, rules, plan, facts } = await this.tasks.ofStanding(eventId, present, seatless);
    const outcome = await this.former.repair({ ...subject, rules, plan, price, newTeams: false });
    const standing = await this.former.judge({ ...subject, rules, plan });
    const saidNo = new Set(facts.declined.map(({ participantId, teamId }) => `${participantId} ${teamId}`));
    const opened = teams.flatMap(({ id, members }) => members.filter((one) => away.includes(one)).map((participantId): RepairMove => ({ participantId, fromTeamId: id, toTeamId: null })));
    const movesTo = (all: { members: string[] }[]): RepairMove[] =>
      [...opened, ...movesBetween(teams, all.map(({ members }) => members)).filter(({ participantId, toTeamId }) => !saidNo.has(`${participantId} ${toTeamId}`))];
    const moves = movesTo(outcome.teams);
    const placed = new Set(moves.map(({ participantId }) => participantId));
    const open = plan.filter(({ members, max }) => members.length < max);
    const causeOf = (id: string): Sentence => {
      if (!seatless.includes(id)) return NOT_HERE;
      return open.length > 0 && open.every(({ name }) => saidNo.has(`${id} ${name}`)) ? ONLY_DECLINED : outcome.unplaced.find((one) => one.id === id)?.cause ?? ALL_FULL;
    };
    return {
      moves, objective: outcome.objective,
      unplaced: (await readUnplaced(tx, eventId)).filter(({ participantId }) => !placed.has(participantId)).map((one) => ({ ...one, cause: causeOf(one.participantId) })),
      reshuffle: outcome.reshuffle ? { moves: movesTo(outcome.reshuffle.teams), gain: outcome.reshuffle.gain } : null,
      seats: teams.flatMap(({ id, members }) => members.map((participantId) => ({ participantId, teamId: id }))),
      broken: brokenIn(teams, present, standing.broken),
    };
  }

  async #save(tx: Transaction, { eventId, repairId }: Payload, fields: Found & { status: 'ready' }): Promise<Entry[]> {
    return await saveRepair(tx, repairId, fields) ? [tellRepair(eventId)] : [];
  }
}

/** Rules that teams break with those of them who are here. Of what was told in confidence nothing is said: the moves part the two, and would tell who they are. */
const brokenIn = (teams: SeatedTeam[], present: SeatedTeam[], broken: BrokenOutcome[]): RepairRow['broken'] =>
  broken.filter(({ rule, team }) => rule !== 'other' && present[team].members.length > 0).map(({ team, ...rule }) => ({ ...rule, teamId: teams[team].id, members: teams[team].members }));

/** How people come from the teams as they stand to those of a plan, which keeps their order. A team that does not exist yet is nobody's goal. */
function movesBetween(teams: SeatedTeam[], plan: string[][]): RepairMove[] {
  const from = new Map(teams.flatMap(({ id, members }) => members.map((one) => [one, id] as const)));
  return teams.flatMap(({ id }, at) => (plan[at] ?? []).filter((one) => from.get(one) !== id).map((participantId) => ({ participantId, fromTeamId: from.get(participantId) ?? null, toTeamId: id })));
}
