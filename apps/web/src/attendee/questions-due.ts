import type { EventCard } from '@tsunagu/contracts';

const WEEKS_LATER_MS = 14 * 86_400_000;

/** What a team's members are asked by now: how it was, once the event is over; whether it goes on, two weeks after the day. */
export function questionsDue({ state, heldOn }: Pick<EventCard, 'state' | 'heldOn'>, now: Date): { rating: boolean; going: boolean } {
  const day = Date.parse(`${heldOn}T00:00:00Z`);
  return { rating: state === 'closed' || now.getTime() >= day + 2 * 86_400_000, going: now.getTime() >= day + WEEKS_LATER_MS };
}
