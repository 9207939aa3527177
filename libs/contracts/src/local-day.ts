/** The day of the calendar on the wall where this runs, as YYYY-MM-DD; until nine in Japan's morning that of UTC is yesterday's. */
export const localDay = (now: Date): string => new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
