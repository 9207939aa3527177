import { streamId, type DeliveryView, type OutsideType, type StreamId, type WebhookInput, type WebhookOutcome, type WebhookView } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { EventEntity, WebhookDeliveryEntity, WebhookEntity, type WebhookStop } from '../entities/index.js';
import { advance, lastNumbers } from '../log/log.js';
import { makeWebhookSecret } from '../secrets.js';

export type WebhookRow = WebhookEntity;
export interface Attempt { webhookId: string; seq: number | null; type: string; attempt: number; status: number | null; outcome: WebhookOutcome; tookMs: number }

const consumerOf = (webhookId: string): string => `webhook:${webhookId}`;

const VIEW = `SELECT w.id, w.url, w.types, w.stopped_because AS "stoppedBecause", w.failures, w.next_try_at AS "nextTryAt", w.last_outcome AS "lastOutcome", w.created_at AS "createdAt", w.version,
    coalesce(p.seq, 0)::int AS delivered,
    (SELECT count(*)::int FROM log l WHERE l.stream = 'outside:' || w.event_id AND l.seq > coalesce(p.seq, 0) AND l.type = ANY(w.types)) AS waiting
  FROM webhook w LEFT JOIN position p ON p.consumer = 'webhook:' || w.id AND p.stream = 'outside:' || w.event_id`;

const toView = ({ stoppedBecause, nextTryAt, createdAt, ...row }: Omit<WebhookView, 'running' | 'nextTryAt' | 'createdAt'> & { nextTryAt: Date | null; createdAt: Date }): WebhookView =>
  ({ ...row, running: stoppedBecause === null, stoppedBecause, nextTryAt: stoppedBecause === null ? nextTryAt?.toISOString() ?? null : null, createdAt: createdAt.toISOString() });

export const countWebhooks = (tx: Transaction, eventId: string): Promise<number> => tx.countBy(WebhookEntity, { eventId });

/** An event's webhooks in the order they were made. */
export const listWebhooks = async (tx: Transaction, eventId: string): Promise<WebhookView[]> => (await tx.query(`${VIEW} WHERE w.event_id = $1 ORDER BY w.created_at, w.id`, [eventId])).map(toView);

/** @returns a webhook of this event, or null: another event's is nobody's here */
export async function readWebhook(tx: Transaction, eventId: string, id: string): Promise<WebhookView | null> {
  const [row] = await tx.query(`${VIEW} WHERE w.event_id = $1 AND w.id = $2`, [eventId, id]);
  return row ? toView(row) : null;
}

export const findWebhook = (tx: Transaction, eventId: string, id: string): Promise<WebhookRow | null> => tx.findOneBy(WebhookEntity, { eventId, id });

/** Makes a webhook that is told everything from now on. @returns its id and its secret in clear, this once */
export async function addWebhook(tx: Transaction, eventId: string, { url, types }: WebhookInput): Promise<{ id: string; secret: string }> {
  const secret = makeWebhookSecret();
  const { id } = await tx.save(WebhookEntity, tx.create(WebhookEntity, { eventId, url, types, secret, stoppedBecause: null, failures: 0, nextTryAt: null, leasedUntil: null, lastOutcome: null, version: 1 }));
  await tx.update(EventEntity, { id: eventId }, { webhooks: true });
  const stream = streamId('outside', eventId);
  await advance(tx, consumerOf(id), stream, (await lastNumbers(tx, [stream]))[stream]);
  return { id, secret };
}

/** @returns false where somebody else changed it first */
export async function changeWebhook(tx: Transaction, { id, version }: { id: string; version: number }, { running, ...fields }: { url?: string; types?: OutsideType[]; running?: boolean }): Promise<boolean> {
  const again = running === false ? { stoppedBecause: 'organiser' as const } : { ...(running ? { stoppedBecause: null } : {}), failures: 0, nextTryAt: null };
  const result = await tx.createQueryBuilder().update(WebhookEntity).set({ ...fields, ...again, version: () => 'version + 1' }).where('id = :id AND version = :version', { id, version }).execute();
  return result.affected === 1;
}

/** Replaces a webhook's secret. @returns the new one */
export async function renewWebhookSecret(tx: Transaction, id: string): Promise<string> {
  const secret = makeWebhookSecret();
  await tx.update(WebhookEntity, { id }, { secret, version: () => 'version + 1' });
  return secret;
}

/** Ends a webhook; with the last one of an event nothing is written for them any more. */
export async function removeWebhook(tx: Transaction, eventId: string, id: string): Promise<void> {
  await tx.query('DELETE FROM position WHERE consumer = $1', [consumerOf(id)]);
  await tx.delete(WebhookEntity, { eventId, id });
  await tx.query('UPDATE event SET webhooks = EXISTS (SELECT 1 FROM webhook WHERE event_id = $1) WHERE id = $1', [eventId]);
}

