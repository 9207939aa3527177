import type { TeamView } from '@tsunagu/contracts';

/** How many people a published team has once so many more sit in it, where that is more than its size allows; null where they have room. */
export const fullBy = ({ members, openSeats }: Pick<TeamView, 'members' | 'openSeats'>, more: number): number | null => (more > openSeats ? members.length + more : null);
