// Frames of the organiser's board with 300 people in a draft while ten changes a second arrive and a card is dragged about; how long
// one organiser's move takes to the page of another; and frames of the map of the room with 1,000 nodes while it settles. In the real
// product and a real Chromium.
//   npm run build && node bench/product/board-frames.mjs [--people 300] [--rate 10] [--seconds 10] [--moves 40] [--json]
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../scripts/pictures/chromium.mjs';
import { call, introductionOf, Phone, quantile } from './phones.mjs';
import { makeFolder, removeFolder, startProduct } from './start-product.mjs';

const { values } = parseArgs({ options: { people: { type: 'string', default: '300' }, rate: { type: 'string', default: '10' }, seconds: { type: 'string', default: '10' }, moves: { type: 'string', default: '40' }, json: { type: 'boolean', default: false } } });
const [people, rate, seconds, moves] = [Number(values.people), Number(values.rate), Number(values.seconds), Number(values.moves)];
const MAP_NODES = 1_000;
const MAP_SECONDS = 6;
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs in the page: the time between frames from now on. */
const watchFrames = () => {
  globalThis.frames = [];
  let last = performance.now();
  const next = (now) => {
    globalThis.frames.push(now - last);
    last = now;
    globalThis.watching = requestAnimationFrame(next);
  };
  globalThis.watching = requestAnimationFrame(next);
};
const stopFrames = () => {
  cancelAnimationFrame(globalThis.watching);
  return globalThis.frames.slice(1);
};
const sum = (frames) => ({ frames: frames.length, p50: quantile(frames, 0.5), p99: quantile(frames, 0.99), worst: Math.max(...frames), over100: frames.filter((ms) => ms > 100).length });

const folder = makeFolder();
const product = await startProduct(folder, { HOST: '127.0.0.1' });
const { cookie } = await call(product.origin, 'POST', '/api/v1/organiser/login-links', { token: product.loginToken });
const api = (method, path, body) => call(product.origin, method, `/api/v1/events/${event.id}${path}`, body, cookie);
const event = (await call(product.origin, 'POST', '/api/v1/events', { recipe: 'ideathon', title: '三百人', heldOn: new Date().toISOString().slice(0, 10) }, cookie)).json;
say(`${people} people join`);
const phones = [];
for (let n = 0; n < people; n++) phones.push(await Phone.join(product.origin, event.joinCode, n, introductionOf(n)));
await api('POST', '/check-ins', { participantIds: phones.map(({ id }) => id), here: true });
const state = async () => (await api('GET', '/console')).json.state;
while ((await state()).people.some(({ reading }) => reading === 'reading')) await pause(300);
await api('POST', '/proposals', { teamSize: { min: 4, max: 5 }, seconds: 1 });
while (!['draft', 'failed'].includes((await state()).proposal?.status)) await pause(300);

/** An organiser's board in a browser of its own. */
async function openBoard() {
  const browser = await chromium.launch(chromiumOptions());
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'ja-JP' });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: product.origin }]);
  const page = await context.newPage();
  await page.goto(`${product.origin}/console/events/${event.id}#teams`);
  await page.locator('.grip').first().waitFor({ timeout: 60_000 });
  return { browser, page };
}
const { browser, page } = await openBoard();
const grip = page.locator('.grip').first();
await pause(1_500);

say(`a card is dragged about for ${seconds} s while ${rate} changes a second arrive`);
let changing = true;
let made = 0;
const change = async () => {
  const began = performance.now();
  for (let n = 0; changing; n++) {
    const phone = phones[n % phones.length];
    void call(product.origin, 'POST', `/api/v1/events/${event.id}/me/tags`, { label: `話題${n % 40}`, kind: 'interest' }, phone.cookie).then(() => { made++; }, () => {});
    await pause(Math.max(0, began + (n + 1) * (1000 / rate) - performance.now()));
  }
};
const changes = change();
const box = await grip.boundingBox();
await page.mouse.move(box.x + 10, box.y + 10);
await page.mouse.down();
await page.mouse.move(box.x + 30, box.y + 30, { steps: 4 });
await page.evaluate(watchFrames);
const end = performance.now() + seconds * 1000;
for (let turn = 0; performance.now() < end; turn += 0.09) await page.mouse.move(640 + 480 * Math.sin(turn), 430 + 180 * Math.cos(turn * 1.7));
const dragging = sum(await page.evaluate(stopFrames));
await page.keyboard.press('Escape');
await page.mouse.up();

