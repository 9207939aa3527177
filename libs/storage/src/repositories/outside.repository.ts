import type { StreamId } from '@tsunagu/contracts';
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
