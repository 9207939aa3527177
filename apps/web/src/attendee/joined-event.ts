import { keep, readKept } from '../live/kept-locally.js';

/** What this browser remembers of the event that was open in it last: the way back to it, also after the tab was closed. */
export interface JoinedEvent { eventId: string; title: string }

const KEPT_AS = 'tsunagu.joined';

export const readJoined = (): JoinedEvent | undefined => readKept<JoinedEvent>(KEPT_AS);
export const keepJoined = (event: JoinedEvent | undefined): void => keep(KEPT_AS, event);
