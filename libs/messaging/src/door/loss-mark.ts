import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { DOOR_MARK } from '@tsunagu/contracts';
import { deliverAgain, findDoorMark, rewindAll, saveDoorMark, takeTurn, type Database } from '@tsunagu/storage';
import { describeError } from '../describe-error.js';
import { hearConnection } from '../redis-outages.js';
import { openQueue, within } from '../transport/queue-store.js';
import { consumerOf, type ServiceDoor } from './service-door.js';

const ASK_MS = 5_000;

/**
 * Notices that the queues of a door have lost what lay on them, as when Redis comes back without its disk: then a job is gone that nobody
 * takes. What was marked as delivered may not have been fetched, so that everything is told once more: results that have not expired,
 * and the events, from the first one on. Services drop what they have.
 */
export class LossMark {
  readonly #logger = new Logger('LossMark');
  #queue?: Queue;

  constructor(private readonly door: ServiceDoor, private readonly database: Database) {}

  /** @throws Error where the queues' server does not answer within 5 s */
  async look(): Promise<void> {
    const { service } = this.door;
    const known = await findDoorMark(this.database.reader, service);
    if (known !== null && await this.#lies(known)) return;
    await this.database.transaction(async (tx) => {
      await takeTurn(tx, consumerOf(service)); // nothing is forwarded meanwhile
      if (await findDoorMark(tx, service) !== known) return;
      if (known !== null) {
        this.#logger.warn(`the queues of ${service} have lost what lay on them: results and events are told once more`);
        await deliverAgain(tx, service);
        await rewindAll(tx, consumerOf(service));
      }
      const next = (known ?? 0) + 1;
      await saveDoorMark(tx, service, next);
      await within(ASK_MS, 'marking a door', this.#open().add(DOOR_MARK, {}, { jobId: jobIdOf(next) }));
    });
  }

  async close(): Promise<void> {
    if (this.#queue) await within(ASK_MS, 'closing a queue', this.#queue.close()).catch(() => undefined);
  }

  async #lies(number: number): Promise<boolean> {
    return await within(ASK_MS, 'looking for a mark', this.#open().getJob(jobIdOf(number))) !== undefined;
  }

  #open(): Queue {
    return this.#queue ??= openQueue(this.door.store, DOOR_MARK, {}, (lost) => hearConnection(this.door.store, lost, (error) => this.#logger.debug(`${this.door.service} ${DOOR_MARK}: ${describeError(error)}`))) as Queue;
  }
}

const jobIdOf = (number: number): string => `${DOOR_MARK}-${number}`;
