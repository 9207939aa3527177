import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { describeError, ForwardEvents, Queues, Workers, type JobHandler } from '@tsunagu/messaging';
import { Database } from '@tsunagu/storage';
import { Metrics } from './health/metrics.js';
import { Threads } from './threads/threads.js';

export const JOB_HANDLERS = Symbol('one handler a job');

/** A reading or ranking waits for its threads and the database most of the time; several are under way at once. */
const CONCURRENCY = { profiles: 8, candidates: 32, teams: 2 };

/** Starts and stops what works: threads, workers, and the events that go out to other services. */
@Injectable()
export class EngineRoom implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #logger = new Logger(EngineRoom.name);
  #workers?: Workers;

  constructor(
    private readonly queues: Queues, private readonly database: Database, private readonly threads: Threads,
    private readonly events: ForwardEvents, private readonly work: JobsOfThisService,
  ) {}

  /** @throws Error where a job has no handler or two */
  onApplicationBootstrap(): void {
    this.#workers = new Workers(this.queues.store, this.database, this.work.handlers, CONCURRENCY);
    this.events.start();
    this.threads.warmUp().catch((error: unknown) => this.#logger.error(`the dictionary cannot be loaded: ${describeError(error)}`));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.events.stop();
    await this.#workers?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}

/** The handlers of all jobs, each one timed. */
@Injectable()
export class JobsOfThisService {
  readonly handlers: JobHandler[];

  constructor(@Inject(JOB_HANDLERS) handlers: JobHandler[], metrics: Metrics) {
    this.handlers = handlers.map((handler) => metrics.timed(handler));
  }
}