export interface DueWebhook { webhook: WebhookRow; stream: StreamId; after: number }

/**
 * Takes the webhooks that have something to deliver now, for some seconds: another process leaves them alone meanwhile.
 * Those whose last turn is longest ago come first.
 */
export async function leaseWebhooks(tx: Transaction, { seconds, limit }: { seconds: number; limit: number }): Promise<DueWebhook[]> {
  const [rows]: [{ id: string; stream: StreamId; after: string }[], number] = await tx.query(
    // Materialized: a plan that runs it once for every row would lease more than asked for.
    `WITH due AS MATERIALIZED (SELECT w.id, s.id AS stream, coalesce(p.seq, 0) AS after FROM webhook w
       JOIN stream s ON s.id = 'outside:' || w.event_id LEFT JOIN position p ON p.consumer = 'webhook:' || w.id AND p.stream = s.id
       WHERE w.stopped_because IS NULL AND (w.next_try_at IS NULL OR w.next_try_at <= now()) AND (w.leased_until IS NULL OR w.leased_until < now()) AND s.last_seq > coalesce(p.seq, 0)
       ORDER BY w.leased_until NULLS FIRST, w.id LIMIT $2 FOR UPDATE OF w SKIP LOCKED)
     UPDATE webhook w SET leased_until = now() + make_interval(secs => $1) FROM due
     WHERE w.id = due.id RETURNING w.id, due.stream, due.after`, [seconds, limit]);
  const webhooks = new Map((await tx.findBy(WebhookEntity, rows.map(({ id }) => ({ id })))).map((webhook) => [webhook.id, webhook]));
  return rows.flatMap(({ id, stream, after }) => (webhooks.has(id) ? [{ webhook: webhooks.get(id)!, stream, after: Number(after) }] : []));
}

/** @returns false where the webhook was stopped, changed or removed meanwhile: then leave it */
export async function renewLease(tx: Transaction, { id, version }: Pick<WebhookRow, 'id' | 'version'>, seconds: number): Promise<boolean> {
  const [, renewed] = await tx.query('UPDATE webhook SET leased_until = now() + make_interval(secs => $3) WHERE id = $1 AND version = $2 AND stopped_because IS NULL', [id, version, seconds]);
  return renewed === 1;
}

/** Gives a webhook back; when that was says whose turn is next. */
export async function endLease(tx: Transaction, id: string): Promise<void> {
  await tx.update(WebhookEntity, { id }, { leasedUntil: () => 'clock_timestamp()' });
}

export async function noteAttempt(tx: Transaction, attempt: Attempt): Promise<void> {
  await tx.insert(WebhookDeliveryEntity, attempt);
}

/** Everything up to `seq` is delivered, or not wanted. */
export async function delivered(tx: Transaction, webhookId: string, stream: StreamId, seq: number): Promise<void> {
  await advance(tx, consumerOf(webhookId), stream, seq);
  await tx.query("UPDATE webhook SET failures = 0, next_try_at = NULL, last_outcome = 'delivered' WHERE id = $1 AND (failures > 0 OR last_outcome IS DISTINCT FROM 'delivered')", [webhookId]);
}

/** The present event could not be delivered: later ones wait behind it. A webhook that was changed meanwhile is tried as it is now. */
export async function postpone(tx: Transaction, { id, version }: Pick<WebhookRow, 'id' | 'version'>, outcome: WebhookOutcome, { afterMs, stop }: { afterMs: number; stop: WebhookStop | null }): Promise<void> {
  await tx.query(
    `UPDATE webhook SET failures = failures + 1, last_outcome = $2, next_try_at = now() + make_interval(secs => $3), stopped_because = coalesce(stopped_because, $4) WHERE id = $1 AND version = $5`,
    [id, outcome, afterMs / 1_000, stop, version]);
}

const toDelivery = ({ id, seq, type, attempt, status, outcome, tookMs, at }: WebhookDeliveryEntity): DeliveryView => ({ id, seq, type, attempt, status, outcome, tookMs, at: at.toISOString() });

/** Attempts of a webhook, latest first, after the one with the id of `cursor`. */
export async function listDeliveries(tx: Transaction, webhookId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<DeliveryView[]> {
  const query = tx.createQueryBuilder(WebhookDeliveryEntity, 'd').where('d.webhook_id = :webhookId', { webhookId }).orderBy('d.at', 'DESC').addOrderBy('d.id', 'DESC').limit(limit);
  if (cursor) query.andWhere('(d.at, d.id) < (SELECT at, id FROM webhook_delivery WHERE id = :cursor)', { cursor });
  return (await query.getMany()).map(toDelivery);
}

/** Forgets attempts older than thirty days. */
export async function forgetDeliveries(tx: Transaction): Promise<void> {
  await tx.query("DELETE FROM webhook_delivery WHERE at < now() - interval '30 days'");
}
