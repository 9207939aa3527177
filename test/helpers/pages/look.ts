import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityViolations } from '../axe.js';
import { englishIn, pageWords } from './page-words.js';

/** Sets the size of all letters; '' is the usual one. */
export const setLetters = (page: Page, size: string) => page.evaluate((to) => { (globalThis as unknown as { document: { documentElement: { style: { fontSize: string } } } }).document.documentElement.style.fontSize = to; }, size);

/** Looks at one state of a Japanese page: nothing for axe in light, in dark and with letters of twice the size, nothing beyond the edge, no foreign words but these people's names. */
export async function look(page: Page, names: readonly string[] = []): Promise<void> {
  const seen = { page: page.url() };
  await page.evaluate('scrollTo(0, 0)'); // what lies half under the head of the page would count as too small to press
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect({ ...seen, colorScheme, violations: await accessibilityViolations(page) }).toEqual({ ...seen, colorScheme, violations: [] });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await setLetters(page, '200%');
  expect({ ...seen, letters: '200 %', violations: await accessibilityViolations(page), beyond: await beyondTheEdge(page) }).toEqual({ ...seen, letters: '200 %', violations: [], beyond: [] });
  await setLetters(page, '');
  const words = (await pageWords(page)).map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text));
  expect({ ...seen, english: englishIn(words) }).toEqual({ ...seen, english: [] });
}

/** Elements that stick out of the window to the right, although nothing around them scrolls. */
const BEYOND = `(() => {
  const scrolls = (element) => { for (let one = element; one && one !== document.body; one = one.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX)) return true; return false; };
  // a phone that is too narrow for its page makes its window wider
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1 && element.checkVisibility() && !scrolls(element)).slice(0, 5).map((element) => element.outerHTML.slice(0, 160));
})()`;
const beyondTheEdge = (page: Page): Promise<string[]> => page.evaluate<string[]>(BEYOND);