say(`${moves} moves of one organiser, seen on the page of another, while the changes go on`);
const { browser: otherBrowser, page: other } = await openBoard();
/** Runs in the page: when a person has come to a team's column, on the clock of the machine. */
const watchMove = ([id, number]) => {
  const column = () => document.querySelector(`[data-move="${id}"]`)?.closest('section')?.getAttribute('aria-label');
  globalThis.arrived = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (column() !== `チーム${number}`) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document.body, { subtree: true, childList: true });
  });
};
await page.evaluate(() => addEventListener('click', (event) => { if (event.target.closest('[role=menuitem]')) globalThis.chosen = performance.timeOrigin + event.timeStamp; }, { capture: true }));
const delays = [];
for (let n = 0; n < moves; n++) {
  const { proposal } = await state();
  const team = proposal.teams[n % proposal.teams.length];
  const to = proposal.teams[(n + 1) % proposal.teams.length];
  const { participantId } = team.members[0];
  await other.evaluate(watchMove, [participantId, to.number]);
  await page.locator(`[data-move="${participantId}"]`).click();
  await page.getByRole('menuitem', { name: new RegExp(`^チーム${to.number}\\b`) }).click();
  delays.push(await other.evaluate(() => globalThis.arrived) - await page.evaluate(() => globalThis.chosen));
}
const second = { moves: delays.length, p50: quantile(delays, 0.5), p95: quantile(delays, 0.95), worst: Math.max(...delays) };
await otherBrowser.close();
changing = false;
await changes;

say(`topics of two people each bring the map to ${MAP_NODES} nodes`);
const topicsNow = (await state()).people.flatMap(({ tags }) => tags.map(({ concept }) => concept));
const shared = new Set(topicsNow.filter((concept, place) => topicsNow.indexOf(concept) !== place)).size;
const more = Array.from({ length: Math.max(0, MAP_NODES - people - shared) }, (_, n) => n).values();
await Promise.all(Array.from({ length: 6 }, async () => {
  for (const n of more) {
    for (const phone of [phones[(n * 7) % people], phones[(n * 13 + 5) % people]]) await call(product.origin, 'POST', `/api/v1/events/${event.id}/me/tags`, { label: `話題${40 + n}`, kind: ['interest', 'skill', 'seeking'][n % 3] }, phone.cookie);
  }
}));
const jobs = async () => (await call(product.origin, 'GET', '/api/v1/operator/operations', undefined, cookie)).json.jobs.waiting;
while (await jobs() > 0) await pause(500);

say('the board gives way to the map, which settles; then it is moved and zoomed');
await page.evaluate(watchFrames);
await page.locator('a[href="#room"]').click();
await page.locator('.map-canvas').waitFor();
const opening = sum(await page.evaluate(stopFrames));
await page.evaluate(watchFrames);
await pause(MAP_SECONDS * 1000);
const map = await page.locator('.map-canvas').boundingBox();
await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, turn < 20 ? -60 : 60);
await page.mouse.down();
for (let turn = 0; turn < 60; turn++) await page.mouse.move(map.x + map.width / 2 + 120 * Math.sin(turn / 6), map.y + map.height / 2 + 80 * Math.cos(turn / 6));
await page.mouse.up();
const settling = sum(await page.evaluate(stopFrames));
const nodes = /(\d+)個の話題と(\d+)人/.exec(await page.locator('.map-canvas').getAttribute('aria-label')).slice(1).reduce((a, b) => Number(a) + Number(b));

await browser.close();
await product.stop();
removeFolder(folder);
const result = { people, changesArrived: made, dragging, second, nodes, opening, map: settling };
if (!values.json) console.table({ ["a move, to the second organiser's page"]: second });
if (!values.json) console.table({ [`${people} people, drag, ${rate} changes/s`]: dragging, 'from the board to the map': opening, [`map, ${nodes} nodes`]: settling });
console.log(JSON.stringify(result));
