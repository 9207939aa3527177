import { Injectable } from '@nestjs/common';
import { Problem, type HttpBody, type TeamAnswerInput, type TeamView } from '@tsunagu/contracts';
import { audit, changeTeam, hasSatIn, lockParticipant, lockTeam, readTeamOf, saveTeamAnswer, setCalling, teamMembers, tellSomeTeams, tellTeam, tellTeamOf, type Transaction } from '@tsunagu/storage';
import type { OrganiserCaller, ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

/** What members of a published team do with it, and the facilitator's answer to their call. */
@Injectable()
export class OwnTeamService {
  constructor(private readonly changes: Changes) {}

  /** A team's own goal and next date. @throws Problem edit.conflict with the present team, also where another one was meant */
  change(me: ParticipantCaller, { version, teamId, ...fields }: HttpBody<'changeTeam'>): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const team = await this.teamOf(tx, me);
      if ((teamId && teamId !== team.id) || !await changeTeam(tx, team.id, version, fields)) throw new Problem('edit.conflict', { current: team });
      return { result: null, tell: await tellTeamOf(tx, me.eventId, me.participantId) };
    });
  }

  /** Calls the facilitator to the table, or no longer; nothing is left of a call that waited on the phone until its team was over. @throws Problem request.not_found */
  call(me: ParticipantCaller, { calling, teamId }: HttpBody<'callFacilitator'>): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      await lockParticipant(tx, me.eventId, me.participantId); // who publishes or moves them does so before this, or passes the call on
      const team = await this.teamOf(tx, me);
      const changed = (!teamId || teamId === team.id) && await setCalling(tx, team.id, calling ? me.participantId : null);
      return { result: null, tell: changed ? await tellTeamOf(tx, me.eventId, me.participantId) : [] };
    });
  }

  /** The facilitator has been there. @throws Problem request.not_found */
  endCall(organiser: OrganiserCaller, eventId: string, teamId: string): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const team = await lockTeam(tx, eventId, teamId);
      if (!team) throw new Problem('request.not_found');
      if (!await setCalling(tx, team.id, null)) return { result: null, tell: [] };
      await audit(tx, { eventId, actor: organiser.login, action: 'team.call_ended', detail: { team: team.number } });
      return { result: null, tell: [...(await teamMembers(tx, team.id)).map((id) => tellTeam(id)), tellSomeTeams(eventId, [team.id])] };
    });
  }

  /** How the team turned out, and whether it goes on: the one that is meant, where they have sat in it. Others learn numbers, never who said what. @throws Problem request.not_found */
  answer(me: ParticipantCaller, { teamId: asked, ...answer }: TeamAnswerInput): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const teamId = asked ?? (await this.teamOf(tx, me)).id;
      if (asked && !await hasSatIn(tx, asked, me.participantId)) throw new Problem('request.not_found');
      await saveTeamAnswer(tx, { eventId: me.eventId, teamId, participantId: me.participantId }, answer);
      return { result: null, tell: [tellTeam(me.participantId), tellSomeTeams(me.eventId, [teamId])] };
    });
  }

  private async teamOf(tx: Transaction, me: ParticipantCaller): Promise<TeamView> {
    const team = await readTeamOf(tx, me.participantId);
    if (!team) throw new Problem('request.not_found');
    return team;
  }
}
