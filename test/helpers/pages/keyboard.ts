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

/** Marks what can be operated now: one of a group of radio buttons stands for all of them. */
const MARK_CONTROLS = `(() => {
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"], [onclick]')]
    .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !one.disabled && !one.closest('[inert], fieldset:disabled') && !(one.type === 'radio' && !one.checked))
    .filter((one) => !one.parentElement.closest('details:not([open])') || one.tagName === 'SUMMARY');
  controls.forEach((one) => one.setAttribute('data-unreached', ''));
  document.activeElement?.blur();
  return controls.length;
})()`;
/** Whether anything is left to be reached. */
const TAKE_FOCUSED = `(() => { document.activeElement?.removeAttribute('data-unreached'); return document.querySelector('[data-unreached]') !== null; })()`;
const UNREACHED = `[...document.querySelectorAll('[data-unreached]')].map((one) => { one.removeAttribute('data-unreached'); return one.outerHTML.slice(0, 120); })`;

/**
 * Tabs through the page, twice round at most, since the page may put the focus back to its beginning once: what can be operated by
 * pointer and was not reached. @throws Error where a stop does not show its focus
 */
export async function tabThrough(page: Page): Promise<string[]> {
  const controls = await page.evaluate<number>(MARK_CONTROLS);
  for (let stop = 0, left = controls > 0; left && stop < 2 * controls + 16; stop++) {
    await page.keyboard.press('Tab');
    const invisible = await page.evaluate<string>(FOCUS_SHOWS);
    if (invisible) throw new Error(`the focus cannot be seen at ${invisible}`);
    left = await page.evaluate<boolean>(TAKE_FOCUSED);
  }
  return page.evaluate<string[]>(UNREACHED);
}

/** Has the page itself the focus, or something that is switched off or says nothing there: would the next Tab begin at the top, or in the middle of nowhere? */
export const focusIsLost = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.activeElement === document.body || document.activeElement.matches(":disabled, [role=status], #page") || document.activeElement.getClientRects().length === 0');
