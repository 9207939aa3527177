import { connect, createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrateQueueStore, openQueue, openWorker, type QueueStore } from '@tsunagu/messaging';
import { makeDatabase, sharedStore, type TestDatabase } from '../../helpers/stores.js';
import { waitFor } from '../../helpers/wait-for.js';

/** What PostgreSQL says last when it is killed: an ErrorResponse of severity FATAL (protocol 3, message format E). */
const fields = Buffer.from(['SFATAL', 'VFATAL', 'C57P01', 'Mterminating connection due to unexpected postmaster exit', '', ''].join('\0'));
const LAST_WORD = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), fields]);
LAST_WORD.writeInt32BE(LAST_WORD.length - 1, 1);
const READY = /Z\0\0\0\x05[ITE]$/;
const GOODBYE = Buffer.from([0x58, 0, 0, 0, 4]);

interface DyingLine { url(original: string): string; dying: boolean; lastWords: number; close(): Promise<unknown> }

/** A line to a PostgreSQL that, while it is dying, says its last word right behind each answer, and as the answer to each goodbye. */
async function openDyingLine(port: number): Promise<DyingLine> {
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const end = (): void => { near.destroy(); far.destroy(); };
    for (const socket of [near, far]) socket.on('error', () => undefined).on('close', end);
    far.on('data', (data) => {
      if (!line.dying || !READY.test(data.toString('latin1'))) return void near.write(data);
      line.lastWords += 1;
      near.end(Buffer.concat([data, LAST_WORD]));
    });
    near.on('data', (data) => {
      if (!line.dying || !data.subarray(-GOODBYE.length).equals(GOODBYE)) return void far.write(data);
      line.lastWords += 1;
      near.end(LAST_WORD);
    });
  });
  const line: DyingLine = {
    url: (original) => { const url = new URL(original); url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`; return url.href; },
    dying: false,
    lastWords: 0,
    close: () => new Promise((done) => { server.close(done); }),
  };
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return line;
}

describe('the last word of a PostgreSQL that dies', () => {
  let database: TestDatabase;
  let line: DyingLine;
  let store: QueueStore & { kind: 'postgres' };
  const heard: unknown[] = [];
  const hear = (error: unknown): void => { heard.push(error); };
  beforeEach(async () => {
    database = await makeDatabase();
    await migrateQueueStore({ kind: 'postgres', url: database.url, schema: 'q' });
    line = await openDyingLine(Number(new URL(sharedStore('TEST_DATABASE_URL')).port));
    store = { kind: 'postgres', url: line.url(database.url), schema: 'q' };
    heard.length = 0;
    process.on('uncaughtException', hear);
  });
  afterEach(async () => {
    process.off('uncaughtException', hear);
    await line.close();
    await database.drop();
  });

  it('right behind an answer: workers and queues connect until it is back, and nothing ends the process', async () => {
    line.dying = true;
    const done: string[] = [];
    const worker = openWorker(store, 'work', async ({ name }) => { done.push(name); });
    const queue = openQueue(store, 'work', {}, () => undefined);
    await waitFor('it died of several connections', () => line.lastWords >= 6);
    line.dying = false;
    await waitFor('the job is put', () => queue.add('once', {}).then(() => true));
    await waitFor('the job is done', () => done.length > 0);
    await worker.close();
    await queue.close();
    expect({ done, heard }).toEqual({ done: ['once'], heard: [] });
  });

  it('as the answer to a goodbye: a worker that closes just then ends without ending the process', async () => {
    const worker = openWorker(store, 'work', async () => undefined);
    const queue = openQueue(store, 'work', {}, () => undefined);
    await Promise.all([worker.waitUntilReady(), queue.waitUntilReady()]);
    line.dying = true;
    await Promise.all([worker.close(), queue.close()]);
    await waitFor('the last word was said', () => line.lastWords > 0);
    await new Promise((turn) => { setImmediate(turn); });
    expect(heard).toEqual([]);
  });
});
