import { In, type EntityManager } from 'typeorm';
import { MESSAGE_VERSION, OUTSIDE_EVENTS, streamId, type OutsideEvent, type HttpAnswers } from '@tsunagu/contracts';
import { EventEntity, ParticipantEntity, SeatEntity, TeamEntity } from '../entities/index.js';
import { lastNumbers, readLog, type LogRow } from '../log/log.js';
import { pseudonym } from '../secrets.js';
import { grouped } from '../grouped.js';
import { findStatements, publicTags, toOutsideTags } from './profile-views.js';

// What other services may learn of an event that is open to them: pseudonyms, tags, teams. No name, no words.

/** An event as other services get it, on the queue, over HTTP and by webhook alike. */
export const toOutsideEvent = (eventId: string, row: LogRow): OutsideEvent =>
  ({ version: MESSAGE_VERSION, type: row.type, eventId, seq: row.seq, at: row.at.toISOString(), data: row.payload }) as OutsideEvent;

/** Is this row for other services? One whose content was erased is not. */
export const isOutside = (row: LogRow): boolean => row.type in OUTSIDE_EVENTS;

/**
 * Those who take part in matching, in the order of the pseudonyms, which tells nothing of when they joined: `limit` of them after the
 * one named `cursor`. Read in one snapshot.
 */
export async function readOutsidePeople(manager: EntityManager, event: EventEntity, { cursor = '', limit }: { cursor?: string; limit: number }): Promise<HttpAnswers['readTagsOf']> {
  const everybody = await manager.find(ParticipantEntity, { where: { eventId: event.id, gone: false, paused: false }, select: { id: true } });
  const names = everybody.map(({ id }) => ({ id, participant: pseudonym(event.pseudonymKey, id) }));
  const rest = names.filter(({ participant }) => participant > cursor).sort((a, b) => (a.participant < b.participant ? -1 : 1));
  const page = rest.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const rows = new Map((await manager.findBy(ParticipantEntity, { id: In(ids) })).map((person) => [person.id, person]));
  const statements = grouped(await findStatements(manager, { participantIds: ids }));
  return {
    people: page.map(({ id, participant }) => ({ participant, here: rows.get(id)!.here, tags: toOutsideTags(publicTags(statements.get(id) ?? [], rows.get(id)!.shows)) })),
    next: rest.length > limit ? page.at(-1)!.participant : null,
  };
}

/** Published teams by pseudonym. */
export async function readOutsideTeams(manager: EntityManager, event: EventEntity): Promise<HttpAnswers['readTeamsOf']['teams']> {
  const teams = await manager.find(TeamEntity, { where: { eventId: event.id, active: true }, order: { number: 'ASC' } });
  const seats = teams.length ? await manager.findBy(SeatEntity, { teamId: In(teams.map((team) => team.id)), active: true }) : [];
  return teams.map(({ id, number, openSeats }) => ({
    team: id, number, openSeats: Math.max(0, openSeats), members: seats.filter((seat) => seat.teamId === id).map((seat) => pseudonym(event.pseudonymKey, seat.participantId)).sort(),
  }));
}

/** An event's changes for other services after a number, in order. */
export async function readOutsideLog(manager: EntityManager, eventId: string, { since, limit }: { since: number; limit: number }): Promise<HttpAnswers['readEventsOf']> {
  const stream = streamId('outside', eventId);
  const rows = await readLog(manager, stream, since, limit);
  const newest = (await lastNumbers(manager, [stream]))[stream];
  const last = rows.at(-1)?.seq ?? since;
  // Where nothing is left to read there is no more, whatever number came last: old rows are deleted.
  return { events: rows.filter(isOutside).map((row) => toOutsideEvent(eventId, row)), last, more: rows.length > 0 && last < newest };
}
