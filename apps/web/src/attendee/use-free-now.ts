import { useEffect, useState } from 'react';
import { serverNow } from '../live/server-clock.js';
import { freeNow } from './filter-people.js';
import { usePhone } from './phone.js';

const LOOK_EVERY_MS = 20_000;

/** Who is free to talk now, participant → where. Looked at again as time passes. */
export function useFreeNow(): Map<string, string> {
  const { state: { free } } = usePhone();
  const [now, setNow] = useState(() => serverNow());
  useEffect(() => {
    setNow(serverNow());
    if (free.length === 0) return;
    const timer = setInterval(() => setNow(serverNow()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [free]);
  return freeNow(free, now);
}
