import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };

/** Colours that are still changing would be judged in between. */
const SETTLE = 'for (const one of document.getAnimations()) if (one.effect.getComputedTiming().endTime < Infinity) one.finish()';

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands, one line each: rule, elements, cause.
 * The script goes in through the debugger, so the page's content policy does not stop it.
 */
export async function accessibilityViolations(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(SETTLE);
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (runOptions) => (globalThis as unknown as { axe: { run(root: unknown, options: unknown): Promise<AxeResults> } }).axe.run((globalThis as unknown as { document: unknown }).document, runOptions),
    { ...RULES, ...options },
  );
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`).join(', ')}`);
}
