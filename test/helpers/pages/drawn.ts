import type { Page } from 'playwright-core';

/** Notes which of these elements are drawn again from now on, whether or not anything came of it. @returns what reads the headings of those that were */
export async function noteDrawn(page: Page, selector: string): Promise<() => Promise<string[]>> {
  // React keeps with an element the properties that it was drawn with last: new ones each time
  const propsOf = `(element) => element[Object.keys(element).find((name) => name.startsWith('__reactProps$'))]`;
  await page.evaluate(`globalThis.drawnWith = new Map([...document.querySelectorAll(${JSON.stringify(selector)})].map((element) => [element, (${propsOf})(element)]))`);
  return () => page.evaluate<string[]>(`[...globalThis.drawnWith].filter(([element, props]) => props !== (${propsOf})(element)).map(([element]) => element.querySelector('h2, h3').textContent.trim())`);
}
