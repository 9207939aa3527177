import { Logger } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import { QUEUE_OF, QUEUES, type JobName, type JobOrder, type QueueName } from '@tsunagu/contracts';
import type { Change, DueJob } from '@tsunagu/storage';
import { hearConnection } from './redis-outages.js';
import { openQueue, within, type QueueStore } from './transport/queue-store.js';

const JOB_OPTIONS: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 500, jitter: 0.3 },
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 7 * 86_400, count: 1_000 },
  stackTraceLimit: 1,
};
const ADD_MS = 5_000;

export interface QueueCounts { waiting: number; active: number; delayed: number; failed: number; /** age of the job that has waited longest */ oldestWaitingMs: number }
export interface DeadJob { id: string; queue: QueueName; name: JobName; change: Change; code: string; attempts: number; failedAt: Date }
/** What a queue knows of a log row's job: `gone` where it must be added (again). */
type JobPresence = 'gone' | 'present' | 'finished';

/** A job's id: the position of the change that caused it, so that adding it twice makes one job. */
export const jobIdOf = ({ stream, seq }: Change): string => `${stream.replaceAll(':', '-')}-${seq}`;

interface StoredJob { change: Change }

/** The queues inside the product, with their jobs typed by the contract. */
export class Queues {
  readonly #logger = new Logger('Queues');
  readonly #queues: Map<QueueName, Queue<StoredJob>>;

  constructor(readonly store: QueueStore) {
    this.#queues = new Map(QUEUES.map((name) => [name, openQueue<StoredJob>(store, name, JOB_OPTIONS, (lost) => hearConnection(store, lost, (error) => this.#logger.debug(`${name}: ${error.name}`)))]));
  }

  /** Adds the job of one change. Adding it again changes nothing while the queue still knows it. */
  async add(order: JobOrder, change: Change): Promise<void> {
    await this.addMany([{ stream: change.stream as DueJob['stream'], seq: change.seq, job: order }]);
  }

  /** Adds jobs in order. @throws Error when the queue's server does not answer within 5 s */
  async addMany(due: readonly DueJob[]): Promise<void> {
    for (const [name, queue] of this.#queues) {
      const jobs = due.filter(({ job }) => QUEUE_OF[job.name] === name).map(({ stream, seq, job }) => ({
        name: job.name, data: { ...job.data, change: { stream, seq } } as StoredJob, opts: { jobId: jobIdOf({ stream, seq }) },
      }));
      if (jobs.length === 1) await within(ADD_MS, `adding to ${name}`, queue.add(jobs[0].name, jobs[0].data, jobs[0].opts));
      else if (jobs.length) await within(ADD_MS, `adding to ${name}`, queue.addBulk(jobs));
    }
  }

  /** Whether the queue still holds the job of a change; `finished` only when that was more than `sinceMs` ago. */
  async presence({ stream, seq, job }: DueJob, sinceMs: number): Promise<JobPresence> {
    const stored = await this.#of(job.name).getJob(jobIdOf({ stream, seq }));
    if (!stored) return 'gone';
    return stored.finishedOn && Date.now() - stored.finishedOn > sinceMs ? 'finished' : 'present';
  }

  /** Forgets a finished job, so that it can be added again. */
  async forget({ stream, seq, job }: DueJob): Promise<void> {
    await this.#of(job.name).remove(jobIdOf({ stream, seq }));
  }

  /** The queues themselves, to look at. */
  all(): Queue[] {
    return [...this.#queues.values()];
  }

  async counts(): Promise<Record<QueueName, QueueCounts>> {
    const entries = await Promise.all([...this.#queues].map(async ([name, queue]) => {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'prioritized');
      const [oldest] = await queue.getJobs(['waiting'], 0, 0, true);
      return [name, {
        waiting: counts.waiting + (counts.prioritized ?? 0), active: counts.active, delayed: counts.delayed, failed: counts.failed,
        oldestWaitingMs: oldest ? Math.max(0, Date.now() - oldest.timestamp) : 0,
      }] as const;
    }));
    return Object.fromEntries(entries) as Record<QueueName, QueueCounts>;
  }

  /** Jobs that failed for good, latest first. */
  async deadJobs(limit = 100): Promise<DeadJob[]> {
    const lists = await Promise.all([...this.#queues].map(async ([name, queue]) =>
      (await queue.getFailed(0, limit - 1)).map((job): DeadJob => ({
        id: job.id!, queue: name, name: job.name as JobName, change: job.data?.change, code: job.failedReason, attempts: job.attemptsMade, failedAt: new Date(job.finishedOn ?? 0),
      }))));
    return lists.flat().sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime()).slice(0, limit);
  }

  /** @throws Error when the queue's server does not answer within 2 s */
  async ping(): Promise<void> {
    await within(2_000, 'asking the queue', this.#queues.get('profiles')!.getJobCounts('active'));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => within(ADD_MS, 'closing a queue', queue.close()).catch(() => undefined)));
  }

  #of(name: JobName): Queue<StoredJob> {
    return this.#queues.get(QUEUE_OF[name])!;
  }
}
