import { useEffect, useState, type RefObject } from 'react';

/** Width and height in pixels. */
export interface Area { width: number; height: number }

/** How much room an element has, as it changes. */
export function useArea(element: RefObject<HTMLElement | null>): Area | undefined {
  const [area, setArea] = useState<Area>();
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setArea({ width: Math.floor(entry!.contentRect.width), height: Math.floor(entry!.contentRect.height) }));
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return area;
}
