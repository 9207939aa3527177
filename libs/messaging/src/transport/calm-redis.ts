import { createIORedisClient, RedisConnection } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';

/**
 * Every client of Redis that BullMQ makes has a listener that stays. BullMQ takes its own from a client that it closes, also
 * from one that still tries to reach a lost server, and what nobody hears ioredis prints with its stack.
 */
export function calmRedisClients(): void {
  RedisConnection.clientFactory = ({ url, ...options }: RedisOptions & { url?: string }) => {
    const client = url === undefined ? new Redis(options) : new Redis(url, options);
    client.on('error', () => undefined);
    return createIORedisClient(client);
  };
}
