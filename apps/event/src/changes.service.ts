import { Injectable } from '@nestjs/common';
import { JobsFromLog } from '@tsunagu/messaging';
import { append, Database, type Entry, type Transaction } from '@tsunagu/storage';

/** What a piece of work has changed: its result, and what is to be told. */
export interface Change<T> { result: T; tell: Entry[] }

/** Commits a change together with its log rows, then adds the jobs that they order. */
@Injectable()
export class Changes {
  constructor(private readonly database: Database, private readonly jobs: JobsFromLog) {}

  async commit<T>(eventId: string, work: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
    const { result, due } = await this.database.transaction(async (tx) => {
      const change = await work(tx);
      return { result: change.result, due: await append(tx, eventId, change.tell) };
    });
    await this.jobs.addNow(due);
    return result;
  }
}
