import { Injectable } from '@nestjs/common';
import { FREE_MS, orderRanking, Problem } from '@tsunagu/contracts';
import { addAvoided, addPersonReport, audit, changeFree, findFoundedTeamOf, lockBoth, lockParticipant, removeAvoided, tellCandidates, tellFree, tellHellos, tellLookAgain, tellMe, tellPersonReports, type Entry, type ParticipantRow, type Transaction } from '@tsunagu/storage';
import type { ParticipantCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

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
      const both = await this.lockPair(tx, me, whoId);
      if (both.length < 2) throw new Problem('request.not_found');
      await addAvoided(tx, me.eventId, me.participantId, whoId);
      const reported = report && await addPersonReport(tx, me.eventId, me.participantId, whoId);
      if (reported) await audit(tx, { eventId: me.eventId, actor: 'participant', action: 'person.reported', subject: whoId, detail: { by: me.participantId } });
      return { result: null, tell: [...await this.tellBoth(tx, both), ...(reported ? [tellPersonReports(me.eventId)] : [])] };
    });
  }

  stopAvoiding(me: ParticipantCaller, whoId: string): Promise<null> {
    return this.changes.commit(me.eventId, async (tx) => {
      const both = await this.lockPair(tx, me, whoId);
      return { result: null, tell: await removeAvoided(tx, me.participantId, whoId) ? await this.tellBoth(tx, both) : [] };
    });
  }

  /** Locks the two: neither becomes free or joins a team meanwhile. @returns those of them who are of this event, the caller first */
  private async lockPair(tx: Transaction, { eventId, participantId }: ParticipantCaller, otherId: string): Promise<ParticipantRow[]> {
    return (await lockBoth([participantId, otherId], (id) => lockParticipant(tx, eventId, id))).filter((row) => row !== null);
  }

  /** Where all phones may show one of the two, as free or in a team that people form, all of them are told to look again: not whose sight has changed. */
  private async tellBoth(tx: Transaction, [mine, other]: ParticipantRow[]): Promise<Entry[]> {
    const shown = mine.freeUntil !== null || other.freeUntil !== null || await findFoundedTeamOf(tx, mine.id) !== null || await findFoundedTeamOf(tx, other.id) !== null;
    return [tellMe(mine.id), ...[mine, other].flatMap((one) => [tellCandidates(one.id, orderRanking(one.eventId, one.id)), tellHellos(one.id)]), ...(shown ? [tellLookAgain(mine.eventId)] : [])];
  }
}
