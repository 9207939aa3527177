import { within } from './transport/queue-store.js';

export type Health = 'ok' | 'down';
export const CHECK_MS = 2_000;

/** Whether something that a service needs answers, within two seconds. */
export const healthOf = (work: Promise<unknown>): Promise<Health> => within(CHECK_MS, 'asking', work).then(() => 'ok' as const, () => 'down' as const);
