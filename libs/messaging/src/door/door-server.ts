import { setTimeout as pause } from 'node:timers/promises';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { DelayedError, type Job, type Queue, type Worker } from 'bullmq';
import { lastValueFrom } from 'rxjs';
import { bareMessage, CONTROL_PATTERNS, DOOR_QUEUES, isProblem, MATCH_PATTERNS, Problem, readMessage, type MessageResult, type ReadMessage, type RefusedMessage } from '@tsunagu/contracts';
import { isSameRequest, sqlState } from '@tsunagu/storage';
import { describeError } from '../describe-error.js';
import { OutageLog } from '../outage-log.js';
import { hearConnection, hearWork } from '../redis-outages.js';
import { BullContext } from '../transport/bull-context.js';
import { closeWithin, openQueue, openWorker, within } from '../transport/queue-store.js';
import { asRefusal, doneAnswer, refusedAnswer } from './answers.js';
import type { Door } from './door.js';
import { putDoorScripts } from './door-scripts.js';
import { toIncoming, type Incoming } from './incoming.js';
import { refuseLostJobs } from './lost-jobs.js';

export interface DoorServerOptions {
  door: Door;
  /** requests of this service in work at once. @default 8 */
  inFlight?: number;
  /** requests a second that are begun; further ones wait in the service's own queue. @default 500 */
  perSecond?: number;
}

const QUEUES: Record<string, readonly string[]> = { [DOOR_QUEUES.requests]: [...Object.keys(MATCH_PATTERNS), ...Object.keys(CONTROL_PATTERNS)], [DOOR_QUEUES.control]: Object.keys(CONTROL_PATTERNS) };
const SERVERS = { redis: 'Redis', postgres: 'PostgreSQL' } as const;
const CONTROL_IN_FLIGHT = 2;
const CLOSE_MS = 28_000;
/** Times that a request may fail on our side in one process: then it is refused as failed. */
const TRIES = 5;
/** Killed workers that one request may outlive. BullMQ's own count would end it as a failed job, which its sender may have had removed. */
const MAX_STALLED = 5;
/** Of a refusal that is not the result of its id: who drops what they have by id and round still hears it. */
const NO_ROUND = 0;
const NEVER = 1_000_000;
const MOST_COUNTED = 10_000;
const AGAIN_MS = 1_000;
const PUT_BACK_MS = 5_000;
const TIDY_MS = 5_000;

/**
 * Nest transport behind one service's door: what comes in is read by the contract and handed to a `@MessagePattern`; what
 * comes of it is kept and delivered by the {@link Door}. Every message ends in a result, whatever it is.
 */
