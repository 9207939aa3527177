import { keep } from '../live/kept-locally.js';

/** Forgets what this browser keeps of an event. The profile that somebody takes along to the next one is theirs, and stays. */
export function forgetEvent(eventId: string): void {
  for (const name of ['introduction', 'outbox', 'revealed', 'seen']) keep(`tsunagu.${name}.${eventId}`, undefined);
}
