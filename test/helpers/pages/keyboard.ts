import type { Locator, Page } from 'playwright-core';

/** Does the focused element, or the label around it, show that it is focused? */
const FOCUS_SHOWS = `(() => {
  const shows = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  };
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return '';
  return shows(focused) || (focused.closest('label') && shows(focused.closest('label'))) ? '' : focused.outerHTML.slice(0, 120);
})()`;
const MOST_STOPS = 150;

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element: unknown) => (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement === element);

/** Tabs from stop to stop until an element has the focus. @throws Error where a stop does not show its focus, or none is the element */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    const invisible = await page.evaluate<string>(FOCUS_SHOWS);
    if (invisible) throw new Error(`the focus cannot be seen at ${invisible}`);
  }
  throw new Error(`no Tab stop is ${target}`);
}
