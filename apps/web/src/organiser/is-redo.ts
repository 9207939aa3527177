/** Whether Ctrl+Y, Ctrl+Shift+Z or ⌘⇧Z is pressed outside a text that has a redo of its own. */
export const isRedo = ({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean =>
  ((key.toLowerCase() === 'z' && shiftKey && (ctrlKey || metaKey)) || (key === 'y' && ctrlKey && !shiftKey)) && !(target as Element).matches('input, textarea');
