import { DOOR_QUEUES } from '@tsunagu/contracts';
import { queueStore, type QueueStoreOptions } from '../queue-stores.js';
import type { QueueStore } from '../transport/queue-store.js';

/**
 * One outside service's own part of the queue server: `requests` and `control` to us, `results` back, `events` out. Nobody
 * else's keys or tables are in it, so on Redis an ACL user for its prefix, on PostgreSQL a role for its schema shuts the others out.
 */
export interface ServiceDoor { service: string; store: QueueStore }

export const DOOR_QUEUE_NAMES = Object.values(DOOR_QUEUES);

/** As whom a service reads the streams of events. */
export const consumerOf = (service: string): string => `door:${service}`;

export const doorOf = (options: QueueStoreOptions, service: string): ServiceDoor => ({ service, store: queueStore(options, `door-${service}`) });

/** The door of each service named in the settings (`SERVICES`, separated by commas). */
export const serviceDoors = (options: QueueStoreOptions, services: string): ServiceDoor[] => services.split(',').filter(Boolean).map((service) => doorOf(options, service));
