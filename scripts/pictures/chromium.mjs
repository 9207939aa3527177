import { existsSync } from 'node:fs';
import process from 'node:process';

/** Where Chromium may be, first come first taken. */
const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--mute-audio'];

/** The machine's Chromium; undefined where there is none. */
export const findChromium = () => PLACES.find((path) => path && existsSync(path));

/**
 * How playwright starts the machine's Chromium: { executablePath, args }. `hosts` names addresses for invented host names:
 * { 'tsunagu.test': '127.0.0.1' }. @throws Error where there is none
 */
export function chromiumOptions({ hosts = {} } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed: run npm test once, or set CHROMIUM_PATH.');
  const rules = Object.entries(hosts).map(([name, address]) => `MAP ${name} ${address}`).join(',');
  return { executablePath, args: [...QUIET, ...(rules ? [`--host-resolver-rules=${rules}`] : [])] };
}
