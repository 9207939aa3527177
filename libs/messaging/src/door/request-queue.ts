import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { CONTROL_PATTERNS, DOOR_QUEUES } from '@tsunagu/contracts';
import type { MatchRequestRow } from '@tsunagu/storage';
import { describeError } from '../describe-error.js';
import { hearConnection } from '../redis-outages.js';
import { openQueue, within } from '../transport/queue-store.js';
import type { ServiceDoor } from './service-door.js';

const ADD_MS = 5_000;

/** Puts requests that are kept in the database on the queues of their service. Opens a queue when it is first needed. */
export class RequestQueue {
  readonly #logger = new Logger('RequestQueue');
  readonly #queues = new Map<string, Queue>();

  constructor(private readonly door: ServiceDoor) {}

  /** Adding a request again changes nothing while its queue knows it. @throws Error when the queue's server does not answer within 5 s */
  async add({ id, round, pattern, message, priority, acceptedAt }: Pick<MatchRequestRow, 'id' | 'round' | 'pattern' | 'message' | 'priority' | 'acceptedAt'>): Promise<void> {
    const name = Object.hasOwn(CONTROL_PATTERNS, pattern) ? DOOR_QUEUES.control : DOOR_QUEUES.requests;
    const options = { jobId: `r-${id}-${round}`, priority, timestamp: acceptedAt.getTime(), removeOnComplete: true, removeOnFail: true };
    await within(ADD_MS, 'queueing a request', this.#open(name).add(pattern, message, options));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => within(ADD_MS, 'closing a queue', queue.close()).catch(() => undefined)));
  }

  #open(name: string): Queue {
    const known = this.#queues.get(name);
    if (known) return known;
    const queue = openQueue(this.door.store, name, {}, (lost) => hearConnection(this.door.store, lost, (error) => this.#logger.debug(`${this.door.service} ${name}: ${describeError(error)}`)));
    this.#queues.set(name, queue as Queue);
    return queue as Queue;
  }
}
