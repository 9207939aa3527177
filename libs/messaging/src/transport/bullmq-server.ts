import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { UnrecoverableError, type Job, type JobsOptions, type Queue, type Worker } from 'bullmq';
import { concatMap, EMPTY, endWith, lastValueFrom, pairwise, startWith, type Observable } from 'rxjs';
import { fieldProblem, Problem } from '@tsunagu/contracts';
import { describeError, framesOf } from '../describe-error.js';
import { openQueue, openWorker, within, type QueueStore } from '../queue-store.js';
import { BullContext } from './bull-context.js';
import { envelope, replyQueueOf, REQUESTS, type Envelope, type Reply } from './envelope.js';

export interface BullServerOptions {
  store: QueueStore;
  /** @default 'requests' */
  queue?: string;
  /** name of the service behind the door, for handlers */
  sender?: string;
  /** @default 4 */
  concurrency?: number;
}

const END = Symbol('end of the answer');
const ANSWER_TRIES = 40;
const ANSWER_PAUSE_MS = 500;
const CLOSE_MS = 28_000;
const KEEP_REPLY: JobsOptions = { attempts: 5, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } };

/**
 * Nest transport over BullMQ: each message is a job, each answer a job on the asker's queue. Nothing is lost while this side
 * is down, and a message whose handler died is delivered again, so handlers must bear repeats.
 *
 *     NestFactory.createMicroservice(AppModule, { strategy: new BullServer({ store }) })
 */
export class BullServer extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('bullmq');
  override readonly propagatesEventHandlerErrors = true;
  readonly #options: Required<BullServerOptions>;
  readonly #replies = new Map<string, Queue<Reply>>();
  readonly #listeners: [string, () => void][] = [];
  #worker?: Worker;

  constructor(options: BullServerOptions) {
    super();
    this.#options = { queue: REQUESTS, sender: '', concurrency: 4, ...options };
    this.initializeSerializer({});
    this.initializeDeserializer({});
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    const { store, queue, concurrency } = this.#options;
    try {
      this.#worker = openWorker(store, queue, (job) => this.#handle(job), concurrency, (error) => this.logger.warn(`${queue}: ${describeError(error)}`));
      for (const [event, listener] of this.#listeners) this.#worker.on(event as 'ready', listener);
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Takes no new message and finishes those in hand, at most 28 s. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker) await within(CLOSE_MS, 'finishing messages', worker.close()).catch(() => worker.close(true));
    await Promise.all([...this.#replies.values()].map((queue) => within(CLOSE_MS, 'closing a queue', queue.close()).catch(() => undefined)));
  }

  /** Hears the worker's own events: `ready`, `error`, `completed`, … */
  on(event: string, listener: Function): void {
    if (this.#worker) this.#worker.on(event as 'ready', listener as () => void);
    else this.#listeners.push([event, listener as () => void]);
  }

  unwrap<T>(): T {
    return this.#worker as T;
  }

  async #handle(job: Job): Promise<void> {
    const parsed = envelope.safeParse(job.data);
    if (!parsed.success) return this.#refuse(job, replyQueueOf(job.data), new Problem('request.malformed', { cause: parsed.error }));
    const message = parsed.data;
    const handler = this.getHandlerByPattern(job.name);
    if (message.event) {
      if (!handler?.isEventHandler) throw new UnrecoverableError('request.not_found');
      return this.#process(job, message, async (answer$) => { await lastValueFrom(answer$, { defaultValue: undefined }); });
    }
    if (!handler || handler.isEventHandler) {
      return this.#refuse(job, message.replyTo, new Problem('request.invalid', { errors: [fieldProblem('pattern', 'field.unknown', { field: job.name })] }));
    }
    if (message.expiresAt !== undefined && Date.now() > message.expiresAt) return this.#refuse(job, message.replyTo, new Problem('match.expired'));
    return this.#process(job, message, (answer$) => this.#answerWith(job, message.replyTo, answer$));
  }

  /** Runs the handler between Nest's hooks. */
  #process(job: Job, { data, metadata }: Envelope, use: (answer$: Observable<unknown>) => Promise<void>): Promise<void> {
    const context = new BullContext([job.id!, this.#options.queue, this.#options.sender, metadata]);
    const handler = this.getHandlerByPattern(job.name)!;
    return new Promise((resolve, reject) => {
      this.onProcessingStartHook(this.transportId, context, async () => {
        try {
          await use(this.transformToObservable(handler(data, context) as Promise<unknown>));
          resolve();
        } catch (error) {
          reject(error as Error);
        } finally {
          this.onProcessingEndHook?.(this.transportId, context);
        }
      });
    });
  }

  /** Answers with each value of the handler, the last one marked as such; an error becomes the answer. */
  async #answerWith(job: Job, replyTo: string, answer$: Observable<unknown>): Promise<void> {
    let number = 0;
    const answers$ = answer$.pipe(startWith(END), endWith(END), pairwise(), concatMap(([value, next]) => {
      const last = next === END ? { isDisposed: true } : {};
      if (value === END) return next === END ? this.#send(job, replyTo, number, last) : EMPTY;
      return this.#send(job, replyTo, number++, { response: value, ...last });
    }));
    try {
      await lastValueFrom(answers$, { defaultValue: undefined });
    } catch (error) {
      if (error instanceof Undelivered) throw error;
      await this.#send(job, replyTo, number, { err: this.#asAnswer(job, error), isDisposed: true });
    }
  }

  /** An error that Nest's filters have shaped already is passed on; any other one is told without its message. */
  #asAnswer(job: Job, error: unknown): unknown {
    if (error instanceof Problem) return error.body;
    if (!(error instanceof Error)) return error;
    this.logger.error(`${job.name} ${job.id}: ${describeError(error)}\n${framesOf(error)}`);
    return new Problem('request.failed').body;
  }

  async #refuse(job: Job, replyTo: string, problem: Problem): Promise<void> {
    this.logger.warn(`${job.name} ${job.id} refused: ${problem.code}`);
    await this.#send(job, replyTo, 0, { err: problem.body, isDisposed: true });
  }

  /** Adds an answer, also over a short outage: a message that was worked on must not end in silence. */
  async #send(job: Job, replyTo: string, number: number, part: Omit<Reply, 'id' | 'pattern'>): Promise<void> {
    const data: Reply = { id: job.id!, pattern: job.name, ...part };
    for (let tries = 1; ; tries++) {
      try {
        await within(5_000, 'answering', this.#replyQueue(replyTo).add('result' as never, data as never, { jobId: `${job.id!.replaceAll(':', '-')}-${number}` }));
        return;
      } catch (error) {
        if (tries === ANSWER_TRIES) throw new Undelivered(describeError(error));
        await new Promise((resolve) => setTimeout(resolve, ANSWER_PAUSE_MS));
      }
    }
  }

  #replyQueue(name: string): Queue<Reply> {
    const known = this.#replies.get(name);
    if (known) return known;
    const queue = openQueue<Reply>(this.#options.store, name, KEEP_REPLY, (error) => this.logger.debug?.(`${name}: ${describeError(error)}`));
    this.#replies.set(name, queue);
    return queue;
  }
}

/** The answer could not be handed over; the message is tried again. */
class Undelivered extends Error {}
