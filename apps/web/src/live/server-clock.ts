/** A header tells whole seconds, and travels a while: less than this is no wrong clock. */
const NOTICED_MS = 5_000;
let ahead = 0;

/** Learns from the `Date` of an answer how far this device's clock is off. Without a date nothing is learnt. */
export function hearServerTime(date: string | null, now = Date.now()): void {
  const difference = Date.parse(date ?? '') - now;
  if (Math.abs(difference - ahead) > NOTICED_MS) ahead = Math.abs(difference) > NOTICED_MS ? difference : 0;
}

/** What time it is for the service, in milliseconds. */
export const serverNow = (now = Date.now()): number => now + ahead;
