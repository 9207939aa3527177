import { useEffect, useRef } from 'react';
import { isUndo } from '../look/is-undo.js';

/** Ctrl+Z while a draft is in view: its own last change comes first, before anything that was told. @param undo nothing where there is none of one's own */
export function useUndoKey(undo: (() => void) | undefined): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!latest.current || !isUndo(event)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    // before the notices, which listen to the same key
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}
