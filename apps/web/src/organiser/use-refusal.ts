import { useEffect, useRef, useState, type RefObject } from 'react';
import { Refusal } from '../live/call.js';
import { say } from '../look/language.js';
import { useErrorText } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';

export interface RefusedForm {
  form: RefObject<HTMLFormElement | null>;
  /** what is wrong with a field, or with a part of it */
  wrong: (field: string) => string | undefined;
  /** what stands at no field */
  rest: string | undefined;
  setError: (error: unknown) => void;
  /** what was wrong with these fields is no longer said: they have been written anew */
  rewritten: (fields: readonly string[]) => void;
}

/** Why the service refused a form. What is wrong with a field stands at it, and the first such field is brought into sight. @param fields those that show it */
export function useRefusal(fields: readonly string[]): RefusedForm {
  const { language } = useTranslation();
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [error, setRefused] = useState<unknown>();
  const [anew, setAnew] = useState<readonly string[]>([]);
  const setError = (refused: unknown): void => { setRefused(refused); setAnew([]); };
  const rewritten = (these: readonly string[]): void => { if (error !== undefined) setAnew((old) => [...new Set([...old, ...these])]); };
  const named = error instanceof Refusal ? error.body.errors ?? [] : [];
  const errors = named.filter(({ field }) => !anew.includes(field.split('.')[0]!));
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [error]);
  const wrong = (field: string): string | undefined => {
    const problem = errors.find((one) => one.field === field || one.field.startsWith(`${field}.`));
    return problem && say(problem, language);
  };
  const elsewhere = errors.find((one) => !fields.includes(one.field.split('.')[0]!));
  const rest = error === undefined || (named.length > 0 && !elsewhere) ? undefined : elsewhere ? say(elsewhere, language) : errorText(error);
  return { form, wrong, rest, setError, rewritten };
}
