import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { eventPatch, fieldProblem, orderSeat, Problem, type EventInput, type EventPatch, type EventSettings, type HttpAnswers, type HttpQuery } from '@tsunagu/contracts';
import {
  addEvent, audit, awaitClosing, changeEvent, copyMembers, copySettings, countParticipants, Database, endCalls, eraseEvent, findEvent, findIntroduction, findParticipant, findRecord, listAudit, listEventsOf, listParticipantIds, listWaiting, lockEvent, PERSON_REPORT_ACTIONS,
  raiseDraftSizes, raiseStandingSizes, readSettings, roleIn, setJoinCode, tellCandidates, tellEvent, tellFoundedTeams, tellPerson, tellProposal, tellSettings, tellTeam, tellTeams, makeJoinCode, type Entry, type Transaction,
} from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { allows } from '../access/roles.js';
import { Changes } from '../changes.service.js';
import { nextOf } from '../http/next-of.js';
import { rankAgain } from './rank-again.js';

@Injectable()
export class EventsService {
  constructor(private readonly database: Database, private readonly changes: Changes) {}

  async list(organiser: OrganiserCaller, page: HttpQuery<'listEvents'>): Promise<HttpAnswers['listEvents']> {
    const events = await listEventsOf(this.database.reader, organiser.organiserId, page);
    return { events, next: nextOf(events, page.limit) };
  }

  /** @throws Problem request.not_found, access.role where the event that it is based on is not the organiser's to change */
  create(organiser: OrganiserCaller, { basedOn, ...input }: EventInput): Promise<EventSettings> {
    return this.database.transaction(async (tx) => {
      if (basedOn) await mayBuildOn(tx, organiser, basedOn.eventId);
      const event = await addEvent(tx, organiser.organiserId, input);
      await audit(tx, { eventId: event.id, actor: organiser.login, action: 'event.created', detail: { recipe: input.recipe, ...(basedOn ? { basedOn: basedOn.eventId } : {}) } });
      if (basedOn) await copySettings(tx, basedOn.eventId, event.id);
      for (const { login, role } of basedOn?.members ? await copyMembers(tx, basedOn.eventId, event.id, organiser.organiserId) : []) {
        await audit(tx, { eventId: event.id, actor: organiser.login, action: 'member.added', detail: { login, role } });
      }
      return readSettings(tx, event.id);
    });
  }

  read(eventId: string): Promise<EventSettings> {
    return readSettings(this.database.reader, eventId);
  }

  /**
   * @throws Problem edit.conflict with the present settings where another organiser was faster; event.retention_raised and
   * event.held_later where people have agreed to be erased earlier; event.no_endpoint where the operator has named none
   */
  async change(organiser: OrganiserCaller, eventId: string, patch: EventPatch): Promise<EventSettings> {
    return this.changes.commit(eventId, async (tx) => {
      if (patch.state === 'closed') await awaitClosing(tx, eventId);
      await lockEvent(tx, eventId); // whoever is joining has agreed to what stands
      const before = await readSettings(tx, eventId);
      await keepPromisedDays(tx, before, patch);
      if (patch.textsLeave && !before.textsLeave) throw new Problem('event.no_endpoint');
      if (!await changeEvent(tx, eventId, patch)) throw new Problem('edit.conflict', { current: await readSettings(tx, eventId) });
      const result = await readSettings(tx, eventId);
      const changed = changedFields(before, result);
      if (changed.length) await audit(tx, { eventId, actor: organiser.login, action: patch.state ? `event.${patch.state}` : 'event.changed', detail: { changed } });
      if (patch.state === 'closed') await endCalls(tx, eventId);
      return { result, tell: [tellEvent(eventId), tellSettings(eventId), ...(patch.state === undefined ? [] : await tellSight(tx, eventId)), ...await makeRoom(tx, before, patch), ...await rankAgain(tx, before, result)] };
    });
  }

  /** Erases everything about the people of an event that is over, at once instead of at its date; of one that is erased already it tells when. @throws Problem event.close_first */
  async erase({ login }: OrganiserCaller, eventId: string): Promise<HttpAnswers['eraseEvent']> {
    if ((await findEvent(this.database.reader, eventId))?.state !== 'closed') throw new Problem('event.close_first');
    const proof = (await eraseEvent(this.database, eventId, login))?.proof ?? (await findRecord(this.database.reader, eventId, 'event.erased'))!;
    return { proof: proof.id, erasedAt: proof.at.toISOString() };
  }

