import { expect, it } from '@jest/globals';
import { isRedo } from './is-redo.js';

const pressed = (key: string, { on = 'button', ...keys }: { on?: string; ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean }) =>
  isRedo({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...keys, target: { matches: (which: string) => which.split(', ').includes(on) } } as unknown as KeyboardEvent);

it('redo is Ctrl+Y, Ctrl+Shift+Z and, on a Mac, ⌘⇧Z, but for texts, which have their own', () => {
  expect([pressed('y', { ctrlKey: true }), pressed('Z', { ctrlKey: true, shiftKey: true }), pressed('z', { metaKey: true, shiftKey: true })]).toEqual([true, true, true]);
  expect([pressed('z', { ctrlKey: true }), pressed('y', {}), pressed('Z', { shiftKey: true }), pressed('y', { metaKey: true })]).toEqual([false, false, false, false]);
  for (const on of ['input', 'textarea']) expect(pressed('y', { ctrlKey: true, on })).toBe(false);
});
