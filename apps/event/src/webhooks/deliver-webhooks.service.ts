import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Settings } from '@tsunagu/config';
import { Database, delivered, endLease, forgetDeliveries, isOutside, leaseWebhooks, noteAttempt, postpone, readLog, renewLease, toOutsideEvent, type DueWebhook, type LogRow, type WebhookRow, type WebhookStop } from '@tsunagu/storage';
import { describeError } from '@tsunagu/messaging';
import { Rounds } from '../rounds.js';
import { SETTINGS } from '../settings-token.js';
import { AllowedPlaces } from './reachable-addresses.js';
import { sendWebhook, type Sent } from './send-webhook.js';
import { signWebhook } from './sign-webhook.js';

/** Pauses after the first, second, … failure in a row; after the last one the webhook stops (about three days in all). */
const PAUSES_S = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 43_200, 86_400];
const SPREAD = 0.2;
const LEASE_S = 20;
const AT_ONCE = 20;
const ROWS = 50;
const FORGET_EVERY_MS = 3_600_000;

export interface WebhookTimes { everyMs: number; answerMs: number; /** where all places are taken, a webhook gives up its own after this long */ turnMs: number; pausesS: number[] }
export const WEBHOOK_TIMES = 'webhook times';
export const DEFAULT_TIMES: WebhookTimes = { everyMs: 500, answerMs: 10_000, turnMs: 1_000, pausesS: PAUSES_S };

/**
 * Tells webhooks what happens, from the `outside` stream of their event by position.
 *
 *     log ──behind its position──▶ lease ──▶ sign, send, wait ──2xx──▶ position moves on
 *                                              └ else: try the same event again later, the rest waits behind it
 *
 * The places are few; none is held for longer than a turn while others wait, and whoever was served longest ago is next.
 * So every receiver gets each event at least once and in order; one that is away for a day misses nothing.
 */
@Injectable()
export class DeliverWebhooksService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('webhooks');
  readonly allowed: AllowedPlaces;
  private readonly rounds: Rounds;
  private readonly inHand = new Set<Promise<void>>();
  private forgotAt = 0;

  constructor(private readonly database: Database, @Inject(SETTINGS) settings: Settings, @Inject(WEBHOOK_TIMES) private readonly times: WebhookTimes) {
    this.allowed = new AllowedPlaces(settings.WEBHOOK_ALLOW);
    this.rounds = new Rounds(() => this.start(), times.everyMs, (error) => this.logger.warn(describeError(error)));
  }

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.end();
    await Promise.all(this.inHand);
  }

  /** One round to its end: everything that is due goes out, side by side; one webhook's events one after the other. */
  async round(): Promise<void> {
    await Promise.all(await this.start());
  }

  /** Signs and sends one letter, once, and notes the attempt. */
  async send(webhook: WebhookRow, { id, seq, type, attempt }: { id: string; seq: number | null; type: string; attempt: number }, content: object): Promise<Sent> {
    const body = JSON.stringify(content);
    const sent = await sendWebhook({ url: webhook.url, body, headers: signWebhook({ secret: webhook.secret, id, seconds: Math.floor(Date.now() / 1_000), body }) }, this.allowed, this.times.answerMs);
    await noteAttempt(this.database.reader, { webhookId: webhook.id, seq, type, attempt, ...sent });
    return sent;
  }

  /** Takes what is due into the places that are free. @returns what it has begun */
  private async start(): Promise<Promise<void>[]> {
    const free = AT_ONCE - this.inHand.size;
    const due = free > 0 ? await leaseWebhooks(this.database.reader, { seconds: LEASE_S, limit: free }) : [];
    const begun = due.map((one) => this.hold(this.deliver(one).catch((error: unknown) => this.logger.warn(`${one.webhook.id}: ${describeError(error)}`))));
    if (Date.now() - this.forgotAt >= FORGET_EVERY_MS) {
      this.forgotAt = Date.now();
      await forgetDeliveries(this.database.reader);
    }
    return begun;
  }

  private hold(work: Promise<void>): Promise<void> {
    this.inHand.add(work);
    return work.finally(() => this.inHand.delete(work));
  }

  private async deliver({ webhook, stream, after }: DueWebhook): Promise<void> {
    const tx = this.database.reader;
    const since = Date.now();
    let { failures } = webhook;
    try {
      for (const row of await readLog(tx, stream, after, ROWS)) {
        if (this.rounds.ended || (this.inHand.size >= AT_ONCE && Date.now() - since > this.times.turnMs)) return;
        if (isOutside(row) && (webhook.types as string[]).includes(row.type)) {
          if (!await renewLease(tx, webhook, LEASE_S)) return;
          if (!await this.deliverOne(webhook, row, failures)) return;
          failures = 0;
        }
        await delivered(tx, webhook.id, stream, row.seq);
      }
    } finally {
      await endLease(tx, webhook.id);
    }
  }

  private async deliverOne(webhook: WebhookRow, row: LogRow, failures: number): Promise<boolean> {
    const sent = await this.send(webhook, { id: `${webhook.eventId}-${row.seq}`, seq: row.seq, type: row.type, attempt: failures + 1 }, toOutsideEvent(webhook.eventId, row));
    if (sent.outcome === 'delivered') return true;
    const pause = this.times.pausesS[failures];
    const stop: WebhookStop | null = sent.status === 410 ? 'gone' : pause === undefined ? 'failing' : null;
    if (stop) this.logger.warn(`${webhook.id} stops: ${stop}`);
    await postpone(this.database.reader, webhook, sent.outcome, { afterMs: (pause ?? 0) * 1_000 * (1 + SPREAD * Math.random()), stop });
    return false;
  }
}
