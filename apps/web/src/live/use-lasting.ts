import { useEffect, useState } from 'react';

const QUIET_FOR_MS = 2_000;

/** True once something has been so for two seconds: short cuts need no banner. */
export function useLasting(value: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), QUIET_FOR_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return value && lasting;
}
