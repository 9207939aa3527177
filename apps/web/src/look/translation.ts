import type { Language } from '@tsunagu/contracts';
import { useMemo, useSyncExternalStore } from 'react';
import type { phone } from '../attendee/words/ja.js';
import type { outside } from '../organiser/words/ja-outside.js';
import type { room } from '../organiser/words/ja-room.js';
import type { board } from '../organiser/words/ja.js';
import type { wall } from '../wall/words/ja.js';
import type { look } from './words/ja.js';

/** The same tree of words in another language: a missing one does not compile. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
interface Spaces { look: typeof look; phone: typeof phone; board: typeof board; room: typeof room; outside: typeof outside; wall: typeof wall }
type Space = keyof Spaces;
type Path<T> = { [K in keyof T & (string | number)]: T[K] extends string ? `${K}` : `${K}.${Path<T[K]>}` }[keyof T & (string | number)];
/** Keys of the first space bare, those of the others with their name before them: `look:close`. */
type Key<S extends readonly Space[]> = Path<Spaces[S[0]]> | { [Other in S[number]]: `${Other}:${Path<Spaces[Other]>}` }[S[number]];
type Values = Record<string, string | number>;
export type Translate<S extends readonly Space[]> = (key: Key<S>, values?: Values) => string;

type Tree = { [key: string]: string | Tree };
export type LoadedWords = Partial<Record<Space, object>>;

let present: { language: Language; words: LoadedWords } = { language: 'ja', words: {} };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Speaks in this language from now on. */
export function setWords(language: Language, words: LoadedWords): void {
  present = { language, words };
  for (const listener of listeners) listener();
}

const find = (words: LoadedWords, space: string, path: string): string | undefined => {
  const found = path.split('.').reduce<string | Tree | undefined>((tree, name) => (typeof tree === 'object' ? tree[name] : undefined), words[space as Space] as Tree | undefined);
  return typeof found === 'string' ? found : undefined;
};

/** A name that ends in a form of address gets no second one. */
const ADDRESSED = /(?:さん|さま|様|ちゃん|くん|君|先生)(?:（[^（）]*）)?$/u;

/** The words at a key, or the key itself where there are none; `{{name}}` is filled in, and English has its singular at `…_one`. */
export function translate(words: LoadedWords, first: string, key: string, values: Values = {}): string {
  const [, space = first, path = key] = /^(\w+):(.+)$/.exec(key) ?? [];
  const sentence = (values.count === 1 ? find(words, space, `${path}_one`) : undefined) ?? find(words, space, path);
  return sentence?.replace(/\{\{(\w+)\}\}(さん)?/g, (_, name: string, san = '') => `${values[name] ?? ''}${ADDRESSED.test(String(values[name])) ? '' : san}`) ?? path;
}

/** The page's words in its present language. `t` stays the same function until the language changes. */
export function useTranslation<const S extends Space | readonly [Space, ...Space[]] = 'look'>(spaces?: S): { t: Translate<S extends Space ? readonly [S] : S extends readonly Space[] ? S : never>; language: Language } {
  const { language, words } = useSyncExternalStore(subscribe, () => present);
  const first = typeof spaces === 'string' ? spaces : spaces?.[0] ?? 'look';
  const t = useMemo(() => (key: string, values?: Values) => translate(words, first, key, values), [words, first]);
  return { t: t as never, language };
}
