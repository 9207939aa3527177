import { useEffect, useState } from 'react';
import { minutesLeft } from './minutes-left.js';

const LOOK_EVERY_MS = 5_000;

/** Whole minutes until a moment, kept right while it is looked at; undefined where there is none. */
export function useMinutesLeft(moment: string | null): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (moment === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [moment]);
  return minutesLeft(moment, now);
}
