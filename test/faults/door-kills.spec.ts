import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { doorOf, issueCredentials, type QueueStore } from '@tsunagu/messaging';
import { openDatabase } from '@tsunagu/storage';
import type { KeptStore } from '../helpers/kept-store.mjs';
import { startProduct, type Product, type ServiceName } from '../helpers/product.js';
import { freshName, makeDatabase, startPostgres, startRedis } from '../helpers/stores.js';
import { waitFor } from '../helpers/wait-for.js';

/** Requests of one run; KILL_REQUESTS=200 KILL_SEED=2 makes it a long one. */
const REQUESTS = Number(process.env.KILL_REQUESTS ?? 30);
const SEED = Number(process.env.KILL_SEED ?? 1);
type Victim = 'matching process' | 'event process' | 'requester' | 'PostgreSQL' | 'Redis';
interface Entry { sent?: string; got?: string; status?: string; finishedAt?: string }

/** A number from 0 up to 1 that is the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761 % 2 ** 32;
  return () => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return state / 2 ** 32; };
}

/** The requester as a process, started again with its ledger when it was killed. */
class RequesterProcess {
  sent = 0;
  got = 0;
  done = false;
  #child?: ChildProcess;

  constructor(private readonly ledger: string, private readonly prefix: string, private readonly store: QueueStore) { this.start(); }

  start(): void {
    const child = spawn(process.execPath, ['test/helpers/requester.mjs', this.ledger, this.prefix, String(REQUESTS), JSON.stringify(this.store)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let rest = '';
    child.stdout!.on('data', (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const [word, count] = line.split(' ');
        if (word === 'done') this.done = true;
        else this[word as 'sent' | 'got'] = Number(count);
      }
    });
    this.#child = child;
  }

  async kill(): Promise<void> {
    const child = this.#child!;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  entries(): Entry[] {
    return readFileSync(this.ledger, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }
}

const ROWS: [string, Victim[]][] = [
  ['Redis', ['matching process', 'event process', 'requester', 'Redis', 'PostgreSQL']],
  ['PostgreSQL', ['matching process', 'event process', 'requester', 'PostgreSQL']],
];

describe.each(ROWS)('requests through kills, queues on %s', (backend, victims) => {
  let postgres: KeptStore;
  let redis: KeptStore | undefined;
  let product: Product;
  let store: QueueStore;
  let folder: string;
  const random = seeded(SEED);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tsunagu-kills-'));
    postgres = await startPostgres();
    redis = backend === 'Redis' ? await startRedis() : undefined;
    const { url } = await makeDatabase(postgres.url);
    const env = { DATABASE_URL: url, REDIS_URL: redis?.url, SERVICES: 'library', QUEUE_NAMESPACE: freshName() };
    product = await startProduct({ env });
    const door = doorOf({ databaseUrl: url, redisUrl: redis?.url, namespace: env.QUEUE_NAMESPACE }, 'library');
    store = { ...door.store, url: (await issueCredentials(door)).url };
  }, 180_000);
  afterAll(async () => {
    await product?.stop();
    await redis?.close();
    await postgres?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function kill(victim: Victim, requester: RequesterProcess): Promise<void> {
    if (victim === 'matching process' || victim === 'event process') await killService(victim === 'event process' ? 'event' : 'matching');
    else if (victim === 'requester') { await requester.kill(); requester.start(); }
    else {
      const server = victim === 'Redis' ? redis! : postgres;
      await server.stop('SIGKILL');
      await pause(random() * 500);
      await server.start();
    }
  }

  /** One that is still being started again is killed as soon as it is there. */
  const killService = (name: ServiceName): Promise<true> => waitFor(`the ${name} process is there`, () => { product.kill(name, 'SIGKILL'); return true as const; }, 20);

  it.each(victims)(`the %s is killed before requests are accepted, while they are worked on, and before results are acknowledged: none lost, none stored twice (${REQUESTS} requests)`, async (victim) => {
    const database = await openDatabase(product.databaseUrl!, 2);
    const name = victim.replaceAll(' ', '-');
    const forget = () => database.reader.query('DELETE FROM match_request');
    await waitFor('the ledgers are clean', () => forget().then(() => true), 30);
    const requester = new RequesterProcess(join(folder, `${name}.jsonl`), name, store);
    await waitFor('before accept: the first requests are out', () => requester.sent >= 1, 30);
    await kill(victim, requester);
    await waitFor('after accept: a third is answered', () => requester.got >= REQUESTS / 3, 60);
    await pause(random() * 200);
    await kill(victim, requester);
    await waitFor('before ack: two thirds are handed over', () => requester.got >= REQUESTS * 2 / 3, 60);
    await pause(random() * 60);
    await kill(victim, requester);
    await waitFor('every request has its result', () => requester.done, 90);
    const entries = requester.entries();
    const ids = new Set(entries.flatMap(({ sent }) => sent ?? []));
    const results = new Map<string, Set<string>>();
    for (const { got, status, finishedAt } of entries) if (got) results.set(got, new Set([...results.get(got) ?? [], `${status} ${finishedAt}`]));
    const lost = [...ids].filter((id) => !results.has(id));
    const different = [...results].filter(([, told]) => told.size > 1);
    // A request of the victim before may be handed over once more after the ledger was emptied, so only this run's are counted.
    const stored = await waitFor('the database is back', () => database.reader.query('SELECT status, count(*)::int AS count FROM match_request WHERE id = ANY($1) GROUP BY status', [[...ids]]), 30);
    expect({ sent: ids.size, lost, different, stored }).toEqual({ sent: REQUESTS, lost: [], different: [], stored: [{ status: 'done', count: REQUESTS }] });
    await waitFor('the product is whole again', async () => (await fetch(`${product.origin}/health/all`)).ok, 60);
    await database.source.destroy();
  }, 300_000);
});
