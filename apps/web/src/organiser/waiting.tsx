import { useEffect, useRef } from 'react';
import { useTranslation } from '../look/translation.js';
import { newSince } from './new-since.js';

/** How many wait on a tab, as a badge with its words for who does not see it. */
export function WaitingCount({ count, words }: { count: number; words: string }) {
  return count > 0 && <> <span className="count">{count}<span className="unseen"> {words}</span></span></>;
}

/** Says in the window's title how many wait, for whoever looks at another window. */
export function useTitleCount(count: number): void {
  const { language } = useTranslation('board'); // the title changes with it
  useEffect(() => {
    if (count === 0) return;
    const { title } = document;
    document.title = `(${count}) ${title}`;
    return () => { document.title = title; };
  }, [count, language]);
}

/** Tells of each that comes in; those that are there when the console is opened stand in its lists. */
export function useTellNew<T extends { id: string }>(waiting: readonly T[], since: (one: T) => string, tell: (one: T) => void): void {
  const seen = useRef<readonly T[] | undefined>(undefined);
  useEffect(() => {
    for (const one of newSince(seen.current ?? waiting, waiting, since)) tell(one);
    seen.current = waiting;
  });
}
