import type { Transaction } from '../../database.js';
import type { EmbeddingsEndpoint } from '../embeddings-endpoint.repository.js';

export interface UnreadIntroduction { participantId: string; revision: number; text: string }
/** `vector`: null where the endpoint does not take this text. */
interface IntroductionVector { participantId: string; revision: number; vector: Float32Array | null }

/** Has the person `p` agreed to send theirs to the host of the endpoint `n`, and not taken that back? */
const AGREED = `EXISTS (SELECT 1 FROM consent c WHERE c.participant_id = p.id AND c.leaves_to = n.host AND c.leaving_withdrawn_at IS NULL AND c.withdrawn_at IS NULL)`;

/**
 * Introductions that may be sent to this endpoint and have no vector of it yet. They may where the event is open and its organiser switched it on, their
 * author has agreed to a text that names this very host, and shows the introduction to others.
 */
const UNREAD = `
  FROM embeddings_endpoint n
  JOIN event e ON e.texts_leave_to = n.host AND e.state = 'open'
  JOIN participant p ON p.event_id = e.id AND NOT p.gone
  JOIN introduction i ON i.participant_id = p.id AND i.shown AND i.text <> ''
  WHERE ${AGREED}
    AND NOT EXISTS (SELECT 1 FROM introduction_vector v WHERE v.participant_id = p.id AND v.revision = i.revision AND v.host = n.host AND v.model = n.model)`;

/** The next introductions of one event to be sent; null where nothing waits. */
export async function nextUnread(tx: Transaction, { host, model }: EmbeddingsEndpoint, limit: number): Promise<{ eventId: string; introductions: UnreadIntroduction[] } | null> {
  const rows: ({ eventId: string } & UnreadIntroduction)[] = await tx.query(
    `SELECT p.event_id AS "eventId", p.id AS "participantId", i.revision, i.text ${UNREAD} AND n.host = $1 AND n.model = $2 ORDER BY p.event_id, p.created_at, p.id LIMIT $3`, [host, model, limit]);
  if (!rows.length) return null;
  const { eventId } = rows[0];
  return { eventId, introductions: rows.filter((row) => row.eventId === eventId).map(({ participantId, revision, text }) => ({ participantId, revision, text })) };
}

/** How many introductions wait to be sent, over all events. */
export async function countUnread(tx: Transaction): Promise<number> {
  const [{ n }] = await tx.query(`SELECT count(*)::int AS n ${UNREAD}`);
  return n;
}

/** Keeps vectors of introductions that still are as they were sent, and may still be. @returns whose matching has changed by it */
export async function saveVectors(tx: Transaction, { host, model }: EmbeddingsEndpoint, vectors: readonly IntroductionVector[]): Promise<string[]> {
  const ids = vectors.map(({ participantId }) => participantId);
  await tx.query('SELECT 1 FROM participant WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
  const kept: string[] = [];
  for (const { participantId, revision, vector } of vectors) {
    const rows = await tx.query(
      `INSERT INTO introduction_vector (participant_id, event_id, revision, host, model, vector)
       SELECT i.participant_id, i.event_id, i.revision, n.host, n.model, $5 FROM introduction i JOIN participant p ON p.id = i.participant_id
       JOIN embeddings_endpoint n ON n.host = $3 AND n.model = $4 JOIN event e ON e.id = i.event_id AND e.texts_leave_to = n.host
       WHERE i.participant_id = $1 AND i.revision = $2 AND i.shown AND ${AGREED}
       ON CONFLICT (participant_id) DO UPDATE SET revision = excluded.revision, host = excluded.host, model = excluded.model, vector = excluded.vector, made_at = now()
       RETURNING 1`, [participantId, revision, host, model, vector && Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)]);
    if (rows.length && vector) kept.push(participantId);
  }
  await tx.query('UPDATE participant SET matching_revision = matching_revision + 1 WHERE id = ANY($1)', [kept]);
  return kept;
}

/** Vectors of the present introductions of these people, as far as they count now. */
export async function loadVectors(tx: Transaction, ids: string[]): Promise<Map<string, Float32Array>> {
  const rows: { id: string; vector: Buffer }[] = await tx.query(
    `SELECT v.participant_id AS id, v.vector FROM introduction_vector v
     JOIN embeddings_endpoint n ON n.host = v.host AND n.model = v.model
     JOIN event e ON e.id = v.event_id AND e.texts_leave_to = v.host
     JOIN introduction i ON i.participant_id = v.participant_id AND i.revision = v.revision
     WHERE v.participant_id = ANY($1) AND v.vector IS NOT NULL`, [ids]);
  // copied: a Buffer may lie at any address, numbers of four bytes may not
  return new Map(rows.map(({ id, vector }) => [id, new Float32Array(Uint8Array.from(vector).buffer)]));
}

/** Of which endpoint, model and day a person's vector is; null without one. */
export async function readVectorOf(tx: Transaction, participantId: string): Promise<{ host: string; model: string; revision: number; madeAt: Date } | null> {
  const [row] = await tx.query('SELECT host, model, revision, made_at AS "madeAt" FROM introduction_vector WHERE participant_id = $1', [participantId]);
  return row ?? null;
}

/** Forgets an event's vectors. */
export async function dropVectors(tx: Transaction, eventId: string): Promise<void> {
  await tx.query('UPDATE participant SET matching_revision = matching_revision + 1 WHERE id IN (SELECT participant_id FROM introduction_vector WHERE event_id = $1)', [eventId]);
  await tx.query('DELETE FROM introduction_vector WHERE event_id = $1', [eventId]);
}

/** Forgets one person's vector: its text has changed, or is no longer shown. */
export const dropVectorOf = (tx: Transaction, participantId: string): Promise<unknown> => tx.query('DELETE FROM introduction_vector WHERE participant_id = $1', [participantId]);
