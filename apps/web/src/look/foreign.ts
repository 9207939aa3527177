import { languageOf, type Language } from '@tsunagu/contracts';
import { HTML_LANG } from './language.js';

// from its first Japanese letter to the last that comes before a Latin one or an English quotation mark
const JAPANESE = /([぀-ヿ㐀-鿿](?:[^a-z“”]*[぀-ヿ㐀-鿿])?)/i;

/** An English sentence in pieces: every second one is the Japanese in it. */
export const aroundJapanese = (text: string): string[] => text.split(JAPANESE);

/** The tag of a text's language where it is not that of the page, so that it is heard in its own. */
export function foreign(text: string, language: Language): string | undefined {
  const own = languageOf(text);
  return own !== HTML_LANG[language] && (own === 'ja' || /[a-z]{2}/i.test(text)) ? own : undefined;
}
