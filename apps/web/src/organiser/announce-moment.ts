/** The moment at which a time of day falls on the event's day here; null where no time is named. */
export const momentOn = (heldOn: string, time: string): string | null => (time ? new Date(`${heldOn}T${time}`).toISOString() : null);

/** Are these the same minute? The field knows nothing finer. */
export const isSameMinute = (one: string | null, other: string | null): boolean => minuteOf(one) === minuteOf(other);
const minuteOf = (moment: string | null): number | null => (moment === null ? null : Math.floor(Date.parse(moment) / 60_000));
