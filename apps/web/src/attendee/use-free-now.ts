import { useEffect, useState } from 'react';
import { freeNow } from './filter-people.js';
import { usePhone } from './phone.js';

const LOOK_EVERY_MS = 20_000;

/** Who is free to talk now, participant → where. Looked at again as time passes. */
export function useFreeNow(): Map<string, string> {
  const { state: { free } } = usePhone();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (free.length === 0) return;
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [free]);
  return freeNow(free, now);
}
