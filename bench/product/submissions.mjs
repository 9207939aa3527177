// Submission → tags on the phone, alone and at 50 a second in an event of 1,000; pipeline throughput beside bare BullMQ handlers that
// make the same commits on the same PostgreSQL; memory of each process; start-up time.
//   npm run build && node bench/product/submissions.mjs [--people 1000] [--rate 50] [--seconds 20] [--json]
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../dist/libs/storage/src/index.js';
import { bareThroughput } from './bare-handlers.mjs';
import { call, introductionOf, Phone, quantile } from './phones.mjs';
import { makeFolder, memoryBelow, removeFolder, startProduct } from './start-product.mjs';

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000' }, rate: { type: 'string', default: '50' }, seconds: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } } });
const [people, rate, seconds] = [Number(values.people), Number(values.rate), Number(values.seconds)];
const ALONE = 40;
const FOLLOWERS = 300;
const round = (value) => Math.round(value * 100) / 100;
const say = (text) => process.stderr.write(`${text}\n`);

const folder = makeFolder();
say('start on a fresh folder, stop, start again');
let product = await startProduct(folder);
const firstStartMs = product.readyMs;
await product.stop();
product = await startProduct(folder);
const secondStartMs = product.readyMs;
const embedded = await openEmbeddedPostgres({ dataDir: folder });
const database = new pg.Client(embedded.url);
await database.connect();
const count = async (sql) => Number((await database.query(sql)).rows[0].count);
const undone = () => count('SELECT count(*) FROM log WHERE job IS NOT NULL AND job_done_at IS NULL');
const settle = async () => { while (await undone()) await pause(50); };

const { cookie } = await call(product.origin, 'POST', '/api/v1/organiser/login-links', { token: product.loginToken });
const makeEvent = async (title) => (await call(product.origin, 'POST', '/api/v1/events', { recipe: 'ideathon', title, heldOn: new Date().toISOString().slice(0, 10) }, cookie)).json;
await settle();
const idleMemory = memoryBelow(product.pid);

say(`alone: ${ALONE} submissions, one after the other`);
const quiet = await makeEvent('ひとり');
const loner = await Phone.join(product.origin, quiet.joinCode, 0);
await loner.follow();
for (let i = 0; i < 5; i++) await loner.write(introductionOf(i));
const alone = [];
for (let i = 0; i < ALONE; i++) {
  alone.push(await loner.write(introductionOf(i)));
  await settle();
}
loner.close();

say(`pipeline: ${people} people join as fast as they can`);
const full = await makeEvent('千人');
const phones = [];
let next = 0;
const began = performance.now();
await Promise.all(Array.from({ length: 16 }, async () => {
  for (let n = next++; n < people; n = next++) phones.push(await Phone.join(product.origin, full.joinCode, n, introductionOf(n)));
}));
await settle();
const pipeline = people / ((performance.now() - began) / 1000);
const bare = await bareThroughput(embedded.url, people);

say(`${rate} submissions a second for ${seconds} s in this event`);
const writers = phones.slice(0, Math.min(FOLLOWERS, phones.length));
for (const phone of writers) await phone.follow();
const busy = [];
const running = [];
for (let i = 0; i < rate * seconds; i++) {
  const phone = writers[i % writers.length];
  running.push(phone.write(introductionOf(i + 7)).then((ms) => busy.push(ms)));
  await pause(Math.max(0, (i + 1) * 1000 / rate - (performance.now() - (globalThis.at ??= performance.now()))));
}
await Promise.all(running);
const busyMemory = memoryBelow(product.pid);
for (const phone of writers) phone.close();
await database.end();
await embedded.close();
await product.stop();
removeFolder(folder);

const result = {
  startMs: { first: Math.round(firstStartMs), second: Math.round(secondStartMs) },
  tagsOnPhoneMs: {
    alone: { p50: round(quantile(alone, 0.5)), p95: round(quantile(alone, 0.95)) },
    [`at${rate}PerSecondAmong${people}`]: { p50: round(quantile(busy, 0.5)), p95: round(quantile(busy, 0.95)) },
  },
  pipelinePerSecond: { product: round(pipeline), bareHandlers: round(bare), ratio: round(pipeline / bare) },
  memoryMb: { idle: idleMemory, busy: busyMemory },
};
if (!values.json) {
  console.log(`start-up                      first ${result.startMs.first} ms   second ${result.startMs.second} ms`);
  for (const [name, { p50, p95 }] of Object.entries(result.tagsOnPhoneMs)) console.log(`submission → tags, ${name.padEnd(26)} p50 ${p50} ms   p95 ${p95} ms`);
  console.log(`pipeline                      ${result.pipelinePerSecond.product}/s, bare BullMQ handlers with the same commits ${result.pipelinePerSecond.bareHandlers}/s: ratio ${result.pipelinePerSecond.ratio}`);
  for (const [name, memory] of Object.entries(result.memoryMb)) console.log(`memory (PSS), ${name.padEnd(15)} ${Object.entries(memory).map(([process_, mb]) => `${process_} ${mb} MB`).join('   ')}`);
}
console.log(JSON.stringify({ bench: 'product/submissions', ...result }));
process.exit(0);
