import { Problem, type StreamId } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import type { EventEntity } from '../entities/index.js';
import { tellServices } from '../log/announce.js';
import type { Entry } from '../log/log.js';
import { pseudonym } from '../secrets.js';
import { publicTags, toOutsideTags } from '../views/profile-views.js';
import { findEvent } from './events.repository.js';
import { findParticipant } from './participants.repository.js';
import { listStatements } from './profiles.repository.js';
import type { CandidateLine } from './matching/candidates.repository.js';

/** How far a subscriber has read an event's `outside` stream; `replays` counts how often it asked to start again. */
export interface OutsidePosition { stream: StreamId; eventId: string; after: number; replays: number }

/** The event, where its organiser allows the service to have its data. */
export async function allowedEvent(tx: Transaction, eventId: string, service: string): Promise<EventEntity | null> {
  const event = await toldEvent(tx, eventId, service);
  return event?.erasedAt ? null : event;
}

/** The event, where the service may hear what happens in it: also once it is erased, since that is when the erasures have to be heard. */
export async function toldEvent(tx: Transaction, eventId: string, service: string): Promise<EventEntity | null> {
  const event = await findEvent(tx, eventId);
  return event?.services.includes(service) ? event : null;
}

/** Pseudonyms of everybody who has joined the event and is not erased, here or not. */
export async function outsideIds(tx: Transaction, event: EventEntity): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query('SELECT id FROM participant WHERE event_id = $1', [event.id]);
  return new Set(rows.map(({ id }) => pseudonym(event.pseudonymKey, id)));
}

/** An event's people by pseudonym, as a service may be told of them while a request of it is worked on. */
export interface PeopleTold { eventId: string; ids: ReadonlySet<string> }

/** @returns null where the event does not allow the service */
export async function findPeopleTold(tx: Transaction, eventId: string, service: string): Promise<PeopleTold | null> {
  const event = await allowedEvent(tx, eventId, service);
  return event && { eventId, ids: await outsideIds(tx, event) };
}

/**
 * Holds an event's people until a result about them is stored: who is erased from now on is found in it, who has been erased since the
 * request was begun is not let into it.
 * @throws Problem match.not_allowed where the organiser no longer allows the service; request.failed where the result names somebody who is erased, so that it is worked out again without them
 */
export async function holdPeopleTold(tx: Transaction, { eventId, ids }: PeopleTold, service: string, result: unknown): Promise<void> {
  const event = await allowedEvent(tx, eventId, service);
  if (!event) throw new Problem('match.not_allowed');
  await tx.query('SELECT 1 FROM participant WHERE event_id = $1 ORDER BY id FOR KEY SHARE', [eventId]);
  const here = await outsideIds(tx, event);
  const text = JSON.stringify(result);
  if ([...ids].some((id) => !here.has(id) && text.includes(`"${id}"`))) throw new Problem('request.failed');
}

/** Streams of events that allow the service, in which a subscriber of it has rows to read. */
export async function behindOutside(tx: Transaction, consumer: string, service: string, limit = 100): Promise<OutsidePosition[]> {
  const rows = await tx.query(
    `SELECT s.id AS stream, s.event_id AS "eventId", coalesce(p.seq, 0) AS after, coalesce(p.replays, 0) AS replays FROM stream s
     JOIN event e ON e.id = s.event_id AND $2 = ANY(e.services)
     LEFT JOIN position p ON p.consumer = $1 AND p.stream = s.id
     WHERE s.kind = 'outside' AND s.last_seq > coalesce(p.seq, 0) ORDER BY s.id LIMIT $3`, [consumer, service, limit]);
  return rows.map((row: OutsidePosition & { after: string }) => ({ ...row, after: Number(row.after) }));
}

/** Moves a subscriber's position back, so that it reads again from there; a number that is still to come is the last one there is, or it would hear nothing until then. */
export async function rewind(tx: Transaction, consumer: string, stream: StreamId, since: number): Promise<void> {
  await tx.query(
    `INSERT INTO position (consumer, stream, seq, replays) VALUES ($1, $2, least($3, coalesce((SELECT last_seq FROM stream WHERE id = $2), 0)), 1)
     ON CONFLICT (consumer, stream) DO UPDATE SET seq = excluded.seq, replays = position.replays + 1`, [consumer, stream, since]);
}

/** The same for every event that it follows, from the beginning. */
export async function rewindAll(tx: Transaction, consumer: string): Promise<void> {
  await tx.query('UPDATE position SET seq = 0, replays = replays + 1 WHERE consumer = $1 AND seq > 0', [consumer]);
}

/** Tells other services the tags of a participant that others may see. */
export const tellTagged = (event: EventEntity, participantId: string): Entry[] => tellServices(event, 'profile.tagged', [participantId], async (tx) => {
  const person = await findParticipant(tx, event.id, participantId);
  const shown = publicTags(await listStatements(tx, participantId), person!.shows).sort((a, b) => b.score - a.score);
  return { participant: pseudonym(event.pseudonymKey, participantId), tags: toOutsideTags(shown) };
});

/** Tells other services a participant's list of candidates. */
export const tellCandidatesOutside = (event: EventEntity, participantId: string, lines: readonly CandidateLine[]): Entry[] =>
  tellServices(event, 'candidates.changed', [participantId, ...lines.map(({ otherId }) => otherId)], () => ({
    participant: pseudonym(event.pseudonymKey, participantId),
    candidates: lines.map(({ otherId, score }) => ({ participant: pseudonym(event.pseudonymKey, otherId), score })),
  }));
