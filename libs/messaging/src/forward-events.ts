import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { MESSAGE_VERSION, OUTSIDE_EVENTS } from '@tsunagu/contracts';
import { advance, behind, readLog, type Database, type LogRow, type Transaction } from '@tsunagu/storage';
import { describeError } from './describe-error.js';
import { jobIdOf } from './queues.js';
import { openQueue, within } from './queue-store.js';
import type { ServiceDoor } from './service-door.js';
import { EVENTS } from './transport/envelope.js';

const EVERY_MS = 1_000;
const ROWS = 200;
const ADD_MS = 5_000;
const KEEP = { attempts: 5, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: { age: 3_600, count: 1_000 }, removeOnFail: { age: 30 * 86_400 } };

/**
 * Each service's durable subscription: rows of the `outside` streams become jobs on its `events` queue, from the stored
 * position on, in order within an event, at least once. A service that is away finds them when it is back.
 */
export class ForwardEvents {
  readonly #logger = new Logger('ForwardEvents');
  readonly #queues: Map<string, Queue>;
  #timer?: NodeJS.Timeout;
  #forwarding?: Promise<void>;
  #stopped = true;

  constructor(doors: readonly ServiceDoor[], private readonly database: Database, private readonly everyMs = EVERY_MS) {
    this.#queues = new Map(doors.map(({ service, store }) =>
      [service, openQueue(store, EVENTS, KEEP, (error) => this.#logger.debug(`${service}: ${describeError(error)}`))]));
  }

  start(): void {
    this.#stopped = false;
    if (this.#queues.size) this.#next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#forwarding;
    await Promise.all([...this.#queues.values()].map((queue) => within(ADD_MS, 'closing a queue', queue.close()).catch(() => undefined)));
  }

  /** Forwards all that is new to every service. One that cannot be reached keeps nobody else waiting. */
  async forward(): Promise<void> {
    await Promise.all([...this.#queues].map(([service, queue]) =>
      this.#forwardTo(service, queue).catch((error: unknown) => this.#logger.warn(`events for ${service} wait: ${describeError(error)}`))));
  }

  #next(): void {
    this.#timer = setTimeout(() => {
      this.#forwarding = this.forward().finally(() => { if (!this.#stopped) this.#next(); });
    }, this.everyMs);
  }

  /** Of several processes one at a time forwards to a service: two would deliver out of order. */
  async #forwardTo(service: string, queue: Queue): Promise<void> {
    const consumer = `door:${service}`;
    await this.database.transaction(async (tx) => {
      const [{ locked }] = await tx.query('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS locked', [consumer]);
      if (!locked) return;
      for (const { stream, eventId, after } of await behind(tx, consumer, 'outside')) {
        await this.#forwardStream(tx, { consumer, queue, stream, eventId, after });
      }
    });
  }

  async #forwardStream(tx: Transaction, { consumer, queue, stream, eventId, after }: { consumer: string; queue: Queue; stream: LogRow['stream']; eventId: string; after: number }): Promise<void> {
    const rows = await readLog(tx, stream, after, ROWS);
    if (!rows.length) return;
    const events = rows.filter((row) => row.type in OUTSIDE_EVENTS);
    if (events.length) await within(ADD_MS, 'forwarding events', queue.addBulk(events.map((row) => toJob(row, eventId))));
    await advance(tx, consumer, stream, rows.at(-1)!.seq);
  }
}

const toJob = (row: LogRow, eventId: string) => ({
  name: row.type,
  data: { version: MESSAGE_VERSION, type: row.type, eventId, seq: row.seq, at: row.at.toISOString(), data: row.payload },
  opts: { jobId: jobIdOf(row) },
});
