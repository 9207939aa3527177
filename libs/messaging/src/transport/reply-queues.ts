import type { JobsOptions, Queue } from 'bullmq';
import { openQueue, within, type QueueStore } from './queue-store.js';

const OPEN_AT_MOST = 20;
const CLOSE_MS = 5_000;

interface Open<Data> { queue: Queue<Data>; users: number }

/**
 * Writing ends of the queues on which askers wait. Askers choose the names, so only the latest used stay open: each has
 * connections of its own, and is closed as soon as it has to make room.
 */
export class ReplyQueues<Data> {
  readonly #open = new Map<string, Open<Data>>();
  #closing: Promise<void> = Promise.resolve();

  constructor(private readonly store: QueueStore, private readonly defaults: JobsOptions, private readonly onError: (name: string, error: Error) => void) {}

  /** Does something with a queue, which stays open meanwhile. */
  async use<T>(name: string, work: (queue: Queue<Data>) => Promise<T>): Promise<T> {
    const one = await this.#take(name);
    try {
      return await work(one.queue);
    } finally {
      one.users--;
    }
  }

  async close(): Promise<void> {
    await this.#closing;
    await Promise.all([...this.#open.values()].map(({ queue }) => closeQuietly(queue)));
    this.#open.clear();
  }

  async #take(name: string): Promise<Open<Data>> {
    if (!this.#open.has(name)) await (this.#closing = this.#closing.then(() => this.#makeRoom()));
    const one = this.#open.get(name) ?? { queue: openQueue<Data>(this.store, name, this.defaults, (error) => this.onError(name, error)), users: 0 };
    one.users++;
    this.#open.delete(name);
    this.#open.set(name, one);
    return one;
  }

  /** Closes those that nobody uses just now, the longest unused first, until there is room for one more. */
  async #makeRoom(): Promise<void> {
    for (const [name, { queue, users }] of this.#open) {
      if (this.#open.size < OPEN_AT_MOST) return;
      if (users) continue;
      this.#open.delete(name);
      await closeQuietly(queue);
    }
  }
}

const closeQuietly = (queue: Queue): Promise<void> => within(CLOSE_MS, 'closing a queue', queue.close()).catch(() => undefined);
