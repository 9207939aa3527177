import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { DOOR_QUEUES } from '@tsunagu/contracts';
import { describeError } from '../describe-error.js';
import { hearConnection } from '../redis-outages.js';
import { openQueue, within } from '../transport/queue-store.js';
import type { ServiceDoor } from './service-door.js';

const ASK_MS = 3_000;
const FORGET_MS = 20_000;

/** Looks at the queues of outside services' doors without taking part: how much waits, for how long. Opened when first asked for. */
export class DoorQueues {
  readonly #logger = new Logger('DoorQueues');
  readonly #open = new Map<string, Queue>();

  constructor(private readonly doors: readonly ServiceDoor[]) {}

  get services(): string[] {
    return this.doors.map(({ service }) => service);
  }

  /** Every queue of every door, named `service: queue`. */
  all(): { service: string; name: string; queue: Queue }[] {
    return this.doors.flatMap((door) => Object.values(DOOR_QUEUES).map((name) => ({ service: door.service, name, queue: this.#queue(door, name) })));
  }

  /** Requests of a service that wait or are in hand, and how long the oldest has waited. @throws Error where the queue does not answer within 3 s */
  async requests(service: string): Promise<{ open: number; oldestSeconds: number }> {
    const queue = this.#queue(this.doors.find((door) => door.service === service)!, DOOR_QUEUES.requests);
    return within(ASK_MS, 'counting requests', (async () => {
      const open = await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
      const [oldest] = open ? await queue.getJobs(['waiting', 'prioritized', 'active'], 0, 0, true) : [];
      return { open, oldestSeconds: oldest ? Math.max(0, Date.now() - oldest.timestamp) / 1_000 : 0 };
    })());
  }

  /** Takes events that name erased participants back from a service's mailbox, but for those that say so. (Their results: Deliveries.) */
  async forget(service: string, pseudonyms: string[]): Promise<void> {
    const queue = this.#queue(this.doors.find((door) => door.service === service)!, DOOR_QUEUES.events);
    const jobs = await within(FORGET_MS, 'reading a mailbox', queue.getJobs(['waiting', 'delayed', 'prioritized']));
    const names = (data: unknown): boolean => { const text = JSON.stringify(data); return pseudonyms.some((one) => text.includes(`"${one}"`)); };
    const named = jobs.filter((job) => job && job.name !== 'participant.erased' && names(job.data));
    await Promise.all(named.map((job) => job.remove().catch(() => undefined)));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((queue) => within(ASK_MS, 'closing a queue', queue.close()).catch(() => undefined)));
  }

  #queue({ service, store }: ServiceDoor, name: string): Queue {
    const key = `${service} ${name}`;
    const known = this.#open.get(key);
    if (known) return known;
    const queue = openQueue(store, name, {}, (lost) => hearConnection(store, lost, (error) => this.#logger.debug(`${key}: ${describeError(error)}`)));
    this.#open.set(key, queue);
    return queue;
  }
}
