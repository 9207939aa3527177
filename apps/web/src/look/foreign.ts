import { languageOf, type Language } from '@tsunagu/contracts';
import { HTML_LANG } from './language.js';

/** The tag of a text's language where it is not that of the page, so that it is heard in its own. */
export function foreign(text: string, language: Language): string | undefined {
  const own = languageOf(text);
  return own !== HTML_LANG[language] && (own === 'ja' || /[a-z]{2}/i.test(text)) ? own : undefined;
}
