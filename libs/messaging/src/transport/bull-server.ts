import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { UnrecoverableError, type Job, type JobsOptions, type Worker } from 'bullmq';
import { concatMap, EMPTY, endWith, lastValueFrom, pairwise, startWith, type Observable } from 'rxjs';
import { BullContext } from './bull-context.js';
import { describeFailure } from './describe-failure.js';
import { addressOf, message, MESSAGE_FORMAT, REQUESTS, type Message, type Reply, type TransportProblem } from './message.js';
import { closeWithin, openWorker, within, type QueueStore } from './queue-store.js';
import { ReplyQueues } from './reply-queues.js';

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
  readonly #replies: ReplyQueues<Reply>;
  readonly #listeners: [string, () => void][] = [];
  #worker?: Worker;

  constructor(options: BullServerOptions) {
    super();
    this.#options = { queue: REQUESTS, sender: '', concurrency: 4, ...options };
    this.#replies = new ReplyQueues(options.store, KEEP_REPLY, (name, error) => this.logger.debug?.(`${name}: ${describeFailure(error)}`));
    this.initializeSerializer({});
    this.initializeDeserializer({});
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    const { store, queue, concurrency } = this.#options;
    try {
      this.#worker = openWorker(store, queue, (job) => this.#handle(job), { concurrency, onError: (error) => this.logger.warn(`${queue}: ${describeFailure(error)}`) });
      for (const [event, listener] of this.#listeners) this.#worker.on(event as 'ready', listener);
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Takes no new message and finishes those in hand, at most 28 s. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker) await closeWithin(CLOSE_MS, worker);
    await this.#replies.close();
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
    const parsed = message.safeParse(job.data);
    const handler = this.getHandlerByPattern(job.name);
    if (!parsed.success) {
      if (handler?.isEventHandler) throw new UnrecoverableError('malformed');
      return this.#refuse(job, undefined, { code: 'malformed', title: `The message has the wrong form: ${parsed.error.issues.map(({ path }) => path.join('.') || 'job data').join(', ')}.` });
    }
    const read = parsed.data;
    if (handler?.isEventHandler) return this.#process(job, read, async (answer$) => { await lastValueFrom(answer$, { defaultValue: undefined }); });
    if (read.id === undefined && !handler) throw new UnrecoverableError('unknown_pattern');
    if (!handler) return this.#refuse(job, read, { code: 'unknown_pattern', title: `There is no handler for "${job.name}".` });
    if (read.deadline !== undefined && Date.now() > Date.parse(read.deadline)) return this.#refuse(job, read, { code: 'expired', title: 'The deadline has passed.' }, 'expired');
    return this.#process(job, read, (answer$) => this.#answerWith(job, read, answer$));
  }

  /** Runs the handler between Nest's hooks. */
  #process(job: Job, { id, data, metadata }: Message, use: (answer$: Observable<unknown>) => Promise<void>): Promise<void> {
    const context = new BullContext({ id: id ?? job.id!, queue: this.#options.queue, sender: this.#options.sender, metadata, message: job.data });
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
  async #answerWith(job: Job, read: Message, answer$: Observable<unknown>): Promise<void> {
    let number = 0;
    const answers$ = answer$.pipe(startWith(END), endWith(END), pairwise(), concatMap(([value, next]) => {
      if (value === END) return next === END ? this.#send(job, read, number, { status: 'done' }) : EMPTY;
      return this.#send(job, read, number++, { status: next === END ? 'done' : 'part', result: value });
    }));
    try {
      await lastValueFrom(answers$, { defaultValue: undefined });
    } catch (error) {
      if (error instanceof Undelivered) throw error;
      await this.#send(job, read, number, { status: 'rejected', problem: this.#asProblem(job, error) });
    }
  }

  /** An error that Nest's filters have shaped already is passed on; any other one is told without its message. */
  #asProblem(job: Job, error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    this.logger.error(`${job.name} ${job.id}: ${describeFailure(error)}`);
    return { code: 'failed', title: 'The request could not be handled.' } satisfies TransportProblem;
  }

  async #refuse(job: Job, read: Message | undefined, problem: TransportProblem, status = 'rejected'): Promise<void> {
    this.logger.warn(`${job.name} ${job.id} refused: ${problem.code}`);
    await this.#send(job, read, 0, { status, problem });
  }

  /** Adds an answer, also over a short outage: a message that was worked on must not end in silence. */
  async #send(job: Job, read: Message | undefined, number: number, part: Pick<Reply, 'status' | 'result' | 'problem'>): Promise<void> {
    const { id, replyTo } = addressOf(job.data, job.id!);
    const data: Reply = { version: MESSAGE_FORMAT, id, ...(read?.correlationId === undefined ? {} : { correlationId: read.correlationId }), pattern: job.name, ...part };
    for (let tries = 1; ; tries++) {
      try {
        await within(5_000, 'answering', this.#replies.use(replyTo, (replies) => replies.add('result' as never, data as never, { jobId: `${id.replaceAll(':', '-')}-${number}` })));
        return;
      } catch (error) {
        if (tries === ANSWER_TRIES) throw new Undelivered(describeFailure(error));
        await new Promise((resolve) => setTimeout(resolve, ANSWER_PAUSE_MS));
      }
    }
  }
}

/** The answer could not be handed over; the message is tried again. */
class Undelivered extends Error {}
