/** Whether Ctrl+Z or ⌘Z is pressed outside a text that has an undo of its own. */
export const isUndo = ({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean =>
  key === 'z' && (ctrlKey || metaKey) && !shiftKey && !(target as Element).matches('input, textarea');
