import i18next, { type i18n } from 'i18next';
import { LANGUAGES, type FieldProblem, type Language, type ProblemBody, type Sentence } from '@tsunagu/contracts';
import { initReactI18next } from 'react-i18next';
import { keep, readKept } from '../live/kept-locally.js';

/** The same tree of words in another language: a missing one does not compile. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
/** Loads a language's words, by namespace. */
export type LoadWords = (language: Language) => Promise<Record<string, object>>;

const KEPT_AS = 'tsunagu.language';
export const LANGUAGE_NAMES: Record<Language, string> = { ja: '日本語', en: 'English', yasashii: 'やさしい日本語' };
/** Tag of each language for `lang` attributes. */
export const HTML_LANG: Record<Language, string> = { ja: 'ja', en: 'en', yasashii: 'ja' };

function chosenLanguage(among: readonly Language[]): Language {
  const kept = readKept<Language>(KEPT_AS);
  if (kept && among.includes(kept)) return kept;
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'ja' || tag === 'en');
  return wanted === 'en' && among.includes('en') ? 'en' : 'ja';
}

/** Starts translation in the kept or the browser's language. */
export async function startLanguage(load: LoadWords, among: readonly Language[] = LANGUAGES): Promise<void> {
  const language = chosenLanguage(among);
  const words = await load(language);
  await i18next.use(initReactI18next).init({
    lng: language, resources: { [language]: words }, fallbackLng: false, returnNull: false,
    interpolation: { escapeValue: false }, react: { useSuspense: false },
  });
  document.documentElement.lang = HTML_LANG[language];
}

/** Changes the page's language and keeps the choice. */
export async function changeLanguage(i18n: i18n, load: LoadWords, language: Language): Promise<void> {
  for (const [namespace, words] of Object.entries(await load(language))) i18n.addResourceBundle(language, namespace, words);
  await i18n.changeLanguage(language);
  document.documentElement.lang = HTML_LANG[language];
  keep(KEPT_AS, language);
}

/** A sentence of the service in the page's language. */
export const say = (sentence: Sentence | ProblemBody | FieldProblem, language: string): string => (language === 'en' ? sentence.en : sentence.ja);
