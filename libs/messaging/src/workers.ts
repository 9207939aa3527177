import { Logger } from '@nestjs/common';
import { UnrecoverableError, type Job, type Worker } from 'bullmq';
import { isProblem, JOBS, QUEUES, type JobName, type JobPayload, type QueueName } from '@tsunagu/contracts';
import { failJob, type Database } from '@tsunagu/storage';
import { describeError, framesOf } from './describe-error.js';
import { OutageLog } from './outage-log.js';
import { checkHandlers, type JobHandler } from './job-handlers.js';
import { hearConnection } from './redis-outages.js';
import { closeWithin, openWorker, type QueueStore } from './transport/queue-store.js';

const CLOSE_MS = 28_000;

/** Runs handlers on the jobs of all queues until it is closed. */
export class Workers {
  readonly #logger = new Logger('Workers');
  readonly #outages = new OutageLog((line) => this.#logger.warn(line));
  readonly #workers: Worker[] = [];
  readonly #givingUp = new Set<Promise<void>>();
  readonly #handlers: Map<JobName, JobHandler>;

  /** @throws Error where a job has no handler or two */
  constructor(store: QueueStore, private readonly database: Database, handlers: readonly JobHandler[], concurrency: Record<QueueName, number>) {
    this.#handlers = checkHandlers(handlers);
    for (const queue of QUEUES) {
      const worker = openWorker(store, queue, (job) => this.#run(job), { concurrency: concurrency[queue], onError: (lost) => hearConnection(store, lost, (error) => this.#outages.tell(`queue ${queue} (${store.kind === 'redis' ? 'Redis' : 'PostgreSQL'}): ${describeError(error)}`)) });
      worker.on('failed', (job, error) => { if (job) this.#afterFailure(job, error); });
      this.#workers.push(worker);
    }
  }

  async ready(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.waitUntilReady()));
  }

  /** Takes no new job, finishes those in hand (at most 28 s) and leaves; what it leaves undone another one does. */
  async close(atMostMs = CLOSE_MS): Promise<void> {
    await Promise.all(this.#workers.map((worker) => closeWithin(atMostMs, worker)));
    await Promise.all(this.#givingUp);
  }

  async #run(job: Job): Promise<void> {
    const payload = this.#read(job);
    const handler = this.#handlers.get(job.name as JobName)!;
    try {
      await handler.run(payload);
    } catch (error) {
      this.#outages.tell(`${job.name}: ${describeError(error)}`, `, ${job.id} attempt ${job.attemptsMade + 1}\n${framesOf(error)}`);
      throw retryable(error);
    }
  }

  #read(job: Job): JobPayload<JobName> {
    const schema = JOBS[job.name as JobName];
    const parsed = schema?.safeParse(job.data);
    if (!parsed?.success) throw new UnrecoverableError(schema ? 'request.invalid' : 'request.not_found');
    return parsed.data;
  }

  /** A job that failed for good is told to those who wait. Should that fail too, the sweep brings the job back. */
  #afterFailure(job: Job, error: Error): void {
    if (!job.finishedOn) return;
    const work = this.#giveUp(job, error.message).catch((cause: unknown) => this.#logger.error(`giving up ${job.name} ${job.id}: ${describeError(cause)}`));
    this.#givingUp.add(work);
    void work.finally(() => this.#givingUp.delete(work));
  }

  async #giveUp(job: Job, code: string): Promise<void> {
    this.#logger.error(`${job.name} ${job.id} failed for good: ${code}`);
    const parsed = JOBS[job.name as JobName]?.safeParse(job.data);
    const handler = this.#handlers.get(job.name as JobName);
    if (parsed?.success && handler?.giveUp) return handler.giveUp(parsed.data, code);
    const change = job.data?.change;
    if (typeof change?.stream === 'string' && Number.isInteger(change.seq)) await failJob(this.database.reader, change, code);
  }
}

/** BullMQ keeps the message with the job, so it gets the description alone. */
function retryable(error: unknown): Error {
  const description = describeError(error);
  return isProblem(error) && error.body.status < 500 ? new UnrecoverableError(description) : new Error(description);
}