  rotateJoinCode(organiser: OrganiserCaller, eventId: string): Promise<{ joinCode: string }> {
    return this.changes.commit(eventId, async (tx) => {
      const joinCode = makeJoinCode();
      await setJoinCode(tx, eventId, joinCode);
      await audit(tx, { eventId, actor: organiser.login, action: 'event.join_code_changed' });
      return { result: { joinCode }, tell: [tellSettings(eventId)] };
    });
  }

  /** An introduction as the organiser reads it; every reading is recorded. */
  async readIntroduction(organiser: OrganiserCaller, eventId: string, participantId: string): Promise<HttpAnswers['readIntroduction']> {
    const tx = this.database.reader;
    const person = await findParticipant(tx, eventId, participantId);
    const introduction = person && await findIntroduction(tx, participantId);
    if (!introduction) throw new Problem('request.not_found');
    await audit(tx, { eventId, actor: organiser.login, action: 'introduction.read', subject: participantId });
    return { text: introduction.text, revision: introduction.revision, shown: introduction.shown, language: person.language };
  }

  /** Records of an event, as far as this organiser's role may read them. */
  async listAudit({ role }: OrganiserCaller, eventId: string, page: HttpQuery<'listAudit'>): Promise<HttpAnswers['listAudit']> {
    const lines = await listAudit(this.database.reader, eventId, { ...page, without: allows(role!, 'settlePersonReport') ? [] : PERSON_REPORT_ACTIONS });
    return { next: nextOf(lines, page.limit), lines: lines.map(({ at, actor, action, subject, detail }) => ({ at: at.toISOString(), actor, action, subject, detail })) };
  }
}

/** Whoever may change an event may begin another one with what it is set to. */
async function mayBuildOn(tx: Transaction, { organiserId }: OrganiserCaller, eventId: string): Promise<void> {
  const role = await roleIn(tx, eventId, organiserId);
  if (!role) throw new Problem('request.not_found');
  if (!allows(role, 'changeEvent')) throw new Problem('access.role');
}

/** Opening and closing changes whom, and what of them, participants see. */
async function tellSight(tx: Transaction, eventId: string): Promise<Entry[]> {
  const people = await listParticipantIds(tx, eventId);
  return [...people.flatMap((id) => [tellCandidates(id), tellTeam(id)]), tellTeams(eventId), ...tellFoundedTeams(eventId)];
}

/**
 * A largest size that is raised by itself holds for the teams that stand too, and whoever waits is tried again; and for those of the
 * draft once they stand. One that comes with rules belongs to the draft that is to be formed by them.
 */
async function makeRoom(tx: Transaction, { id: eventId, teamSize: before }: EventSettings, { teamSize, rules }: EventPatch): Promise<Entry[]> {
  if (!teamSize || teamSize.max <= before.max || rules !== undefined) return [];
  const draft = await raiseDraftSizes(tx, eventId, teamSize.max) ? [tellProposal(eventId)] : [];
  if (!await raiseStandingSizes(tx, eventId, teamSize.max)) return draft;
  const waiting = await listWaiting(tx, eventId);
  return [...draft, tellTeams(eventId), ...waiting.map((participantId) => tellPerson(eventId, participantId, orderSeat(eventId, participantId)))];
}

/** What an organiser can set and now is otherwise: a form sends all it holds, and the consent text follows title and days. */
const changedFields = (before: EventSettings, after: EventSettings): string[] =>
  Object.keys(eventPatch.shape).filter((field) => field !== 'version' && !isDeepStrictEqual(before[field as keyof EventSettings], after[field as keyof EventSettings]));

/** What people have agreed to is erased then, not later. */
async function keepPromisedDays(tx: Transaction, { id, retentionDays: days, heldOn: day }: EventSettings, { retentionDays = days, heldOn = day }: EventPatch): Promise<void> {
  const raised = retentionDays > days;
  if (!raised && daysOf(heldOn) + retentionDays <= daysOf(day) + days || await countParticipants(tx, id) === 0) return;
  if (raised) throw new Problem('event.retention_raised', { values: { days }, errors: [fieldProblem('retentionDays', 'event.retention_raised', { days })] });
  throw new Problem('event.held_later', { errors: [fieldProblem('heldOn', 'event.held_later')] });
}

/** A date as a number of days. */
const daysOf = (date: string): number => Date.parse(date) / 86_400_000;
