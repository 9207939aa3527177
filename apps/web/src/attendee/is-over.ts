import type { PhoneState } from '@tsunagu/contracts';

/** Is the event over? Participants no longer see each other then, and nothing more happens in it. */
export const isOver = ({ event }: Pick<PhoneState, 'event'>): boolean => event.state === 'closed';
