import { Injectable } from '@nestjs/common';
import { LIMITS, orderRanking, orderReading, orderSeat, Problem, type HttpAnswers } from '@tsunagu/contracts';
import {
  audit, changeParticipant, Database, dropTokens, endHellosOfTeams, eraseParticipant, findEvent, findIntroduction, forgetToldOf, hasTeams, isInRoom, listJackets, listLeft, listSeated, listWantNoSeat, lockBoth, lockParticipant, lockPersonReport, moveHandTags, moveJacket, movePersonReports, moveSeat, moveTokens, passTies, passWithheld, readTeamOf,
  saveIntroduction, setHere, setPersonReportSettled, stopWaiting, tellMe, tellPerson, tellPersonReports, tellSeatOf, tellSeats, type ParticipantRow, type Transaction, pseudonym, wantsNoSeat,
} from '@tsunagu/storage';
import { JobsFromLog } from '@tsunagu/messaging';
import type { OrganiserCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';
import { changePresence } from '../profiles-in/change-presence.js';

/** What organisers do with the people of their event. */
@Injectable()
export class PeopleService {
  constructor(private readonly database: Database, private readonly changes: Changes, private readonly jobs: JobsFromLog) {}

  /** Checks people in or out; who had left and is checked in has come back. Once teams are published, somebody who arrives is placed at once, unless they want no seat. */
  checkIn(organiser: OrganiserCaller, eventId: string, ids: string[], here: boolean): Promise<HttpAnswers['checkIn']> {
    return this.changes.commit(eventId, async (tx) => {
      const back = new Set(here ? await listLeft(tx, eventId, ids) : []);
      const changed = await setHere(tx, eventId, ids, here);
      const late = here && changed.length > 0 && await hasTeams(tx, eventId);
      if (changed.length) await audit(tx, { eventId, actor: organiser.login, action: here ? 'people.checked_in' : 'people.checked_out', detail: { count: changed.length } });
      if (!here) await stopWaiting(tx, changed);
      const wantNone = late ? await listWantNoSeat(tx, changed) : new Set();
      const seated = late ? await listSeated(tx, changed) : new Set();
      const tell = changed.flatMap((id) => [
        tellMe(id, back.has(id) ? orderRanking(eventId, id) : undefined), tellPerson(eventId, id, late && !wantNone.has(id) && !seated.has(id) ? orderSeat(eventId, id) : undefined),
      ]);
      const listed = wantNone.size > 0 || (!here && changed.length > 0);
      return { result: { changed }, tell: listed ? [...tell, tellSeats(eventId, [])] : tell };
    });
  }

  /**
   * Makes one person of two: the browsers, check-in, seat, data jackets, hand-made tags and reports of `dropId` pass to `keepId`, and so
   * does whatever ties it to others, whom it does not want to meet before all; its introduction, contact and affiliation where the other
   * has none. Then `dropId` is erased.
   */
  async merge(organiser: OrganiserCaller, eventId: string, keepId: string, dropId: string): Promise<null> {
    if (keepId === dropId) throw new Problem('merge.same');
    const due = await this.database.transaction(async (tx) => {
      const event = (await findEvent(tx, eventId))!;
      const [keep, drop] = await lockBoth([keepId, dropId], (id) => lockParticipant(tx, eventId, id));
      if (!keep || !drop) throw new Problem('request.not_found');
      const revision = await this.takeOver(tx, eventId, keep, drop);
      const ties = [...await passTies(tx, eventId, dropId, keepId), ...await endHellosOfTeams(tx, eventId)];
      const reports = await movePersonReports(tx, dropId, keepId) ? [tellPersonReports(eventId)] : [];
      const late = isInRoom(drop) && !isInRoom(keep) && await hasTeams(tx, eventId) && !await readTeamOf(tx, keepId) && !await wantsNoSeat(tx, keepId);
      await audit(tx, { eventId, actor: organiser.login, action: 'people.merged', subject: keepId });
      return eraseParticipant(tx, event, dropId, pseudonym(event.pseudonymKey, dropId), async () =>
        [tellMe(keepId, orderReading(eventId, keepId, revision)), tellPerson(eventId, keepId, late ? orderSeat(eventId, keepId) : undefined), ...await tellSeatOf(tx, eventId, keepId), ...ties, ...reports]);
    });
    await this.jobs.addNow(due);
    return null;
  }

  async remove(organiser: OrganiserCaller, eventId: string, participantId: string): Promise<null> {
    const due = await this.database.transaction(async (tx) => {
      const event = (await findEvent(tx, eventId))!;
      if (!await lockParticipant(tx, eventId, participantId)) throw new Problem('request.not_found');
      await dropTokens(tx, participantId);
      await audit(tx, { eventId, actor: organiser.login, action: 'person.removed' });
      return eraseParticipant(tx, event, participantId, pseudonym(event.pseudonymKey, participantId));
    });
    await this.jobs.addNow(due);
    return null;
  }

  /** Somebody has gone home, as they could have said themselves, or is back. @throws Problem request.not_found */
  setLeft(organiser: OrganiserCaller, eventId: string, participantId: string, left: boolean): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const person = await lockParticipant(tx, eventId, participantId);
      if (!person) throw new Problem('request.not_found');
      if (person.gone === left) return { result: null, tell: [] };
      await audit(tx, { eventId, actor: organiser.login, action: left ? 'person.left' : 'person.came_back', subject: participantId });
      return { result: null, tell: await changePresence(tx, person, { left }) };
    });
  }

  /** Somebody has seen to a report, or means to once more. @throws Problem request.not_found */
  settleReport(organiser: OrganiserCaller, eventId: string, reportId: string, settled: boolean): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const report = await lockPersonReport(tx, eventId, reportId);
      if (!report) throw new Problem('request.not_found');
      if ((report.settledAt !== null) === settled) return { result: null, tell: [] };
      await setPersonReportSettled(tx, reportId, settled);
      await audit(tx, { eventId, actor: organiser.login, action: settled ? 'person.report_settled' : 'person.report_reopened', subject: report.aboutId, detail: { by: report.byId } });
      return { result: null, tell: [tellPersonReports(eventId)] };
    });
  }

  /** @returns the revision of the introduction that counts from now on */
  private async takeOver(tx: Transaction, eventId: string, keep: ParticipantRow, drop: ParticipantRow): Promise<number> {
    await moveTokens(tx, drop.id, keep.id);
    await forgetToldOf(tx, drop.id);
    await moveSeat(tx, drop.id, keep.id);
    await moveHandTags(tx, drop.id, keep.id);
    await this.takeJackets(tx, keep.id, drop.id);
    const [kept, dropped] = [await findIntroduction(tx, keep.id), await findIntroduction(tx, drop.id)];
    await passWithheld(tx, drop.id, keep.id, !kept && dropped !== null);
    await changeParticipant(tx, keep.id, { ...inOne(keep, drop), ...(kept || !dropped ? {} : { reading: 'reading' }) });
    if (kept || !dropped) return kept?.revision ?? 0;
    return saveIntroduction(tx, { eventId, participantId: keep.id, text: dropped.text, shown: dropped.shown });
  }

  /** Data jackets that the holder has confirmed and the other has not, as far as there is room. */
  private async takeJackets(tx: Transaction, keepId: string, dropId: string): Promise<void> {
    const present = await listJackets(tx, keepId);
    const titles = new Set(present.map((jacket) => jacket.title));
    const more = (await listJackets(tx, dropId)).filter((jacket) => !jacket.proposed && !titles.has(jacket.title));
    for (const { id } of more.slice(0, Math.max(0, LIMITS.jacketsPerPerson - present.length))) await moveJacket(tx, id, keepId);
  }
}

/**
 * What the one person says of themselves: their own words where they have any, else the other's. What either of the two hides stays
 * hidden, since tags and data of both are the one person's now.
 */
const inOne = (keep: ParticipantRow, drop: ParticipantRow): Partial<ParticipantRow> => ({
  here: isInRoom(keep) || isInRoom(drop), gone: keep.gone && drop.gone, affiliation: keep.affiliation ?? drop.affiliation, sector: keep.sector ?? drop.sector,
  shows: { skill: keep.shows.skill && drop.shows.skill, interest: keep.shows.interest && drop.shows.interest, seeking: keep.shows.seeking && drop.shows.seeking, data: keep.shows.data && drop.shows.data },
  ...(keep.contactText ? {} : { contactText: drop.contactText, contactSharedIn: drop.contactSharedIn }), ...(keep.choices.length ? {} : { choices: drop.choices }),
});
