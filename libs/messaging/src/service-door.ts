import { queueStore, type QueueStore, type QueueStoreOptions } from './queue-store.js';

/**
 * One outside service's own part of the queue server: `requests` to us, `results` back, `events` out. Nobody else's keys
 * or tables are in it, so on Redis an ACL user for its prefix, on PostgreSQL a role for its schema shuts the others out.
 */
export interface ServiceDoor { service: string; store: QueueStore }

/** The door of each service named in the settings (`SERVICES`, separated by commas). */
export const serviceDoors = (options: QueueStoreOptions, services: string): ServiceDoor[] =>
  services.split(',').filter(Boolean).map((service) => ({ service, store: queueStore(options, `door-${service}`) }));
