import { useRef, useState } from 'react';
import { once } from './once.js';

/** What a button or a form does, once however often it is pressed; and what its button says while it runs. */
export function useOnce<Given extends unknown[]>(run: (...given: Given) => Promise<unknown>): [go: (...given: Given) => void, parts: { 'aria-disabled': true | undefined }] {
  const latest = useRef(run);
  latest.current = run;
  const [running, setRunning] = useState(false);
  const [go] = useState(() => once((...given: Given) => latest.current(...given), setRunning));
  return [(...given) => void go(...given), { 'aria-disabled': running || undefined }];
}
