import { useEffect, useState } from 'react';
import { minutesLeft } from './minutes-left.js';
import { serverNow } from './server-clock.js';

const LOOK_EVERY_MS = 5_000;

/** Whole minutes until a moment, kept right while it is looked at; undefined where there is none. */
export function useMinutesLeft(moment: string | null): number | undefined {
  const [now, setNow] = useState(() => serverNow());
  useEffect(() => {
    if (moment === null) return;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [moment]);
  return minutesLeft(moment, now);
}
