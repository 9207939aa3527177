import { Injectable } from '@nestjs/common';
import { Problem } from '@tsunagu/contracts';
import { JobsFromLog } from '@tsunagu/messaging';
import { append, Database, findEvent, holdOpen, type Entry, type Transaction } from '@tsunagu/storage';
import { endsWithEvent, revivesEvent } from './access/closing.js';
import { runningOperation } from './http/operation.js';

/** What a piece of work has changed: its result, and what is to be told. */
export interface Change<T> { result: T; tell: Entry[] }

/** Commits a change together with its log rows, then adds the jobs that they order. What ends with the event is done while it is open, or refused; what would revive one, before it is erased. */
@Injectable()
export class Changes {
  constructor(private readonly database: Database, private readonly jobs: JobsFromLog) {}

  async commit<T>(eventId: string, work: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
    const operation = runningOperation();
    const { result, due } = await this.database.transaction(async (tx) => {
      // the guard has looked before: the event may have been closed since, or be on the point of it
      if (operation && endsWithEvent(operation) && !await holdOpen(tx, eventId)) throw new Problem('event.closed');
      const change = await work(tx);
      // the same for its erasure; what would revive an event has locked its row by now
      if (operation && revivesEvent(operation) && (await findEvent(tx, eventId))?.erasedAt) throw new Problem('event.erased');
      return { result: change.result, due: await append(tx, eventId, change.tell) };
    });
    await this.jobs.addNow(due);
    return result;
  }
}