export class DoorServer extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('door');
  readonly #door: Door;
  readonly #options: Required<DoorServerOptions>;
  #workers: Worker[] = [];
  #queues: Queue[] = [];
  #timer?: NodeJS.Timeout;
  #tidying?: Promise<void>;
  #closed = false;
  readonly #failures = new Map<string, number>();
  readonly #outages = new OutageLog((line) => this.logger.warn(line));

  constructor(options: DoorServerOptions) {
    super();
    this.#options = { inFlight: 8, perSecond: 500, ...options };
    this.#door = options.door;
    this.initializeSerializer({});
    this.initializeDeserializer({});
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    const { store, service } = this.#door.door;
    const { inFlight, perSecond } = this.#options;
    const kept = { removeOnComplete: { count: 0 }, maxStalledCount: NEVER };
    const open = (queue: string, concurrency: number, settings: object): Worker => openWorker(store, queue, (job, token) => this.#handle(queue, job, token), { concurrency, onError: (lost) => hearConnection(store, lost, (error) => this.#outages.tell(`queue ${queue} of ${service} (${SERVERS[store.kind]}): ${describeError(error)}`)), ...kept, ...settings });
    try {
      this.#workers = [open(DOOR_QUEUES.requests, inFlight, { limiter: { max: perSecond, duration: 1_000 } }), open(DOOR_QUEUES.control, CONTROL_IN_FLIGHT, {})];
      this.#queues = Object.keys(QUEUES).map((name) => openQueue(store, name, {}, (lost) => hearConnection(store, lost, (error) => this.logger.debug?.(`${service} ${name}: ${describeError(error)}`))));
      this.#door.start();
      this.#tidyLater();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Takes no new message and finishes those in hand, at most 28 s. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#tidying;
    await Promise.all(this.#workers.map((worker) => closeWithin(CLOSE_MS, worker)));
    await Promise.all(this.#queues.map((queue) => within(CLOSE_MS, 'closing a queue', queue.close()).catch(() => undefined)));
    await this.#door.stop();
  }

  on(event: string, listener: Function): void {
    for (const worker of this.#workers) worker.on(event as 'ready', listener as () => void);
  }

  unwrap<T>(): T {
    return this.#workers as T;
  }

  /** A job is done when its result is stored; where that could not be, it comes again. */
  async #handle(queue: string, job: Job, token?: string): Promise<void> {
    const incoming = toIncoming(queue, job);
    try {
      await this.#answer(incoming);
      this.#failures.delete(incoming.jobId);
    } catch (error) {
      this.#outages.tell(`${incoming.pattern} of ${this.#door.door.service} comes again: ${error instanceof TryAgain ? error.message : describeError(error)}`, `, ${incoming.letterId}`);
      if (await this.#giveUp(incoming, error)) return;
      await this.#putBack(job, token);
      throw new DelayedError();
    }
  }

  /**
   * What fails again and again although both stores answer is refused, and if even that fails, without what it said: it must not come
   * round for ever. @returns false where it may pass, or cannot be done now
   */
  async #giveUp(incoming: Incoming, error: unknown): Promise<boolean> {
    if (error instanceof TryAgain || !mayBeOfMessage(error)) return false;
    try {
      await this.#door.ping();
      await within(PUT_BACK_MS, 'asking the queue', this.#queues[0].getWaitingCount());
      if (this.#countFailure(incoming) < TRIES) return false;
      const problem = new Problem('request.failed').body;
      const known = await this.#door.find(this.#read(incoming).message.id);
      await this.#refuse(incoming, this.#read(incoming), problem, known?.round).catch(() => this.#refuse(incoming, { message: bareMessage(incoming.data, incoming.letterId) }, problem, known?.round));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Puts a job back on its queue, also over an outage of the queue's server. It must never end as failed, since its sender may have
   * had failed jobs removed: then nobody would answer it. A job that is ours no longer has been put back by whoever noticed.
   */
  async #putBack(job: Job, token?: string): Promise<void> {
    while (!this.#closed) {
      try {
        return await within(PUT_BACK_MS, 'putting a job back', job.moveToDelayed(Date.now() + AGAIN_MS, token));
      } catch (error) {
        if (isNoLongerOurs(error)) return;
        await pause(AGAIN_MS);
      }
    }
  }

  #read({ queue, pattern, data, letterId }: Incoming): ReadMessage | RefusedMessage {
    return readMessage(pattern, data, { jobId: letterId, patterns: QUEUES[queue] });
  }

  async #answer(incoming: Incoming): Promise<void> {
    const read = this.#read(incoming);
    const known = await this.#door.find(read.message.id);
    if (known && !isSameRequest(known, incoming.pattern, read.message)) return this.#refuseOther(incoming, read);
    const request = this.#door.inHand(incoming, read.message, known?.round ?? 1);
    if (known?.result) return this.#door.repeat(request, known);
    if ('problem' in read) return this.#refuse(incoming, read, read.problem.body, known?.round);
    if (incoming.deaths > MAX_STALLED) return this.#refuse(incoming, read, new Problem('request.failed').body, known?.round);
    const { deadline } = read.message;
    let answer: MessageResult;
    const people = await this.#door.peopleOf(read);
    try {
      if (deadline !== undefined && Date.parse(deadline) <= Date.now()) throw new Problem('match.expired');
      this.#door.checkRoom();
      answer = doneAnswer(request, await this.#door.during(request, (signal) => this.#ask(incoming.queue, read, signal)), new Date());
    } catch (error) {
      return this.#refuseOrAgain(incoming, read, error, known?.round);
    }
    try {
      if (!await this.#door.finish(request, answer, people)) await this.#refuseOther(incoming, read);
    } catch (error) {
      if (!isProblem(error)) throw error;
      await this.#refuseOrAgain(incoming, read, error, known?.round);
    }
  }

  /** @throws TryAgain where it is our fault and may pass */
  async #refuseOrAgain(incoming: Incoming, read: ReadMessage, error: unknown, round?: number): Promise<void> {
    const problem = asRefusal(error);
    if (problem.status >= 500 && this.#countFailure(incoming) < TRIES) throw new TryAgain(problem.code);
    await this.#refuse(incoming, read, problem, round);
  }

  #countFailure({ jobId }: Incoming): number {
    if (this.#failures.size > MOST_COUNTED) this.#failures.clear(); // some are finished by other processes, which we do not hear of
    const count = (this.#failures.get(jobId) ?? 0) + 1;
    this.#failures.set(jobId, count);
    return count;
  }

  /** The same id with other content is refused; the request that the id belongs to keeps its result, or gets it yet. */
  async #refuseOther(incoming: Incoming, { message }: Pick<ReadMessage, 'message'>): Promise<void> {
    const request = this.#door.inHand(incoming, message, NO_ROUND);
    const problem = new Problem('match.id_reused').body;
    await this.#door.layAside(incoming, request, problem);
    if (!await this.#door.tell(request, refusedAnswer(request, problem, new Date()), `again-${incoming.letterId}`)) throw new TryAgain('match.unread_results');
  }

  async #refuse(incoming: Incoming, { message }: Pick<ReadMessage, 'message'>, problem: Problem['body'], round = 1): Promise<void> {
    const request = this.#door.inHand(incoming, message, round);
    const answer = refusedAnswer(request, problem, new Date());
    if (answer.status === 'rejected' && problem.code !== 'match.unread_results') await this.#door.layAside(incoming, request, problem);
    if (!await this.#door.finish(request, answer)) await this.#refuseOther(incoming, { message });
  }

  #ask(queue: string, { pattern, message, request }: ReadMessage, signal: AbortSignal): Promise<unknown> {
    const context = new BullContext({ id: message.id, queue, sender: this.#door.door.service, replyTo: message.replyTo, signal });
    const handler = this.getHandlerByPattern(pattern);
    if (!handler) return Promise.reject(new Problem('match.unknown_pattern', { values: { pattern } }));
    return new Promise((resolve, reject) => {
      this.onProcessingStartHook(this.transportId, context, async () => {
        try {
          resolve(await lastValueFrom(this.transformToObservable(handler(request, context) as Promise<unknown>), { defaultValue: null }));
        } catch (error) {
          reject(error as Error);
        } finally {
          this.onProcessingEndHook?.(this.transportId, context);
        }
      });
    });
  }

  #tidyLater(): void {
    this.#timer = setTimeout(() => {
      const { service, store } = this.#door.door;
      this.#tidying = this.#tidy().catch((failed: unknown) => hearWork(store, failed, (error) => this.#outages.tell(`tidying the queues of ${service} (${SERVERS[store.kind]}): ${describeError(error)}`)))
        .finally(() => { if (!this.#closed) this.#tidyLater(); });
    }, TIDY_MS);
  }

  /** The scripts may have been lost with a Redis, or be of an older version. Other languages' clients keep finished jobs for ever, and a job that could not even be read ends as failed: neither stays. */
  async #tidy(): Promise<void> {
    const { store } = this.#door.door;
    if (store.kind === 'redis') await putDoorScripts(await this.#queues[0].getBackend().client, store);
    for (const queue of this.#queues) {
      await queue.clean(0, 1_000, 'completed');
      await refuseLostJobs(queue, async (job, problem) => {
        const incoming = toIncoming(queue.name, job);
        const read = this.#read(incoming);
        await this.#refuse(incoming, read, 'problem' in read ? read.problem.body : problem.body);
      });
    }
  }
}

/** Of errors of the database those that depend on what was to be stored, and none that says how it fares. */
const mayBeOfMessage = (error: unknown): boolean => /^(2[23]|54|$)/.test(sqlState(error) ?? '');

/** Finished, taken over or gone: BullMQ tells these by negative numbers. A lost connection has none. */
const isNoLongerOurs = (error: unknown): boolean => Number((error as { code?: unknown }).code) < 0;

/** Something of ours failed; the request is tried again. */
class TryAgain extends Error {
  override name = 'TryAgain';
}
