import { createHmac } from 'node:crypto';

/** The name under which other services know a participant: differs from event to event, and only the event's key leads back. */
export const pseudonymOf = (event: { pseudonymKey: string }, participantId: string): string =>
  createHmac('sha256', event.pseudonymKey).update(participantId).digest('hex').slice(0, 24);
