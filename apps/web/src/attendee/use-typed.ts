import { useState } from 'react';
import { keep, readKept } from '../live/kept-locally.js';
import { usePhone } from './phone.js';

/**
 * What I have typed into a form and not saved: it stands there again after another tab was looked at, the sheet was closed, or the page
 * was loaded anew.
 * @returns `[value, put, forget, putBack]`; `forget` is for what has been saved: the form begins anew, unless something was typed since then;
 * `putBack` is for what was forgotten and then refused: it stands there again, unless something else does by then
 */
export function useTyped<T>(name: string, initial: T): [T, (next: T) => void, (saved: T) => void, (refused: T) => void] {
  const { eventId, state: { me } } = usePhone();
  // under my own name too: on a shared phone it is not for whoever comes back to their page
  const keptAs = `tsunagu.typed.${eventId}.${me.id}.${name}`;
  const [value, setValue] = useState(() => readKept<T>(keptAs) ?? initial);
  const put = (next: T): void => {
    keep(keptAs, next);
    setValue(next);
  };
  return [value, put, (saved) => {
    if (JSON.stringify(readKept(keptAs)) !== JSON.stringify(saved)) return;
    keep(keptAs, undefined);
    setValue(initial);
  }, (refused) => {
    if (readKept(keptAs) === undefined) put(refused);
  }];
}
