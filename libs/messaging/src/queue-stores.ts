import type { QueueStore } from './transport/queue-store.js';

export interface QueueStoreOptions { databaseUrl: string; redisUrl?: string; namespace: string }

/** The store of a namespace: Redis where it is configured, else PostgreSQL. `room` names a part that others must not read. */
export function queueStore({ databaseUrl, redisUrl, namespace }: QueueStoreOptions, room?: string): QueueStore {
  if (redisUrl) return { kind: 'redis', url: redisUrl, prefix: room ? `${namespace}-${room}` : namespace };
  return { kind: 'postgres', url: databaseUrl, schema: (room ? `${namespace}_${room}` : namespace).replaceAll('-', '_') };
}
