/** Whole minutes until a moment, rounded up: "one minute" until it is there. 0 when it has come; undefined where there is none. */
export const minutesLeft = (moment: string | null, now: number): number | undefined => (moment === null ? undefined : Math.max(0, Math.ceil((Date.parse(moment) - now) / 60_000)));

/** Time of day at which a moment falls here: 14:05. */
export const timeOfDay = (moment: string): string => new Date(moment).toLocaleTimeString('ja', { hour: '2-digit', minute: '2-digit' });
