// A requester as a service has it, with a ledger of its own on disk: `sent` is written before a request goes out, `got` before
// a result is acknowledged. After a crash it sends again, under the same ids, what it has no result of.
// Arguments: ledger file, how its ids begin, number of requests, store as JSON. Says `sent N` and `got N` on standard output, `done` at the end.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { openQueue, openWorker, within } from '../../dist/libs/messaging/src/transport/queue-store.js';

const [ledger, prefix, total, place] = process.argv.slice(2);
const store = JSON.parse(place);
const lines = existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
const write = (entry) => appendFileSync(ledger, `${JSON.stringify(entry)}\n`, { flush: true });
const sent = new Set(lines.filter((line) => line.sent).map((line) => line.sent));
const got = new Set(lines.filter((line) => line.got).map((line) => line.got));
const wanted = Array.from({ length: Number(total) }, (_, number) => `${prefix}-${number}`);
const say = (text) => process.stdout.write(`${text}\n`);

/** Slow to acknowledge, so that a kill meets results that were handed over and not acknowledged. */
const reader = openWorker(store, 'results', async ({ data: result }) => {
  if (!sent.has(result.id)) return; // a repeat of an earlier run
  write({ got: result.id, status: result.status, finishedAt: result.timing.finishedAt });
  got.add(result.id);
  say(`got ${got.size}`);
  await pause(30);
}, { concurrency: 4 });

let queue = openQueue(store, 'requests', {}, () => undefined);
async function send(id) {
  const data = { version: 1, id, data: { texts: [{ id: 'a', text: `写真を撮るのが得意です。防災に興味があります。${id}番目の依頼です。` }] } };
  for (;;) {
    try {
      await within(5_000, 'sending', queue.add('match.tags', data, { removeOnComplete: true, removeOnFail: true }));
      return;
    } catch {
      await pause(200);
      await within(2_000, 'closing', queue.close()).catch(() => undefined);
      queue = openQueue(store, 'requests', {}, () => undefined);
    }
  }
}

for (const id of wanted) {
  if (got.has(id)) continue;
  if (!sent.has(id)) write({ sent: id });
  sent.add(id);
  await send(id);
  say(`sent ${sent.size}`);
  await pause(10);
}
while (got.size < wanted.length) await pause(100);
say('done');
await reader.close();
await queue.close();
process.exit(0);
