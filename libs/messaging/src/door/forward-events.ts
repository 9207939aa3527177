import { Logger } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import { DOOR_QUEUES, Problem, streamId, type DoorResult } from '@tsunagu/contracts';
import { advance, behindOutside, isOutside, lastNumbers, readLog, rewind, toldEvent, toOutsideEvent, tryTurn, type Database, type OutsidePosition, type Transaction } from '@tsunagu/storage';
import { describeError } from '../describe-error.js';
import { OutageLog } from '../outage-log.js';
import { hearConnection } from '../redis-outages.js';
import { openQueue, within } from '../transport/queue-store.js';
import { DoorQueues } from './door-queues.js';
import { consumerOf, type ServiceDoor } from './service-door.js';

const EVERY_MS = 1_000;
const ROWS = 200;
const ADD_MS = 5_000;
/** A subscriber's handler may fail for an hour; then the event goes, and `events.replay` brings it again. */
const EVENT: JobsOptions = { attempts: 10, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true, removeOnFail: true };
/** Events that wait on a queue; more wait in the log. */
const WAITING = 10_000;

/**
 * Each service's durable subscription: rows of the `outside` streams of events that allow the service become jobs on its
 * `events` queue, from the stored position on, in order within an event, at least once. A service that is away finds them
 * when it is back.
 */
export class ForwardEvents {
  readonly #logger = new Logger('ForwardEvents');
  readonly #outages = new OutageLog((line) => this.#logger.warn(line));
  readonly #queues: Map<string, Queue>;
  readonly #mailboxes: DoorQueues;
  #timer?: NodeJS.Timeout;
  #forwarding?: Promise<void>;
  #stopped = true;

  constructor(doors: readonly ServiceDoor[], private readonly database: Database, private readonly everyMs = EVERY_MS, private readonly waiting = WAITING) {
    this.#mailboxes = new DoorQueues(doors);
    this.#queues = new Map(doors.map(({ service, store }) =>
      [service, openQueue(store, DOOR_QUEUES.events, EVENT, (lost) => hearConnection(store, lost, (error) => this.#logger.debug(`${service}: ${describeError(error)}`)))]));
  }

  start(): void {
    this.#stopped = false;
    if (this.#queues.size) this.#next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#forwarding;
    await this.#mailboxes.close();
    await Promise.all([...this.#queues.values()].map((queue) => within(ADD_MS, 'closing a queue', queue.close()).catch(() => undefined)));
  }

  /** Forwards all that is new to every service. One that cannot be reached keeps nobody else waiting. */
  async forward(): Promise<void> {
    await Promise.all([...this.#queues].map(([service, queue]) =>
      this.#forwardTo(service, queue).catch((error: unknown) => this.#outages.tell(`events for ${service} wait: ${describeError(error)}`))));
  }

  /**
   * Events of one event come again from a number on.
   * @throws Problem match.not_allowed for an event that does not allow the service, or does not exist
   */
  async replay(service: string, { eventId, since }: { eventId: string; since: number }): Promise<DoorResult<'events.replay'>> {
    return this.database.transaction(async (tx) => {
      if (!await toldEvent(tx, eventId, service)) throw new Problem('match.not_allowed');
      const stream = streamId('outside', eventId);
      await rewind(tx, consumerOf(service), stream, since);
      return { eventId, since, last: (await lastNumbers(tx, [stream]))[stream] };
    });
  }

  #next(): void {
    this.#timer = setTimeout(() => {
      this.#forwarding = this.forward().finally(() => { if (!this.#stopped) this.#next(); });
    }, this.everyMs);
  }

  /** Of several processes one at a time forwards to a service: two would deliver out of order. */
  async #forwardTo(service: string, queue: Queue): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!await tryTurn(tx, consumerOf(service))) return;
      const behind = await behindOutside(tx, consumerOf(service), service);
      if (!behind.length) return;
      let room = this.waiting - await within(ADD_MS, 'counting events', queue.getJobCountByTypes('waiting', 'delayed', 'prioritized'));
      for (const position of behind) if (room > 0) room -= await this.#forwardStream(tx, queue, service, position, Math.min(ROWS, room));
    });
  }

  async #forwardStream(tx: Transaction, queue: Queue, service: string, { stream, eventId, after, replays }: OutsidePosition, limit: number): Promise<number> {
    const rows = await readLog(tx, stream, after, limit);
    if (!rows.length) return 0;
    const events = rows.filter(isOutside);
    const erased = events.flatMap((row) => (row.type === 'participant.erased' ? [String(row.payload.participant)] : []));
    if (erased.length) await this.#mailboxes.forget(service, erased);
    if (events.length) {
      await within(ADD_MS, 'forwarding events', queue.addBulk(events.map((row) => ({ name: row.type, data: toOutsideEvent(eventId, row), opts: { jobId: `${eventId}-${row.seq}-${replays}` } }))));
    }
    await advance(tx, consumerOf(service), stream, rows.at(-1)!.seq);
    return events.length;
  }
}
