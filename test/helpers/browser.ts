import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--mute-audio'];

/** Starts the machine's Chromium. `hosts` names addresses for invented host names: { 'tsunagu.test': '127.0.0.1' }. */
export function openBrowser({ hosts = {} }: { hosts?: Record<string, string> } = {}): Promise<Browser> {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('Chromium is not installed: run npm test once, or set CHROMIUM_PATH.');
  const rules = Object.entries(hosts).map(([name, address]) => `MAP ${name} ${address}`).join(',');
  return chromium.launch({ executablePath, args: [...QUIET, ...(rules ? [`--host-resolver-rules=${rules}`] : [])] });
}

/** A phone in portrait, in Japanese. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };

/** The organiser's laptop. */
export const LAPTOP: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };

/** A projector. */
export const PROJECTOR: BrowserContextOptions = { viewport: { width: 1920, height: 1080 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };
