// A wall that runs for hours, played in minutes: thousands of pushes, dozens of cut lines and restarts of the service, in a real
// Chromium; what its page holds after garbage collection at the start and after each part of the day, with the same room on it.
// It must not grow on.
//   npm run build && node bench/product/wall-hours.mjs [--people 30] [--pushes 1500] [--cuts 24] [--restarts 4] [--json]
import { execFileSync } from 'node:child_process';
import net from 'node:net';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../scripts/pictures/chromium.mjs';
import { call, introductionOf, Phone } from './phones.mjs';
import { makeFolder, removeFolder, startProduct } from './start-product.mjs';

const { values } = parseArgs({ options: { people: { type: 'string', default: '30' }, pushes: { type: 'string', default: '1500' }, cuts: { type: 'string', default: '24' }, restarts: { type: 'string', default: '4' }, json: { type: 'boolean', default: false } } });
const [people, pushes, cuts, restarts] = [Number(values.people), Number(values.pushes), Number(values.cuts), Number(values.restarts)];
/** What grows by more than this from the middle to the end grows on; before that, code is compiled and caches fill. */
const NOISE = 1.05;
const PARTS = 4;
const say = (text) => process.stderr.write(`${text}\n`);

/** A line to the service that can be cut: every socket through it ends. */
function cuttable(port) {
  const open = new Set();
  const server = net.createServer((near) => {
    const far = net.connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => { open.delete(socket); near.destroy(); far.destroy(); });
    }
    near.pipe(far).pipe(near);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ origin: `http://127.0.0.1:${server.address().port}`, cut: () => open.forEach((socket) => socket.destroy()), close: () => { server.close(); open.forEach((socket) => socket.destroy()); } }));
  });
}

const folder = makeFolder();
const product = await startProduct(folder, { HOST: '127.0.0.1' });
const { cookie } = await call(product.origin, 'POST', '/api/v1/organiser/login-links', { token: product.loginToken });
let event = (await call(product.origin, 'POST', '/api/v1/events', { recipe: 'ideathon', title: '長い一日', heldOn: new Date().toISOString().slice(0, 10), teamSize: { min: 4, max: 5 } }, cookie)).json;
const { wallSecret, joinCode, id } = event;
const api = (method, path, body) => call(product.origin, method, `/api/v1/events/${id}${path}`, body, cookie);
const change = async (body) => { event = (await api('PATCH', '', { ...body, version: event.version })).json; };
say(`${people} people join`);
const phones = [];
for (let n = 0; n < people; n++) phones.push(await Phone.join(product.origin, joinCode, n, introductionOf(n)));
const board = async () => (await api('GET', '/console')).json.state;
while ((await board()).people.some(({ reading }) => reading === 'reading')) await pause(300);

const line = await cuttable(Number(new URL(product.origin).port));
const browser = await chromium.launch(chromiumOptions());
const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'ja-JP' })).newPage();
const errors = [];
page.on('pageerror', ({ message }) => errors.push(message));
await page.goto(`${line.origin}/wall/${wallSecret}`);
await page.locator('.cloud-word').first().waitFor();
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');

/** The wall shows what is true now. */
const shows = async (title) => {
  await page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 60_000 });
  await page.locator('.wall-cut').filter({ hasText: /^$/ }).waitFor({ state: 'attached', timeout: 60_000 });
};
const held = async (at) => {
  await change({ title: '長い一日' });
  await shows('長い一日');
  await pause(2_500); // the words of the cloud find their places
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
  const metrics = Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  return { at, 'heap kB': Math.round(metrics.JSHeapUsedSize / 1024), nodes: metrics.Nodes, listeners: metrics.JSEventListeners, documents: metrics.Documents };
};

const eventProcess = () => execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n').map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row)).filter(Boolean)
  .find(([, , parent, args]) => Number(parent) === product.pid && /apps\/event/.test(args))?.[1];
async function restart() {
  const before = eventProcess();
  process.kill(Number(before), 'SIGKILL');
  while (!(eventProcess() && eventProcess() !== before && await fetch(`${product.origin}/health/ready`).then(({ ok }) => ok, () => false))) await pause(100);
}

let received = 0;
page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => { if (String(payload).startsWith('42')) received++; }));
/** A part of the day: people come and go, tags come and go so that the cloud is laid out anew, and the line is cut again and again. */
async function part(nth, share) {
  for (let n = 0, cutsMade = 0; n < pushes * share; n++) {
    await change({ title: `長い一日 ${nth}-${n}` });
    if (n % 10 === 0) {
      const phone = phones[(n / 10) % people];
      await call(product.origin, 'POST', `/api/v1/events/${id}/me/tags`, { label: `話題${n % 70}`, kind: 'interest' }, phone.cookie);
    }
    if (n % 7 === 0) await api('POST', '/check-ins', { participantIds: [phones[n % people].id], here: n % 2 === 0 });
    if (n >= (cutsMade + 1) * (pushes / cuts)) {
      cutsMade++;
      line.cut();
    }
  }
}
/** Back to the room of the start. */
async function tidy() {
  for (const phone of phones) {
    for (const { id: tag } of (await call(product.origin, 'GET', `/api/v1/events/${id}/me`, undefined, phone.cookie)).json.state.statements.filter(({ byHand, label }) => byHand && label.startsWith('話題'))) await call(product.origin, 'PATCH', `/api/v1/events/${id}/me/tags/${tag}`, { removed: true }, phone.cookie);
  }
}

await part('朝', 1 / (PARTS * 4)); // what is loaded and compiled once
await tidy();
const rows = [await held('start')];
const began = performance.now();
for (let nth = 0; nth < PARTS; nth++) {
  say(`part ${nth + 1} of ${PARTS}`);
  await part(nth, 1 / PARTS);
  for (let n = 0; n < restarts / PARTS; n++) await restart();
  await tidy();
  rows.push(await held(`after part ${nth + 1}`));
}
const [middle, end] = [rows[PARTS / 2], rows[PARTS]];
await browser.close();
line.close();
await product.stop();
removeFolder(folder);
const grown = ['heap kB', 'nodes', 'listeners', 'documents'].filter((what) => end[what] > middle[what] * NOISE);
const result = { people, pushes: received, cuts, restarts, seconds: Math.round((performance.now() - began) / 1000), held: rows, grown, errors };
if (!values.json) console.table(rows);
console.log(JSON.stringify(result));
if (grown.length || errors.length) process.exitCode = 1;
