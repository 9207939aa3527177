import { Logger } from '@nestjs/common';
import type { JobsOptions } from 'bullmq';
import type { MessageResult } from '@tsunagu/contracts';
import { countUndelivered, deliverAgain, erasedUndelivered, markDelivered, undelivered, undeliveredResults, type Database, type ResultKey } from '@tsunagu/storage';
import { describeError } from '../describe-error.js';
import { hearConnection } from '../redis-outages.js';
import { within } from '../transport/queue-store.js';
import { ReplyQueues } from '../transport/reply-queues.js';
import type { ServiceDoor } from './service-door.js';

interface Delivery { replyTo: string; result: MessageResult }

const ADD_MS = 5_000;
const BATCH = 200;
/** Results that are read at once take up at most this in the database, or one more; as text they may be many times as long. */
const BATCH_BYTES = 1_000_000;
const GRACE_MS = 2_000;
/** Full queues that one round looks at; of those that nobody empties there may be any number. */
const LOOKS = 20;
/** A requester's own handler may fail a few times; what it never takes can be asked for again under the same id. */
const RESULT: JobsOptions = { attempts: 5, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true, removeOnFail: true };

/** Whether it stands in place of a result that named somebody who is erased. */
const isErased = ({ problem }: ResultKey): boolean => problem?.code === 'match.erased';

/** The id of a result's job: putting it on its queue twice makes one. What stands in place of an erased result is another job. */
const jobIdOf = (result: ResultKey): string => `${result.id}-${result.round}${isErased(result) ? '-erased' : ''}`;

/** Many small rows or a few large ones at a time, in their order. */
function inBatches<R extends { bytes: number }>(rows: R[]): R[][] {
  const batches: R[][] = [];
  let bytes = Infinity;
  for (const row of rows) {
    if (bytes >= BATCH_BYTES || batches.at(-1)!.length === BATCH) { batches.push([]); bytes = 0; }
    batches.at(-1)!.push(row);
    bytes += row.bytes;
  }
  return batches;
}

/**
 * Puts stored results on the queues of one service, many at a time. A queue that its requester does not empty is filled up
 * to a bound; what does not fit stays in the database and follows when there is room, so an absent requester costs nobody else.
 */
export class Deliveries {
  readonly #logger = new Logger('Deliveries');
  readonly #queues: ReplyQueues<MessageResult>;
  /** how many results lie on a queue, as far as they were counted: kept only where more are to come, the longest not looked at first */
  readonly #waiting = new Map<string, number>();
  #outbox: Delivery[] = [];
  #flushing?: Promise<void>;
  #unread = 0;

  constructor(private readonly door: ServiceDoor, private readonly database: Database, private readonly bound: number) {
    this.#queues = new ReplyQueues(door.store, RESULT, (name, lost) => hearConnection(door.store, lost, (error) => this.#logger.debug(`${door.service} ${name}: ${describeError(error)}`)));
  }

  /** Results that wait in the database, at the last look. */
  get unread(): number {
    return this.#unread;
  }

  /** Delivers soon. Never fails: what does not arrive now, the sweep brings. */
  add(replyTo: string, result: MessageResult): void {
    this.#outbox.push({ replyTo, result });
    this.#flushing ??= this.#flush().finally(() => { this.#flushing = undefined; });
  }

  /** Looks how full the queues are, and delivers what has been left. */
  async sweep(): Promise<void> {
    const left = await countUndelivered(this.database.reader, this.door.service);
    this.#unread = [...left.values()].reduce((sum, count) => sum + count, 0);
    for (const name of this.#waiting.keys()) if (!left.has(name)) this.#waiting.delete(name);
    if (!this.#unread) return;
    for (const name of [...this.#waiting.keys()].slice(0, LOOKS)) await this.#count(name);
    const takenBack = new Set<string>();
    for (const erased of await erasedUndelivered(this.database.reader, this.door.service)) if (await this.takeBack(erased.places, erased)) takenBack.add(erased.id);
    const rows = await undelivered(this.database.reader, this.door.service, { olderThanMs: GRACE_MS, limit: BATCH * 5, notTo: [...this.#waiting.keys()].filter((name) => this.#isFull(name)) });
    for (const batch of inBatches(rows)) {
      const ids = batch.flatMap(({ id, due }) => (due.every((name) => this.#isFull(name)) ? [] : [id]));
      if (!ids.length) continue;
      const results = await undeliveredResults(this.database.reader, this.door.service, ids);
      await this.#deliver(results.flatMap(({ result, due }) => (!isErased(result) || takenBack.has(result.id) ? due.map((replyTo) => ({ replyTo, result })) : [])));
    }
  }

  /** An answer that is told, not kept: the request it repeats has its own result. @returns false where its queue has no room */
  async tell(replyTo: string, result: MessageResult, jobId: string): Promise<boolean> {
    const waiting = this.#waiting.get(replyTo) ?? await this.#count(replyTo);
    if (waiting >= this.bound) return false;
    this.#waiting.set(replyTo, waiting + 1);
    await within(ADD_MS, 'delivering', this.#queues.use(replyTo, (queue) => queue.add('result' as never, result as never, { jobId })));
    return true;
  }

  /**
   * Takes a result back that nobody has fetched in time, or that is no longer what is stored, as when it names somebody who is erased.
   * @returns false where somebody holds it just now, who may put it back
   */
  async takeBack(places: readonly string[], result: ResultKey): Promise<boolean> {
    const jobId = jobIdOf(result);
    let gone = true;
    for (const place of places) gone = await within(ADD_MS, 'taking a result back', this.#queues.use(place, async (queue) => await queue.remove(jobId) === 1 || !await queue.getJob(jobId))) && gone;
    return gone;
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#queues.close();
  }

  async #flush(): Promise<void> {
    while (this.#outbox.length) {
      const batch = this.#outbox.splice(0, BATCH);
      await this.#deliver(batch).catch((error: unknown) => this.#logger.debug(`${batch.length} results for ${this.door.service} wait for the sweep: ${describeError(error)}`));
    }
  }

  async #deliver(deliveries: Delivery[]): Promise<void> {
    const byQueue = new Map<string, MessageResult[]>();
    for (const { replyTo, result } of deliveries) byQueue.set(replyTo, [...byQueue.get(replyTo) ?? [], result]);
    for (const [name, results] of byQueue) {
      const room = this.bound - (this.#waiting.get(name) ?? await this.#count(name));
      const now = results.slice(0, Math.max(0, room));
      if (!now.length) continue;
      await within(ADD_MS, 'delivering', this.#queues.use(name, (queue) => queue.addBulk(now.map((result) => ({ name: 'result' as never, data: result as never, opts: { jobId: jobIdOf(result) } })))));
      this.#waiting.set(name, (this.#waiting.get(name) ?? 0) + now.length);
      const { reader } = this.database;
      for (const stale of await markDelivered(reader, this.door.service, name, now)) if (!await this.takeBack([name], stale)) await deliverAgain(reader, this.door.service, [stale.id]);
    }
  }

  /** As far as it was counted. */
  #isFull(name: string): boolean {
    return (this.#waiting.get(name) ?? 0) >= this.bound;
  }

  async #count(name: string): Promise<number> {
    const count = await within(ADD_MS, 'counting results', this.#queues.use(name, (queue) => queue.getJobCountByTypes('waiting', 'prioritized', 'delayed')));
    this.#waiting.delete(name); // to the end, where it is looked at last
    this.#waiting.set(name, count);
    return count;
  }
}
