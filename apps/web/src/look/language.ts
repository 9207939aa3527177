import { LANGUAGES, type Language } from '@tsunagu/contracts';
import { Unreachable } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { keep, readKept } from '../live/kept-locally.js';
import { setWords, type LoadedWords } from './translation.js';

/** Loads a language's words, by page. */
export type LoadWords = (language: Language) => Promise<LoadedWords>;

const KEPT_AS = 'tsunagu.language';
const START_WITHIN_MS = 4_000;
export const LANGUAGE_NAMES: Record<Language, string> = { ja: '日本語', en: 'English', yasashii: 'やさしい日本語' };
/** The same where there is little room. */
export const LANGUAGE_SHORT: Record<Language, string> = { ja: '日本語', en: 'EN', yasashii: 'やさしい' };
/** Tag of each language for `lang` attributes. */
export const HTML_LANG: Record<Language, string> = { ja: 'ja', en: 'en', yasashii: 'ja' };

function chosenLanguage(among: readonly Language[]): Language {
  const kept = readKept<Language>(KEPT_AS);
  if (kept && among.includes(kept)) return kept;
  const listed = navigator.languages.map((tag) => tag.slice(0, 2));
  // who lists neither can do with plain words of the language that the room speaks
  const wanted = listed.find((tag) => tag === 'ja' || tag === 'en') ?? 'yasashii';
  return among.find((one) => one === wanted) ?? 'ja';
}

/** how often a language was chosen: the latest choice wins, however long its words take */
let choices = 0;

function speak(language: Language, words: LoadedWords): void {
  setWords(language, words);
  document.documentElement.lang = HTML_LANG[language];
  // its phrases stand apart, so lines break there and nowhere else
  document.documentElement.classList.toggle('phrases-apart', language === 'yasashii');
}

/** Speaks a language once its words are there, unless another one is chosen meanwhile. @returns whether it does */
async function loadAndSpeak(load: LoadWords, language: Language, onWaiting: () => void): Promise<boolean> {
  const choice = ++choices;
  const words = await keepTrying(async () => {
    if (choice !== choices) return undefined;
    return load(language).catch((error: unknown) => { throw new Unreachable(error); });
  }, () => { if (choice === choices) onWaiting(); });
  if (!words || choice !== choices) return false;
  speak(language, words);
  return true;
}

/** Starts in the kept or the browser's language, in やさしい日本語 where it has neither Japanese nor English; in Japanese, which comes with the page, as long as that one's words do not come. */
export async function startLanguage(load: LoadWords, among: readonly Language[] = LANGUAGES): Promise<void> {
  speak('ja', await load('ja'));
  const language = chosenLanguage(among);
  if (language === 'ja') return;
  await new Promise<unknown>((start) => {
    setTimeout(start, START_WITHIN_MS);
    void loadAndSpeak(load, language, () => start(undefined)).then(start);
  });
}

/** Changes the page's language and keeps the choice. `onWaiting` is told once where the words do not come: they are asked for on and on. @returns whether it is spoken now; not where another was chosen meanwhile */
export async function changeLanguage(load: LoadWords, language: Language, onWaiting: (error: unknown) => void): Promise<boolean> {
  let told = false;
  const spoken = await loadAndSpeak(load, language, () => {
    if (!told) onWaiting(new Unreachable());
    told = true;
  });
  if (spoken) keep(KEPT_AS, language);
  return spoken;
}

/** A sentence of the service in the page's language; what is said to organisers alone is not there in やさしい日本語. */
export const say = ({ ja, en, yasashii = ja }: { ja: string; en: string; yasashii?: string }, language: Language): string => ({ ja, en, yasashii })[language];
