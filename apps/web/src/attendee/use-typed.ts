import { useState } from 'react';
import { usePhone } from './phone.js';

/**
 * What stands in a form of one of the tabs, kept while another tab is looked at.
 * @returns `[value, put, forget]`; `forget` is for what has been saved: the form begins anew, unless something was typed since then
 */
export function useTyped<T>(name: string, initial: T): [T, (next: T) => void, (saved: T) => void] {
  const { typed } = usePhone();
  const [value, setValue] = useState(() => (typed.has(name) ? (typed.get(name) as T) : initial));
  const put = (next: T): void => {
    typed.set(name, next);
    setValue(next);
  };
  return [value, put, (saved) => {
    if (typed.get(name) !== saved) return;
    typed.delete(name);
    setValue(initial);
  }];
}
