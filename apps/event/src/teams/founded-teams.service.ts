import { Injectable } from '@nestjs/common';
import { Problem, type FoundedTeamInput, type FoundedTeamPatch, type FoundedTeamView } from '@tsunagu/contracts';
import {
  addFoundedMember, addFoundedTeam, changeFoundedTeam, Database, findFoundedTeamOf, listFoundedMembers, lockFoundedTeam, lockParticipant, readEventCard, readFoundedTeamOf, readFoundedTeamsFor, removeFoundedMember,
  tellFoundedTeam, tellFoundedTeams, type Entry, type Transaction,
} from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

/** Teams that people form themselves, with open seats and what they look for; the organiser's run places the rest around them. */
@Injectable()
export class FoundedTeamsService {
  constructor(private readonly database: Database, private readonly changes: Changes) {}

  list({ eventId, participantId }: ParticipantCaller): Promise<FoundedTeamView[]> {
    return readFoundedTeamsFor(this.database.reader, eventId, participantId);
  }

  /** @throws Problem founded_team.already_in, founded_team.size */
  make(me: ParticipantCaller, input: FoundedTeamInput): Promise<{ foundedTeamId: string }> {
    return this.changes.commit(me.eventId, async (tx) => {
      await this.requireFree(tx, me);
      await this.requireSize(tx, me.eventId, input.seats);
      const { id } = await addFoundedTeam(tx, { eventId: me.eventId, ...input }, me.participantId);
      return { result: { foundedTeamId: id }, tell: this.tell(me.eventId, [me.participantId]) };
    });
  }

  /** A team that they may not know of is answered as one that is not there. @throws Problem request.not_found, founded_team.already_in, teams.full */
  join(me: ParticipantCaller, foundedTeamId: string): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const team = await lockFoundedTeam(tx, me.eventId, foundedTeamId);
      if (!team || !(await readFoundedTeamsFor(tx, me.eventId, me.participantId)).some(({ id }) => id === team.id)) throw new Problem('request.not_found');
      await this.requireFree(tx, me);
      const members = await listFoundedMembers(tx, team.id);
      if (members.length >= team.seats) throw new Problem('teams.full');
      await addFoundedMember(tx, team.id, me.participantId);
      return { result: null, tell: this.tell(me.eventId, [...members, me.participantId]) };
    });
  }

  /** @throws Problem request.not_found, edit.conflict with the present team, founded_team.too_small, founded_team.size */
  change(me: ParticipantCaller, { version, ...fields }: FoundedTeamPatch): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const { id, members } = await this.lockMine(tx, me);
      if (fields.seats !== undefined && fields.seats < members.length) throw new Problem('founded_team.too_small');
      if (fields.seats !== undefined) await this.requireSize(tx, me.eventId, fields.seats);
      if (!await changeFoundedTeam(tx, id, version, fields)) throw new Problem('edit.conflict', { current: await readFoundedTeamOf(tx, me.participantId) });
      return { result: null, tell: this.tell(me.eventId, members) };
    });
  }

  /** @throws Problem request.not_found */
  leave(me: ParticipantCaller): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const { id, members } = await this.lockMine(tx, me);
      await removeFoundedMember(tx, id, me.participantId);
      return { result: null, tell: this.tell(me.eventId, members) };
    });
  }

  private async lockMine(tx: Transaction, me: ParticipantCaller): Promise<{ id: string; members: string[] }> {
    const id = await findFoundedTeamOf(tx, me.participantId);
    const team = id && await lockFoundedTeam(tx, me.eventId, id);
    if (!team || team.ended) throw new Problem('request.not_found');
    return { id: team.id, members: await listFoundedMembers(tx, team.id) };
  }

  /** Whose team has stood in a round is free for another one. */
  private async requireFree(tx: Transaction, me: ParticipantCaller): Promise<void> {
    const person = await lockParticipant(tx, me.eventId, me.participantId);
    if (!person) throw new Problem('access.not_joined');
    if (await readFoundedTeamOf(tx, me.participantId)) throw new Problem('founded_team.already_in');
    const ended = await findFoundedTeamOf(tx, me.participantId);
    if (ended) await removeFoundedMember(tx, ended, me.participantId);
  }

  /** A team of one's own is as large as the organiser's teams are. */
  private async requireSize(tx: Transaction, eventId: string, seats: number): Promise<void> {
    const { min, max } = (await readEventCard(tx, eventId)).teamSize;
    if (seats < min || seats > max) throw new Problem('founded_team.size', { values: { min, max } });
  }

  private tell(eventId: string, members: string[]): Entry[] {
    return [...members.map((id) => tellFoundedTeam(id)), ...tellFoundedTeams(eventId)];
  }
}
