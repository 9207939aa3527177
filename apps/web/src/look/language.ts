import { LANGUAGES, type Language } from '@tsunagu/contracts';
import { keep, readKept } from '../live/kept-locally.js';
import { setWords, type LoadedWords } from './translation.js';

/** Loads a language's words, by page. */
export type LoadWords = (language: Language) => Promise<LoadedWords>;

const KEPT_AS = 'tsunagu.language';
export const LANGUAGE_NAMES: Record<Language, string> = { ja: '日本語', en: 'English', yasashii: 'やさしい日本語' };
/** The same where there is little room. */
export const LANGUAGE_SHORT: Record<Language, string> = { ja: '日本語', en: 'EN', yasashii: 'やさしい' };
/** Tag of each language for `lang` attributes. */
export const HTML_LANG: Record<Language, string> = { ja: 'ja', en: 'en', yasashii: 'ja' };

function chosenLanguage(among: readonly Language[]): Language {
  const kept = readKept<Language>(KEPT_AS);
  if (kept && among.includes(kept)) return kept;
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'ja' || tag === 'en');
  return wanted === 'en' && among.includes('en') ? 'en' : 'ja';
}

async function speak(load: LoadWords, language: Language): Promise<void> {
  setWords(language, await load(language));
  document.documentElement.lang = HTML_LANG[language];
  // its phrases stand apart, so lines break there and nowhere else
  document.documentElement.classList.toggle('phrases-apart', language === 'yasashii');
}

/** Starts in the kept or the browser's language. */
export const startLanguage = (load: LoadWords, among: readonly Language[] = LANGUAGES): Promise<void> => speak(load, chosenLanguage(among));

/** Changes the page's language and keeps the choice. */
export async function changeLanguage(load: LoadWords, language: Language): Promise<void> {
  await speak(load, language);
  keep(KEPT_AS, language);
}

/** A sentence of the service in the page's language; what is said to organisers alone is not there in やさしい日本語. */
export const say = ({ ja, en, yasashii = ja }: { ja: string; en: string; yasashii?: string }, language: Language): string => ({ ja, en, yasashii })[language];
