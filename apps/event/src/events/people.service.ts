import { Injectable } from '@nestjs/common';
import { LIMITS, Problem, type JobOrder } from '@tsunagu/contracts';
import {
  addJacket, audit, changeParticipant, clearUnplaced, countJackets, Database, dropTokens, eraseParticipant, findEvent, findIntroduction, hasTeams, listJackets, lockParticipant, moveSeat, moveTokens, readTeamOf,
  saveIntroduction, setHere, tellMe, tellPerson, tellTeamOf, tellTeams, append, type Entry, type Transaction, pseudonym,
} from '@tsunagu/storage';
import { JobsFromLog } from '@tsunagu/messaging';
import type { OrganiserCaller } from '../access/caller.js';
import { Changes } from '../changes.service.js';

/** What organisers do with the people of their event. */
@Injectable()
export class PeopleService {
  constructor(private readonly database: Database, private readonly changes: Changes, private readonly jobs: JobsFromLog) {}

  /** Checks people in or out. Once teams are published, somebody who arrives is placed at once. */
  checkIn(organiser: OrganiserCaller, eventId: string, ids: string[], here: boolean): Promise<null> {
    return this.changes.commit(eventId, async (tx) => {
      const changed = await setHere(tx, eventId, ids, here);
      const late = here && changed.length > 0 && await hasTeams(tx, eventId);
      if (changed.length) await audit(tx, { eventId, actor: organiser.login, action: here ? 'people.checked_in' : 'people.checked_out', detail: { count: changed.length } });
      if (!here) for (const id of changed) await clearUnplaced(tx, id);
      const tell: Entry[] = [];
      for (const id of changed) tell.push(tellMe(id), tellPerson(eventId, id, late && !await readTeamOf(tx, id) ? placeLate(eventId, id) : undefined));
      return { result: null, tell: here || !changed.length ? tell : [...tell, tellTeams(eventId)] };
    });
  }

  /**
   * Makes one person of two: the browsers, data jackets and seat of `dropId` pass to `keepId`, and its introduction where the other has none;
   * then `dropId` is erased.
   */
  async merge(organiser: OrganiserCaller, eventId: string, keepId: string, dropId: string): Promise<null> {
    if (keepId === dropId) throw new Problem('merge.same');
    const due = await this.database.transaction(async (tx) => {
      const event = (await findEvent(tx, eventId))!;
      for (const id of [keepId, dropId].sort()) if (!await lockParticipant(tx, eventId, id)) throw new Problem('request.not_found');
      const revision = await this.takeOver(tx, eventId, keepId, dropId);
      await audit(tx, { eventId, actor: organiser.login, action: 'people.merged', subject: keepId });
      const erased = await eraseParticipant(tx, event, dropId, pseudonym(event.pseudonymKey, dropId));
      const read: JobOrder = { name: 'extract-tags', data: { eventId, participantId: keepId, revision } };
      return [...erased, ...await append(tx, eventId, [tellMe(keepId, read), tellPerson(eventId, keepId), ...await tellTeamOf(tx, eventId, keepId)])];
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

  /** @returns the revision of the introduction that counts from now on */
  private async takeOver(tx: Transaction, eventId: string, keepId: string, dropId: string): Promise<number> {
    await moveTokens(tx, dropId, keepId);
    await moveSeat(tx, dropId, keepId);
    const [kept, dropped] = [await findIntroduction(tx, keepId), await findIntroduction(tx, dropId)];
    const room = Math.max(0, LIMITS.jacketsPerPerson - await countJackets(tx, keepId));
    for (const { title, description, sharing } of (await listJackets(tx, dropId)).slice(0, room)) await addJacket(tx, { eventId, participantId: keepId, title, description, sharing });
    if (kept || !dropped) return kept?.revision ?? 0;
    await changeParticipant(tx, keepId, { reading: 'reading' });
    return saveIntroduction(tx, { eventId, participantId: keepId, text: dropped.text, shown: dropped.shown });
  }
}

const placeLate = (eventId: string, participantId: string): JobOrder => ({ name: 'place-late', data: { eventId, participantId } });
