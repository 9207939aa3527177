import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readSettings } from '@tsunagu/config';
import { doorOf, issueCredentials, migrateQueues, revokeCredentials } from '@tsunagu/messaging';
import { ensureOrganiser, makeOperator, migrate, openDatabase } from '@tsunagu/storage';
import { checkServices, checkTls, checkVectors } from '../../../apps/cli/src/doctor/check-services.js';
import { checkStores } from '../../../apps/cli/src/doctor/check-database.js';
import { freshName, makeDatabase, sharedStore } from '../../helpers/stores.js';

describe.each(['PostgreSQL', 'Redis'])('tsunagu doctor on a real database, queues on %s', (backend) => {
  it('finds what is missing, and nothing once it is there', async () => {
    const { url, drop } = await makeDatabase();
    const settings = readSettings({ DATABASE_URL: url, QUEUE_NAMESPACE: freshName(), SERVICES: 'library', ...(backend === 'Redis' ? { REDIS_URL: sharedStore('TEST_REDIS_URL') } : {}) });
    const wrong = async (): Promise<string[]> => (await checkStores(settings)).filter(({ state, part }) => state !== 'ok' && !(part === 'queues' && backend === 'Redis')).map(({ part }) => part).sort();
    try {
      expect(await wrong()).toEqual(backend === 'Redis' ? ['migrations'] : ['migrations', 'queues']);
      await migrate(url);
      await migrateQueues({ databaseUrl: url, redisUrl: settings.REDIS_URL, namespace: settings.QUEUE_NAMESPACE, services: settings.SERVICES });
      expect(await wrong()).toEqual(['operator']);
      const database = await openDatabase(url, 1);
      await makeOperator(database.reader, (await ensureOrganiser(database.reader, 'owner')).id);
      expect(await wrong()).toEqual([]);
      await database.reader.query("INSERT INTO dead_letter (service, queue, job_id, pattern, problem) VALUES ('library', 'requests', 'j', 'match.tags', '{}')");
      expect(await wrong()).toEqual(['service library']);
      await database.source.destroy();
      const findings = await checkStores(settings);
      expect(findings.map(({ part }) => part)).toEqual(expect.arrayContaining(['database', 'clock', 'queues', 'jobs', 'webhooks', 'retention']));
      expect(findings.find(({ part }) => part === 'queues')!.say).toMatch(backend === 'Redis' ? /Redis \d/ : /PostgreSQL/);
      if (backend !== 'Redis') return;
      const queues = async (): Promise<string> => (await checkStores(settings)).filter(({ part }) => part === 'queues').map(({ say }) => say).join('\n');
      expect(await queues()).toContain('no user for library');
      const door = doorOf({ databaseUrl: url, redisUrl: settings.REDIS_URL, namespace: settings.QUEUE_NAMESPACE }, 'library');
      await issueCredentials(door);
      expect(await queues()).not.toMatch(/no user|aclfile/);
      await revokeCredentials(door);
    } finally {
      await drop();
    }
  });

  it('says that the server cannot be reached, in a sentence', async () => {
    const findings = await checkStores(readSettings({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }));
    expect(findings).toEqual([expect.objectContaining({ part: 'database', state: 'bad', ja: expect.stringContaining('データベース') })]);
  });
});

it('tsunagu doctor reads the word vectors with which the product would not start', async () => {
  const vectors = (file?: string): Promise<unknown[]> => checkVectors(readSettings({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', VECTORS_FILE: file }));
  expect(await vectors()).toEqual([]);
  expect(await vectors('/nowhere/vectors.txt')).toEqual([expect.objectContaining({ part: 'word vectors', state: 'bad', say: expect.stringContaining('/nowhere/vectors.txt'), ja: expect.stringContaining('VECTORS_FILE') })]);
});

it('tsunagu doctor reads the certificate with which the product would not start', async () => {
  const file = (name: string): string => fileURLToPath(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url));
  const certificate = (tls: object): Promise<unknown[]> => checkTls(readSettings({ ...tls }));
  expect(await certificate({})).toEqual([]);
  expect(await certificate({ TLS_CERT: file('cert'), TLS_KEY: file('key') })).toEqual([expect.objectContaining({ state: 'ok' })]);
  expect(await certificate({ TLS_CERT: file('cert'), TLS_KEY: '/nowhere/key.pem' })).toEqual([expect.objectContaining({ state: 'bad', say: expect.stringMatching(/^TLS_KEY: the file \/nowhere\/key\.pem /), ja: expect.stringContaining('TLS_KEY のファイル') })]);
  expect(await certificate({ TLS_CERT: file('key'), TLS_KEY: file('key') })).toEqual([expect.objectContaining({ state: 'bad', say: expect.stringContaining('TLS_CERT and TLS_KEY: expected') })]);
});

describe('tsunagu doctor on the services', () => {
  const [TLS_CERT, TLS_KEY] = ['cert', 'key'].map((name) => fileURLToPath(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url)));
  /** What it finds of the event service where this server answers in its stead. */
  const findingAt = async (server: http.Server, tls: object = {}): Promise<unknown> => {
    await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
    try {
      const { port } = server.address() as AddressInfo;
      return (await checkServices(readSettings({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', HOST: '127.0.0.1', PORT: String(port), MATCHING_PORT: '1', ...tls })))[0];
    } finally {
      server.close();
    }
  };
  const answer = (status: number, body: string) => (_: http.IncomingMessage, response: http.ServerResponse): void => void response.writeHead(status).end(body);

  it('finds one ready whose certificate is made out to another name', async () => {
    const server = https.createServer({ cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }, answer(200, '{"database":"ok"}'));
    expect(await findingAt(server, { TLS_CERT, TLS_KEY })).toMatchObject({ part: 'event service', state: 'ok' });
  });

  it('tells what is not ready from another program at the port, and that from none', async () => {
    expect(await findingAt(http.createServer(answer(503, '{"database":"ok","queue":"down"}')))).toMatchObject({ state: 'bad', say: expect.stringMatching(/not ready: queue$/) });
    expect(await findingAt(http.createServer(answer(200, '<html>')))).toMatchObject({ state: 'bad', say: expect.stringContaining('is not this service') });
    const [, matching] = await checkServices(readSettings({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PORT: '1', MATCHING_PORT: '1' }));
    expect(matching).toMatchObject({ state: 'bad', say: expect.stringContaining('does not answer at http://') });
  });
});
