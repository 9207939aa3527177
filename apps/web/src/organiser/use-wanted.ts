import { useEffect, useRef, type RefObject } from 'react';

/** Brings what an address leads to into sight, with the focus. */
export function useWanted<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (!wanted) return;
    element.current!.scrollIntoView({ block: 'center' });
    element.current!.focus({ preventScroll: true });
  }, [wanted]);
  return element;
}
