import { Injectable } from '@nestjs/common';
import { JobsFromLog } from '@tsunagu/messaging';
import { append, Database, failJob, takeJob, type Change, type Entry, type Transaction } from '@tsunagu/storage';

/** Commits a job's effect, its mark and what is to be told in one transaction, then adds the jobs that follow. */
@Injectable()
export class JobCommits {
  constructor(private readonly database: Database, private readonly jobs: JobsFromLog) {}

  /**
   * @param lock takes the row locks that the effect needs, before the mark: the order in which erasing takes them
   * @param work does it; not called where the job has been done before
   */
  async commit(eventId: string, change: Change, lock: (tx: Transaction) => Promise<unknown>, work: (tx: Transaction) => Promise<Entry[]>): Promise<void> {
    const due = await this.database.transaction(async (tx) => {
      await lock(tx);
      return await takeJob(tx, change) ? append(tx, eventId, await work(tx)) : [];
    });
    await this.jobs.addNow(due);
  }

  /** Marks a job as failed for good and tells those who wait. One whose commit arrived, though its answer was lost, has not failed. */
  async giveUp(eventId: string, change: Change, code: string, lock: (tx: Transaction) => Promise<unknown>, work: (tx: Transaction) => Promise<Entry[]>): Promise<void> {
    const due = await this.database.transaction(async (tx) => {
      await lock(tx);
      return await failJob(tx, change, code) ? append(tx, eventId, await work(tx)) : [];
    });
    await this.jobs.addNow(due);
  }
}
