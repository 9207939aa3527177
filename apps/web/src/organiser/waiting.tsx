import { useEffect, useRef } from 'react';
import { newSince } from './new-since.js';

/** How many wait on a tab, as a badge with its words for who does not see it. */
export function WaitingCount({ count, words }: { count: number; words: string }) {
  return count > 0 && <> <span className="count">{count}<span className="unseen"> {words}</span></span></>;
}

/** Tells of each that comes in; those that are there when the console is opened stand in its lists. */
export function useTellNew<T extends { id: string }>(waiting: readonly T[], since: (one: T) => string, tell: (one: T) => void): void {
  const seen = useRef<readonly T[] | undefined>(undefined);
  useEffect(() => {
    for (const one of newSince(seen.current ?? waiting, waiting, since)) tell(one);
    seen.current = waiting;
  });
}
