import { useEffect, useRef, type RefObject } from 'react';

/** Brings what an address leads to into sight, with the focus. */
export function useWanted<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (!wanted) return;
    const { current } = element;
    // of what is higher than the window, the middle would leave its heading out of sight
    current!.scrollIntoView({ block: current!.offsetHeight > innerHeight / 2 ? 'start' : 'center' });
    current!.focus({ preventScroll: true });
  }, [wanted]);
  return element;
}
