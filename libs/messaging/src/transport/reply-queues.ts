import type { JobsOptions, Queue } from 'bullmq';
import { openQueue, within, type QueueStore } from './queue-store.js';

const OPEN_AT_MOST = 20;
const CLOSE_MS = 5_000;

/** Writing ends of the queues on which askers wait. Askers choose the names, so only the latest used stay open. */
export class ReplyQueues<Data> {
  readonly #open = new Map<string, Queue<Data>>();

  constructor(private readonly store: QueueStore, private readonly defaults: JobsOptions, private readonly onError: (name: string, error: Error) => void) {}

  get(name: string): Queue<Data> {
    const queue = this.#open.get(name) ?? openQueue<Data>(this.store, name, this.defaults, (error) => this.onError(name, error));
    this.#open.delete(name);
    this.#open.set(name, queue);
    if (this.#open.size > OPEN_AT_MOST) this.#closeOldest();
    return queue;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map(closeQuietly));
    this.#open.clear();
  }

  #closeOldest(): void {
    const [name, queue] = this.#open.entries().next().value!;
    this.#open.delete(name);
    // whoever got it just now may still be adding
    setTimeout(() => void closeQuietly(queue), CLOSE_MS).unref();
  }
}

const closeQuietly = (queue: Queue): Promise<void> => within(CLOSE_MS, 'closing a queue', queue.close()).catch(() => undefined);
