import { Injectable } from '@nestjs/common';
import type { JobPayload, RepairMove } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';
import { Database, findEvent, findRepair, listWaiting, loadMatchingPeople, loadTeams, saveRepair, tellRepair, type Entry, type RepairRow, type SeatedTeam, type Transaction } from '@tsunagu/storage';
import { JobCommits } from './job-commits.js';
import { TeamTasks } from './teams/team-tasks.js';
import { TeamFormer } from './threads/team-former.js';

type Payload = JobPayload<'find-repair'>;
type Found = Pick<RepairRow, 'moves' | 'unplaced' | 'reshuffle' | 'objective' | 'seats'>;

/** published teams + who is here now ─▶ the fewest moves that rules need, seats for those without one, and what a small reshuffle would give */
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
    const event = (await findEvent(tx, eventId))!;
    const people = await loadMatchingPeople(tx, eventId, [...teams.flatMap((team) => team.members), ...await listWaiting(tx, eventId)]);
    const { subject, rules } = await this.tasks.of(eventId, people, { rules: event.rules, sizeMin: event.teamMin, sizeMax: event.teamMax, seed: 1, rounds: 1 });
    const plan = teams.map(({ id, members }) => ({ name: id, members }));
    const outcome = await this.former.repair({ ...subject, rules: { ...rules, teams: [] }, plan, price });
    const moves = movesTo(teams, outcome.teams.map(({ members }) => members));
    const placed = new Set([...teams.flatMap((team) => team.members), ...moves.map(({ participantId }) => participantId)]);
    return {
      moves, unplaced: people.filter(({ person }) => !placed.has(person.id)).length, objective: outcome.objective,
      reshuffle: outcome.reshuffle ? { moves: movesTo(teams, outcome.reshuffle.teams.map(({ members }) => members)), gain: outcome.reshuffle.gain } : null,
      seats: teams.flatMap(({ id, members }) => members.map((participantId) => ({ participantId, teamId: id }))),
    };
  }

  async #save(tx: Transaction, { eventId, repairId }: Payload, fields: Found & { status: 'ready' }): Promise<Entry[]> {
    return await saveRepair(tx, repairId, fields) ? [tellRepair(eventId)] : [];
  }
}

/** How people come from the teams as they stand to those of a plan, which keeps their order. A team that does not exist yet is nobody's goal. */
function movesTo(teams: SeatedTeam[], plan: string[][]): RepairMove[] {
  const from = new Map(teams.flatMap(({ id, members }) => members.map((one) => [one, id] as const)));
  return teams.flatMap(({ id }, at) => (plan[at] ?? []).filter((one) => from.get(one) !== id).map((participantId) => ({ participantId, fromTeamId: from.get(participantId) ?? null, toTeamId: id })));
}
