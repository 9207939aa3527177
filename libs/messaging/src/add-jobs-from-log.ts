import { Logger } from '@nestjs/common';
import { dueJobs, type Database, type DueJob } from '@tsunagu/storage';
import { describeError } from './describe-error.js';
import { OutageLog } from './outage-log.js';
import { jobIdOf, type Queues } from './queues.js';
import { hearWork } from './redis-outages.js';

export interface SweepTimes {
  everyMs: number;
  /** younger rows are on their way already */
  graceMs: number;
  /** a row this old whose job has finished without a mark is done again */
  repairMs: number;
  /** how long this process trusts a job it has added itself */
  trustMs: number;
}
const TIMES: SweepTimes = { everyMs: 2_000, graceMs: 3_000, repairMs: 30_000, trustMs: 5_000 };
const ROWS = 1_000;
const REPAIRS = 100;

/**
 * Brings the jobs that log rows order into the queues: right after the commit, and by a sweep for what was lost on the way.
 *
 *     commit: row + order ──addNow──▶ queue ──▶ handler's commit: effect + mark
 *            └───────────── sweep: rows without a mark ─────────▲
 *
 * The row is the truth: queues may lose everything, and a job may come twice.
 */
export class JobsFromLog {
  readonly #logger = new Logger('JobsFromLog');
  readonly #outages = new OutageLog((line) => this.#logger.warn(line));
  readonly #added = new Map<string, number>();
  #timer?: NodeJS.Timeout;
  #sweeping?: Promise<void>;
  #stopped = true;

  constructor(private readonly queues: Queues, private readonly database: Database, private readonly times: SweepTimes = TIMES) {}

  /** Adds the jobs of rows that have just been committed. Never fails: what does not arrive now, the sweep brings. */
  async addNow(due: readonly DueJob[]): Promise<void> {
    if (!due.length) return;
    await this.queues.addMany(due).catch((error: unknown) => this.#logger.debug(`${due.length} jobs wait for the sweep: ${describeError(error)}`));
  }

  start(): void {
    this.#stopped = false;
    this.#next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#sweeping;
  }

  /** One round: adds what is due, and repairs rows whose job ended without a mark. */
  async sweep(): Promise<void> {
    await this.#addDue();
    await this.#repairFinished();
  }

  #next(): void {
    this.#timer = setTimeout(() => {
      this.#sweeping = this.sweep()
        .catch((failed: unknown) => hearWork(this.queues.store, failed, (error) => this.#outages.tell(`sweep: ${describeError(error)}`)))
        .finally(() => { if (!this.#stopped) this.#next(); });
    }, this.times.everyMs);
  }

  async #addDue(): Promise<void> {
    const now = Date.now();
    for (const [id, at] of this.#added) if (now - at > this.times.trustMs) this.#added.delete(id);
    const due = (await dueJobs(this.database.reader, { olderThanMs: this.times.graceMs, limit: ROWS })).filter((row) => !this.#added.has(jobIdOf(row)));
    if (!due.length) return;
    await this.queues.addMany(due);
    for (const row of due) this.#added.set(jobIdOf(row), now);
  }

  async #repairFinished(): Promise<void> {
    for (const row of await dueJobs(this.database.reader, { olderThanMs: this.times.repairMs, limit: REPAIRS })) {
      if (await this.queues.presence(row, this.times.repairMs) !== 'finished') continue;
      this.#logger.warn(`${row.job.name} ${jobIdOf(row)} ended without a mark: once more`);
      await this.queues.forget(row);
      await this.queues.addMany([row]);
    }
  }
}
