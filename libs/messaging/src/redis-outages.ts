import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { describeError, isRedisLost } from './describe-error.js';
import { onRedis } from './on-redis.js';
import type { QueueStore } from './transport/queue-store.js';

const ASK_EVERY_MS = 1_000;

/** One Redis, as this process sees it: that it is lost is told once, and once that it is back, however many connections notice. */
class RedisOutage {
  readonly #logger = new Logger('Redis');
  readonly #host: string;
  #lost = false;

  constructor(private readonly url: string) {
    this.#host = new URL(url).host;
  }

  hear(error: Error): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#logger.warn(`${this.#host} is lost: ${describeError(error)}. What needs it waits and goes on by itself.`);
    void this.#tellWhenBack();
  }

  async #tellWhenBack(): Promise<void> {
    do await pause(ASK_EVERY_MS, undefined, { ref: false }); while (!await this.#answers());
    this.#lost = false;
    this.#logger.warn(`${this.#host} is back.`);
  }

  #answers(): Promise<boolean> {
    return onRedis(this.url, (redis) => redis.ping()).then(() => true, () => false);
  }
}

/** By address, since all connections of a process meet the same outage. */
const outages = new Map<string, RedisOutage>();

const NETWORK = /^(E(CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND)|EAI_)/;
const isOfNetwork = (error: unknown): boolean => NETWORK.test(String((error as { code?: unknown } | null)?.code ?? ''));

function hear(store: QueueStore, error: Error, isLost: boolean, tell: (error: Error) => void): void {
  if (store.kind !== 'redis' || !isLost) return tell(error);
  const outage = outages.get(store.url) ?? new RedisOutage(store.url);
  outages.set(store.url, outage);
  outage.hear(error);
}

/** Hears an error of a connection to a store; `tell` gets what is no outage of Redis. */
export const hearConnection = (store: QueueStore, error: Error, tell: (error: Error) => void): void => hear(store, error, isRedisLost(error) || isOfNetwork(error), tell);

/** Hears why work failed that needs a store and the database, whose network errors read alike; `tell` gets what is no outage of Redis. */
export const hearWork = (store: QueueStore, error: unknown, tell: (error: Error) => void): void => hear(store, error as Error, isRedisLost(error), tell);
