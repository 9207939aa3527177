import { useEffect, useRef } from 'react';

/** What ends with a sheet: whoever closes it, or signs out meanwhile, sends nothing later. @returns the signal of the sheet that is open */
export function useWhileOpen(): () => AbortSignal {
  const open = useRef<AbortController>(undefined);
  useEffect(() => {
    const now = new AbortController();
    open.current = now;
    return () => now.abort();
  }, []);
  return () => open.current!.signal;
}
