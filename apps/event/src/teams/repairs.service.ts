import { Injectable } from '@nestjs/common';
import { orderRanking, Problem, type RepairMove } from '@tsunagu/contracts';
import {
  addRepair, audit, endEmptyTeams, endHellosOfTeams, findRepair, freeSeat, hasRecordOf, hasTeams, listAway, listSeatless, lockEvent, lockPeople, lockTeam, readTeams, removeRepair, takeSeat, teamMembers, tellMe, tellRepair, tellTeam, tellTeams,
  type Entry, type RepairRow, type Transaction,
} from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';
import { onlyOnce, whyOf } from './publication.service.js';
import { unlessApart } from './unless-apart.js';

/** Moves that would bring published teams in line with who is here: worked out first, shown, and applied in one step or not at all. */
@Injectable()
export class RepairsService {
  constructor(private readonly changes: Changes) {}

  /** @throws Problem teams.no_draft where no teams are published */
  find(organiser: OrganiserCaller, eventId: string, price: number): Promise<{ repairId: string }> {
    return this.changes.commit(eventId, async (tx) => {
      await lockEvent(tx, eventId);
      if (!await hasTeams(tx, eventId)) throw new Problem('teams.no_draft');
      const { id } = await addRepair(tx, eventId, price);
      await audit(tx, { eventId, actor: organiser.login, action: 'repair.asked', subject: id, detail: { price } });
      return { result: { repairId: id }, tell: [tellRepair(eventId, { name: 'find-repair', data: { eventId, repairId: id } })] };
    });
  }

  /** @throws Problem request.not_found, teams.published_changed with the fresh teams where seats, or who is in the room, have changed since it was worked out, or somebody else has applied or dropped it; teams.kept_apart where somebody has said since that they are to be apart */
  apply(organiser: OrganiserCaller, eventId: string, repairId: string, { reshuffle, why, anyway }: { reshuffle: boolean; why: string; anyway: boolean }): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      await lockEvent(tx, eventId);
      const repair = await findRepair(tx, eventId, repairId);
      if (!repair && await hasRecordOf(tx, eventId, 'repair.asked', repairId)) throw new Problem('teams.published_changed', { current: await readTeams(tx, eventId) });
      if (!repair || repair.status !== 'ready') throw new Problem('request.not_found');
      const moves = reshuffle ? repair.reshuffle?.moves ?? [] : repair.moves;
      if (!await this.stands(tx, repair, moves)) throw new Problem('teams.published_changed', { current: await readTeams(tx, eventId) });
      const tell = await unlessApart(tx, eventId, anyway, () => this.makeMoves(tx, eventId, moves));
      await removeRepair(tx, eventId);
      await audit(tx, { eventId, actor: organiser.login, action: reshuffle ? 'repair.reshuffled' : 'repair.applied', subject: repairId, detail: { moved: moves.length, ...whyOf(why) } });
      return { result: null, tell: [...tell, tellTeams(eventId), tellRepair(eventId)] };
    });
  }

  discard(organiser: OrganiserCaller, eventId: string, repairId: string): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      if (!await findRepair(tx, eventId, repairId)) throw new Problem('request.not_found');
      await removeRepair(tx, eventId);
      await audit(tx, { eventId, actor: organiser.login, action: 'repair.discarded', subject: repairId });
      return { result: null, tell: [tellRepair(eventId)] };
    });
  }

  /** Does everybody still sit where the moves start from, and is whoever gets a seat still in the room, and who loses it away? */
  private async stands(tx: Transaction, { eventId, seats }: RepairRow, moves: RepairMove[]): Promise<boolean> {
    await lockPeople(tx, moves.map(({ participantId }) => participantId));
    const [away, seatless] = [new Set(await listAway(tx, eventId)), new Set(await listSeatless(tx, eventId))];
    if (!moves.every(({ participantId: id, fromTeamId, toTeamId }) => (fromTeamId === null ? seatless.has(id) : away.has(id) === (toTeamId === null)))) return false;
    const now = (await readTeams(tx, eventId)).flatMap((team) => team.members.map((member) => `${member.participantId} ${team.id}`)).sort();
    const then = seats.map(({ participantId, teamId }) => `${participantId} ${teamId}`).sort();
    return now.length === then.length && now.every((seat, at) => seat === then[at]);
  }

  private async makeMoves(tx: Transaction, eventId: string, moves: RepairMove[]): Promise<Entry[]> {
    const left: string[] = [];
    for (const { participantId, fromTeamId } of moves) if (fromTeamId) left.push(...await freeSeat(tx, eventId, participantId));
    const told: Entry[] = [];
    for (const { participantId, toTeamId } of moves) {
      if (toTeamId === null) continue;
      const team = await lockTeam(tx, eventId, toTeamId);
      if (!team) throw new Problem('request.not_found');
      await takeSeat(tx, team, participantId);
    }
    await endEmptyTeams(tx, eventId, moves.flatMap(({ fromTeamId }) => fromTeamId ?? []));
    for (const { participantId, toTeamId } of moves) told.push(tellMe(participantId, orderRanking(eventId, participantId)), ...toTeamId === null ? [] : (await teamMembers(tx, toTeamId)).map((id) => tellTeam(id)));
    return onlyOnce([...left.map((id) => tellTeam(id)), ...told, ...await endHellosOfTeams(tx, eventId)]);
  }
}
