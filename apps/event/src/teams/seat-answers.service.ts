import { Injectable } from '@nestjs/common';
import { orderRanking, orderRefill, Problem, type HttpBody, type Sentence } from '@tsunagu/contracts';
import { acceptSeat, audit, freeSeat, lockParticipant, readTeamOf, setUnplaced, tellMe, tellSeats, tellTeam, tellTeamOf } from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

const declined = ({ number }: { number: number }): Sentence => ({ ja: `本人がチーム${number}への参加を見送りました。`, en: `They declined their seat in team ${number}.` });

/** A member says on the phone whether they come to their team. */
@Injectable()
export class SeatAnswersService {
  constructor(private readonly changes: Changes) {}

  /** A declined seat is offered to somebody who waits, and never to this person again; they stay listed, never silently left out. An answer that waited on the phone holds for the team it was about only. @throws Problem teams.no_seat */
  answer(me: ParticipantCaller, { accepted, teamId }: HttpBody<'answerSeat'>): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      await lockParticipant(tx, me.eventId, me.participantId);
      const team = await readTeamOf(tx, me.participantId);
      if (!team || (teamId && team.id !== teamId)) throw new Problem('teams.no_seat');
      if (accepted) {
        await acceptSeat(tx, me.eventId, me.participantId);
        return { result: null, tell: await tellTeamOf(tx, me.eventId, me.participantId) };
      }
      const members = await freeSeat(tx, me.eventId, me.participantId, true);
      if (!members.length) throw new Problem('teams.no_seat'); // other teams were published meanwhile
      await setUnplaced(tx, me.eventId, me.participantId, { code: 'declined', cause: declined(team) });
      await audit(tx, { eventId: me.eventId, actor: 'participant', action: 'team.declined', subject: me.participantId, detail: { team: team.number } });
      return { result: null, tell: [tellMe(me.participantId, orderRanking(me.eventId, me.participantId)), ...members.map((id) => tellTeam(id)), tellSeats(me.eventId, [team.id], orderRefill(me.eventId, team.id))] };
    });
  }
}
