import { reasonOf } from '@tsunagu/storage';
import { Redis } from 'ioredis';

/** Redis does not answer; the message is what the driver says. */
export class RedisUnreachable extends Error {}

const ANSWER_MS = 5_000;

/** One piece of work on a connection of its own, without waiting for a lost server. @throws RedisUnreachable */
export async function onRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: ANSWER_MS, commandTimeout: ANSWER_MS, maxRetriesPerRequest: 0 });
  let cause: Error | undefined;
  redis.on('error', (error) => { cause = error; });
  try {
    await redis.connect().catch((error: Error) => { throw new RedisUnreachable(reasonOf(cause ?? error), { cause: cause ?? error }); });
    return await work(redis);
  } finally {
    // Where it never connected, this would keep the process for two seconds.
    if (redis.status !== 'end') redis.disconnect();
  }
}
