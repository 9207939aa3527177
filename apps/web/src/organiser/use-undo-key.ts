import { useEffect, useRef } from 'react';
import { isUndo } from '../look/is-undo.js';
import { isRedo } from './is-redo.js';

/** Ctrl+Z and Ctrl+Y while a draft is in view: its own last change comes first, before anything that was told. @param undo nothing where there is none of one's own; `redo` likewise */
export function useUndoKey(undo: (() => void) | undefined, redo: (() => void) | undefined): void {
  const latest = useRef({ undo, redo });
  latest.current = { undo, redo };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = isUndo(event) ? latest.current.undo : isRedo(event) ? latest.current.redo : undefined;
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      step();
    };
    // before the notices, which listen to the same key
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
}
