import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { describeError, ForwardEvents, Queues, Workers } from '@tsunagu/messaging';
import { Database } from '@tsunagu/storage';
import { JobsOfThisService } from './jobs-of-this-service.js';
import { Threads } from './threads/threads.js';

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
    this.threads.warmUp().catch((error: unknown) => this.#endWithout(error));
  }

  /** Without its dictionary this process would keep everybody waiting: another one may do better. */
  #endWithout(error: unknown): void {
    this.#logger.fatal(`The dictionary cannot be loaded: ${describeError(error)}`);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.events.stop();
    await this.#workers?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}
