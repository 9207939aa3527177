import { keep, namesKept } from '../live/kept-locally.js';

const KEPT_AS = 'tsunagu.settings.';

/** The name under which what is typed into an event's settings is kept in this browser. */
export const settingsKeptAs = (eventId: string): string => KEPT_AS + eventId;

/** Forgets what was typed into the settings of all events: this computer is left to the next. */
export function forgetSettings(): void {
  for (const name of namesKept()) if (name.startsWith(KEPT_AS)) keep(name, undefined);
}
