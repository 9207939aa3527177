import { Injectable } from '@nestjs/common';
import { Problem, type JobOrder } from '@tsunagu/contracts';
import { addAvoided, addPersonReport, audit, changeFree, findParticipant, lockParticipant, removeAvoided, tellCandidates, tellFree, tellHellos, tellMe, tellPersonReports, type Entry } from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

/** Long enough for a break, short enough that nobody is looked for who has long gone. */
const FREE_MS = 30 * 60_000;

/** Whom one would meet now, and whom never. */
@Injectable()
export class MeetingService {
  constructor(private readonly changes: Changes) {}

  /** Free to talk now, for half an hour, or no longer. @throws Problem person.paused */
  setFree(me: ParticipantCaller, { free, place }: { free: boolean; place: string }): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const person = await lockParticipant(tx, me.eventId, me.participantId);
      if (!person) throw new Problem('access.not_joined');
      if (free && (person.paused || person.gone)) throw new Problem('person.paused');
      const until = free ? new Date(Date.now() + FREE_MS) : null;
      await changeFree(tx, person.id, until, free ? place : '');
      return { result: null, tell: [tellFree(me.eventId, person.id, until && { place, until: until.toISOString() })] };
    });
  }

  /** Keeps the two out of each other's sight; the other is not told. A report goes to the organisers, and stays when the two see each other again. @throws Problem request.not_found, hello.self */
  avoid(me: ParticipantCaller, whoId: string, report: boolean): Promise<null> {
    if (whoId === me.participantId) throw new Problem('hello.self');
    return this.changes.commit(me.eventId, async (tx) => {
      if (!await findParticipant(tx, me.eventId, whoId)) throw new Problem('request.not_found');
      await addAvoided(tx, me.eventId, me.participantId, whoId);
      const reported = report && await addPersonReport(tx, me.eventId, me.participantId, whoId);
      if (reported) await audit(tx, { eventId: me.eventId, actor: 'participant', action: 'person.reported', subject: whoId, detail: { by: me.participantId } });
      return { result: null, tell: [...this.tellBoth(me.eventId, me.participantId, whoId), ...(reported ? [tellPersonReports(me.eventId)] : [])] };
    });
  }

  stopAvoiding(me: ParticipantCaller, whoId: string): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      await removeAvoided(tx, me.participantId, whoId);
      return { result: null, tell: this.tellBoth(me.eventId, me.participantId, whoId) };
    });
  }

  private tellBoth(eventId: string, mine: string, other: string): Entry[] {
    const rank = (participantId: string): JobOrder => ({ name: 'rank-candidates', data: { eventId, participantId } });
    return [tellMe(mine), ...[mine, other].flatMap((id) => [tellCandidates(id, rank(id)), tellHellos(id)])];
  }
}
