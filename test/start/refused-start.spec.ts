import { describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/run/ports.mjs';
import { makeFolder } from '../helpers/product.js';
import { makeDatabase, sharedStore } from '../helpers/stores.js';
import { refusedStart } from './run-start.js';

async function occupyPort(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((done) => { server.listen(0, '0.0.0.0', () => done()); });
  return { port: (server.address() as AddressInfo).port, server };
}

/** Refused with an exit code, one sentence in each language, and nothing of the program's inside. */
function expectPlainRefusal({ code, said }: { code: number | null; said: string }, japanese: string, english: string): void {
  expect(code).toBe(1);
  expect(said).toContain(japanese);
  expect(said).toContain(english);
  expect(said).not.toMatch(/\n\s+at |node:internal/);
}

describe('a start that cannot succeed says why and ends', () => {
  it('when the port of the pages is in use', async () => {
    const { port, server } = await occupyPort();
    expectPlainRefusal(await refusedStart({ PORT: String(port) }), `ポート ${port} はほかのプログラムが使っています`, `Port ${port} is in use by another program`);
    server.close();
  });

  it('when the port of the matching service is in use', async () => {
    const { port, server } = await occupyPort();
    expectPlainRefusal(await refusedStart({ MATCHING_PORT: String(port) }, ['matching']), 'MATCHING_PORT=', `Port ${port} is in use`);
    server.close();
  });

  it('when the data folder cannot be written', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'a-file'), '');
    expectPlainRefusal(await refusedStart({ DATA_DIR: join(folder, 'a-file', 'data') }), '書き込めません', 'cannot be written');
    rmSync(folder, { recursive: true });
  });

  it('when nothing answers at DATABASE_URL, without showing its password', async () => {
    const port = await freePort();
    const refusal = await refusedStart({ DATABASE_URL: `postgres://someone:very-secret@127.0.0.1:${port}/db` });
    expectPlainRefusal(refusal, `127.0.0.1:${port} に接続できません`, 'cannot be reached');
    expect(refusal.said).not.toContain('very-secret');
  });

  it('when the database refuses the password', async () => {
    const url = sharedStore('TEST_DATABASE_URL').replace(/:[^:@/]+@/, ':wrong@');
    expectPlainRefusal(await refusedStart({ DATABASE_URL: url }), '接続できません', 'password authentication failed');
  });

  it('when nothing answers at REDIS_URL', async () => {
    const port = await freePort();
    expectPlainRefusal(await refusedStart({ REDIS_URL: `redis://127.0.0.1:${port}`, DATABASE_URL: sharedStore('TEST_DATABASE_URL') }), 'REDIS_URL の Redis', 'The Redis of REDIS_URL');
  });

  it('when a setting has a wrong value, naming it', async () => {
    expectPlainRefusal(await refusedStart({ PORT: 'three' }), 'PORT は0〜65,535の整数にしてください（今は "three"）。', 'PORT="three": expected a whole number from 0 to 65,535.');
    const { TLS_CERT, TLS_KEY } = { TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' };
    expectPlainRefusal(await refusedStart({ TLS_CERT, TLS_KEY }), `TLS_KEY のファイル ${TLS_KEY} を読めません（ENOENT）`, `TLS_CERT: the file ${TLS_CERT} cannot be read (ENOENT)`);
  });

  it('when the file of word vectors is broken or missing, in one sentence that names it and the line', async () => {
    const folder = makeFolder();
    const [file, { url, drop }] = [join(folder, 'words.vec'), await makeDatabase()];
    writeFileSync(file, '2 3\n海 1 2 3\n山 1 2\n');
    const refusal = await refusedStart({ VECTORS_FILE: file, DATABASE_URL: url }, ['matching']);
    expectPlainRefusal(refusal, 'VECTORS_FILE を読めません', `VECTORS_FILE cannot be read: ${file}: line 3: expected a word and 3 numbers`);
    expect(refusal.said.split('cannot be read')).toHaveLength(2);
    expectPlainRefusal(await refusedStart({ VECTORS_FILE: join(folder, 'none.vec'), DATABASE_URL: url }, ['matching']), 'matching サービスが起動しません', 'none.vec: ENOENT');
    rmSync(folder, { recursive: true });
    await drop();
  });

  it('when asked for a service that there is not', async () => {
    const { code, said } = await refusedStart({}, ['everything']);
    expect(code).toBe(2);
    expect(said).toContain('usage: npm start');
  });
});
