import { keep, namesKept } from '../live/kept-locally.js';
import { keepJoined, readJoined } from './joined-event.js';

/** Forgets what this browser keeps of an event. The profile that somebody takes along to the next one is theirs, and stays. */
export function forgetEvent(eventId: string): void {
  for (const name of namesKept()) if (name.includes(eventId)) keep(name, undefined);
  if (readJoined()?.eventId === eventId) keepJoined(undefined);
}
