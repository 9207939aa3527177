import { useCallback, type RefCallback } from 'react';

const APART = 12;

/** Keeps what is brought into sight clear of the sticky head, however high reports and calls make it. @returns the head's ref */
export function useHeadRoom(): RefCallback<HTMLElement> {
  return useCallback((head: HTMLElement | null) => {
    if (!head) return undefined;
    const { style } = document.documentElement;
    const sizes = new ResizeObserver(() => { style.scrollPaddingTop = `${head.offsetHeight + APART}px`; });
    sizes.observe(head);
    return () => {
      sizes.disconnect();
      style.scrollPaddingTop = '';
    };
  }, []);
}
