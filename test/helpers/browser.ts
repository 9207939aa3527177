import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromiumOptions } from '../../scripts/pictures/chromium.mjs';

/** Starts the machine's Chromium. `hosts` names addresses for invented host names: { 'tsunagu.test': '127.0.0.1' }. */
export const openBrowser = ({ hosts = {} }: { hosts?: Record<string, string> } = {}): Promise<Browser> => chromium.launch(chromiumOptions({ hosts }));

/** A phone in portrait, in Japanese. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };

/** The organiser's laptop. */
export const LAPTOP: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };

/** A projector. */
export const PROJECTOR: BrowserContextOptions = { viewport: { width: 1920, height: 1080 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };

/** A refused request and a cut line are logged by the browser itself; whether they are faults is for a test to say. */
const BROWSERS_OWN = /^Failed to load resource|^WebSocket connection to /;

/**
 * Everything on a page that must never happen, as it happens: errors of scripts, error lines, dialogs of the browser,
 * breaches of the content policy, failures of the server.
 */
export async function watchFaults(page: Page, note: (fault: string) => void): Promise<void> {
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('console', (line) => { if (line.type() === 'error' && !BROWSERS_OWN.test(line.text())) note(`console: ${line.text()}`); });
  page.on('dialog', (dialog) => { note(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on('response', (response) => { if (response.status() >= 500) note(`${response.status()}: ${response.url()}`); });
  await page.addInitScript({ content: "addEventListener('securitypolicyviolation', (event) => console.error('content policy: ' + event.violatedDirective + ' ' + event.blockedURI))" });
}
