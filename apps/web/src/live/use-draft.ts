import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, readKept } from './kept-locally.js';

const KEEP_EVERY_MS = 1_000;

export interface Draft<T> { value: T; change: (next: Partial<T>) => void; forget: () => void }

/** A form's content that survives reloads: kept at most a second after a change, and when the page is left. */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const [value, setValue] = useState<T>(() => ({ ...initial, ...readKept<Partial<T>>(name) }));
  const latest = useRef<T | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (latest.current) keep(name, latest.current);
    latest.current = undefined;
  }, [name]);

  useEffect(() => {
    addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', write);
    return () => {
      removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', write);
      write();
    };
  }, [write]);

  const change = useCallback((next: Partial<T>) => {
    setValue((old) => (latest.current = { ...old, ...next }));
    timer.current ??= setTimeout(write, KEEP_EVERY_MS);
  }, [write]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = undefined;
    keep(name, undefined);
  }, [name]);

  return { value, change, forget };
}
