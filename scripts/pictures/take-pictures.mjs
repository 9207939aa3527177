import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumOptions } from './chromium.mjs';
import { showConsole } from './show-console.mjs';
import { showPhones } from './show-phones.mjs';
import { showWall } from './show-wall.mjs';
import { startDemo } from './start-demo.mjs';

const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  projector: { viewport: { width: 1280, height: 720 } },
};

/** Walks through the demo event from joining to teams; resolves to the pictures taken: { file, kilobytes }. */
export async function takePictures({ folder, wanted }) {
  const demo = await startDemo();
  const browser = await chromium.launch(chromiumOptions());
  const taken = [];
  const studio = {
    ...demo,
    /** A browser of its own, as a person has one. */
    async open(screen, path, { locale = 'ja-JP', colorScheme = 'light', storageState } = {}) {
      const context = await browser.newContext({ ...SCREENS[screen], locale, colorScheme, storageState, timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(demo.origin + path);
      return page;
    },
    async take(name, page) {
      if (!name.startsWith(wanted)) return;
      const file = join(folder, `${name}.png`);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: file, animations: 'disabled' });
      taken.push({ file, kilobytes: Math.ceil(statSync(file).size / 1_000) });
    },
  };
  try {
    await showWall(studio);
    const phones = await showPhones(studio);
    const board = await showConsole(studio);
    await board.publish();
    await phones.showTeam();
    await showWall(studio, { teams: true });
    return taken;
  } finally {
    await browser.close();
    await demo.stop();
  }
}
