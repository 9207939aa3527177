// How long a phone that comes back shows what is no longer true: after two hours asleep with a line that is dead and does not know it,
// after the network was away and its next attempt is seconds off, and after a glance aside. Each beside a reload of the same page.
// In the real product and a real Chromium, through a proxy that lets old connections hang.
//   npm run build && node bench/product/waking.mjs [--turns 10] [--json]
import { connect, createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../scripts/pictures/chromium.mjs';
import { call, introductionOf, Phone, quantile } from './phones.mjs';
import { makeFolder, removeFolder, startProduct } from './start-product.mjs';

const { values } = parseArgs({ options: { turns: { type: 'string', default: '10' }, json: { type: 'boolean', default: false } } });
const TWO_HOURS_MS = 7_200_000;
const AWAY_MS = 6_000;

/** A venue's network: `hang` lets all connections stay open and silent for ever, `away` refuses until `back`. */
async function openNetwork(port) {
  const open = new Set();
  let refusing = false;
  const server = createServer((near) => {
    if (refusing) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    const pair = { near, far, hanging: false };
    open.add(pair);
    near.on('data', (data) => { if (!pair.hanging) far.write(data); });
    far.on('data', (data) => { if (!pair.hanging) near.write(data); });
    for (const socket of [near, far]) {
      socket.on('error', () => {});
      socket.on('close', () => { open.delete(pair); near.destroy(); if (!pair.hanging) far.destroy(); });
    }
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    hang() { for (const pair of open) pair.hanging = true; },
    away() { refusing = true; for (const { near } of open) near.destroy(); },
    back() { refusing = false; },
    close() { for (const { near, far } of open) { near.destroy(); far.destroy(); } server.close(); },
  };
}

const folder = makeFolder();
const product = await startProduct(folder, { HOST: '127.0.0.1' });
const { cookie } = await call(product.origin, 'POST', '/api/v1/organiser/login-links', { token: product.loginToken });
const event = (await call(product.origin, 'POST', '/api/v1/events', { recipe: 'ideathon', title: '眠る電話', heldOn: new Date().toISOString().slice(0, 10) }, cookie)).json;
const people = [];
for (let n = 0; n < 30; n++) people.push(await Phone.join(product.origin, event.joinCode, n, introductionOf(n)));
const network = await openNetwork(Number(new URL(product.origin).port));
const browser = await chromium.launch(chromiumOptions());
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ja-JP' });
const [name, value] = people[0].cookie.split('=');
await context.addCookies([{ name, value, url: network.origin }]);
const page = await context.newPage();
await page.goto(`${network.origin}/e/${event.id}`);

let round = 0;
/** The organiser renames the event, past the network. @returns the new title */
async function change() {
  const { version } = (await call(product.origin, 'GET', `/api/v1/events/${event.id}/console`, undefined, cookie)).json.state.event;
  const title = `眠る電話 ${++round}`;
  await call(product.origin, 'PATCH', `/api/v1/events/${event.id}`, { title, version }, cookie);
  return title;
}
const shows = (title) => page.waitForFunction((text) => document.body.textContent.includes(text), title, { polling: 'raf', timeout: 60_000 });
const connected = async () => { await shows(await change()); await pause(300); };
/** Runs in the page: gives the sign of waking, and tells how long until the page shows the title. */
const wakeAndWait = ([sign, title, asleepMs]) => new Promise((resolve) => {
  const now = Date.now;
  Date.now = () => now() + asleepMs;
  const began = performance.now();
  const look = () => (document.body.textContent.includes(title) ? resolve(performance.now() - began) : requestAnimationFrame(look));
  if (sign === 'visible') document.dispatchEvent(new Event('visibilitychange'));
  else dispatchEvent(new Event('online'));
  look();
});

const CASES = {
  async 'a glance aside'() { return page.evaluate(wakeAndWait, ['visible', await change(), 0]); },
  async 'a glance aside, line dead'() {
    network.hang();
    return page.evaluate(wakeAndWait, ['visible', await change(), 0]);
  },
  async 'two hours asleep, line dead'() {
    network.hang();
    return page.evaluate(wakeAndWait, ['visible', await change(), TWO_HOURS_MS]);
  },
  async 'another network, line dead'() {
    network.hang();
    return page.evaluate(wakeAndWait, ['online', await change(), 0]);
  },
  async 'network away and back, seconds before the next attempt'() {
    network.away();
    const title = await change();
    await pause(AWAY_MS);
    network.back();
    return page.evaluate(wakeAndWait, ['online', title, 0]);
  },
  async reload() {
    const title = await change();
    const began = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await shows(title);
    return performance.now() - began;
  },
};
const measured = Object.fromEntries(Object.keys(CASES).map((one) => [one, []]));
for (let turn = 0; turn < Number(values.turns); turn++) {
  for (const [one, run] of Object.entries(CASES)) {
    await connected();
    measured[one].push(await run());
  }
}
await browser.close();
network.close();
await product.stop();
removeFolder(folder);
const reload = quantile(measured.reload, 0.5);
const result = Object.fromEntries(Object.entries(measured).map(([one, ms]) => [one, { p50: Math.round(quantile(ms, 0.5)), worst: Math.round(Math.max(...ms)), 'p50 : reload': Math.round(100 * quantile(ms, 0.5) / reload) / 100 }]));
if (!values.json) console.table(result);
console.log(JSON.stringify(result));
