import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumOptions } from './chromium.mjs';
import { showBoard } from './show-board.mjs';
import { showConsole } from './show-console.mjs';
import { showPapers } from './show-papers.mjs';
import { showPhones } from './show-phones.mjs';
import { showWall } from './show-wall.mjs';
import { startDemo } from './start-demo.mjs';

const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  projector: { viewport: { width: 1280, height: 720 } },
};

/** Pictures that the documents show; the others are for whoever looks over every state, and stay out of the repository. */
const SHOWN = new Set(['phone-tags', 'phone-candidates', 'phone-team', 'wall-cloud', 'wall-teams', 'console-draft', 'console-room']);

/** The same state seen otherwise: how to change to it, and back. */
const WAYS = {
  dark: [(page) => page.emulateMedia({ colorScheme: 'dark' }), (page) => page.emulateMedia({ colorScheme: 'light' })],
  large: [(page) => setLetters(page, '200%'), (page) => setLetters(page, '')],
  en: [(page) => speak(page, 'en'), (page) => speak(page, 'ja')],
  easy: [(page) => speak(page, 'yasashii'), (page) => speak(page, 'ja')],
};
const setLetters = (page, size) => page.evaluate((to) => { document.documentElement.style.fontSize = to; }, size);

/** Chooses the page's language also where a sheet lies over the list of languages. */
async function speak(page, language) {
  await page.locator('.language select').evaluate((select, to) => {
    select.value = to;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, language);
  await page.locator(`.language select option[value=${language}]`).evaluate((option) => new Promise((done) => { const wait = () => (option.parentElement.value === option.value ? done() : requestAnimationFrame(wait)); wait(); }));
  await page.waitForFunction((to) => document.documentElement.lang === to, language === 'en' ? 'en' : 'ja');
}

/** Asks the service for something as the one whose browser this is. */
export const ask = (page, method, path, body) => page.evaluate(async ([verb, to, what]) => {
  const answer = await fetch(`/api/v1${to}`, { method: verb, headers: { 'content-type': 'application/json', 'x-tsunagu': '1', 'idempotency-key': `${Math.random()}${Math.random()}` }, body: verb === 'GET' ? undefined : JSON.stringify(what ?? {}) });
  if (!answer.ok) throw new Error(`${verb} ${to}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return text ? JSON.parse(text) : undefined;
}, [method, path, body]);

/**
 * Walks through the demo event from joining to teams and writes what it sees: what the documents show into `shown`, every
 * other state into `rest`. Resolves to the pictures taken: { file, kilobytes }.
 */
export async function takePictures({ shown, rest, wanted }) {
  for (const folder of [shown, rest]) mkdirSync(folder, { recursive: true });
  const demo = await startDemo();
  const browser = await chromium.launch(chromiumOptions());
  const taken = [];
  const studio = openStudio({ demo, browser, shown, rest, wanted, taken });
  try {
    await showWall(studio);
    const phones = await showPhones(studio);
    const laptop = await showConsole(studio);
    const board = await showBoard(studio, laptop);
    await phones.showTeam();
    await showWall(studio, { teams: true });
    await showPapers(studio, laptop);
    await board.end();
    await phones.showEnd();
    return taken;
  } finally {
    await browser.close();
    await demo.stop();
  }
}

function openStudio({ demo, browser, shown, rest, wanted, taken }) {
  const photograph = async (name, page, whole) => {
    if (!name.startsWith(wanted)) return;
    const file = join(SHOWN.has(name) ? shown : rest, `${name}.png`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const screen = page.viewportSize();
    // a screen as high as the page: what sticks to an edge stands there
    if (whole) await page.setViewportSize({ width: screen.width, height: await page.evaluate(() => { scrollTo(0, 0); return document.documentElement.scrollHeight; }) });
    await page.screenshot({ path: file, animations: 'disabled' });
    if (whole) await page.setViewportSize(screen);
    taken.push({ file, kilobytes: Math.ceil(statSync(file).size / 1_000) });
  };
  return {
    ...demo,
    /** A browser of its own, as a person has one. */
    async open(screen, path, { locale = 'ja-JP', colorScheme = 'light', storageState } = {}) {
      const context = await browser.newContext({ ...SCREENS[screen], locale, colorScheme, storageState, timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(demo.origin + path);
      return page;
    },
    /** `whole`: the page to its end. `also`: the same state in other ways, each as a picture of its own. */
    async take(name, page, { whole = false, also = [] } = {}) {
      await photograph(name, page, whole);
      for (const way of also) {
        const [change, back] = WAYS[way];
        await change(page);
        await photograph(`${name}-${way}`, page, whole);
        await back(page);
      }
    },
  };
}
