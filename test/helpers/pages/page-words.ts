import type { Page } from 'playwright-core';

/** What people wrote stands in elements of its own; the rest is the page's own words. */
const WRITTEN_BY_PEOPLE = 'bdi, mark, span[lang], [dir=auto], .code, option, textarea, input, h1:has(.phrased), script, style, a[href^="http"]';

const READ = `(() => {
  const own = (element) => element && !element.closest(${JSON.stringify(WRITTEN_BY_PEOPLE)});
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (data.trim() && own(parentElement) && parentElement.checkVisibility()) texts.push(data);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) if (element.getAttribute(name)) texts.push(element.getAttribute(name));
  }
  return texts;
})()`;

/** The page's own words as they stand on it, also those that only a screen reader reads; what people wrote, and quotes of it, left out. */
export async function pageWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(READ);
  return texts.map((text) => text.replace(/[“"「『（(][^”"」』）)]*[”"」』）)]/g, '').trim()).filter(Boolean);
}

const PROPER_NAMES = /https:\/\/|^organiser(?=さん|$)|https?:\/\/\S+|\b(QR|CSV|LINE|Slack|Safari|Chrome|API|ID|IMDJ|SNS|Esc|Tab|Enter|NPO|English|connpass|Peatix|Google|Excel|UTF|Shift_JIS|Webhook)\b/g;

/** Words of a Japanese page that are English and no proper names. */
export const englishIn = (texts: readonly string[]): string[] => texts.filter((text) => /[A-Za-z]{2,}/.test(text.replace(PROPER_NAMES, '')));

/** Each language is named in itself. */
const LANGUAGES = ['日本語', 'やさしい日本語'];

/** Words of an English page that are Japanese. */
export const japaneseIn = (texts: readonly string[]): string[] => texts.filter((text) => !LANGUAGES.includes(text) && /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text));
