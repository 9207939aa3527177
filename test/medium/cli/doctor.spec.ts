import { readSettings } from '@tsunagu/config';
import { doorOf, issueCredentials, migrateQueues, revokeCredentials } from '@tsunagu/messaging';
import { ensureOrganiser, makeOperator, migrate, openDatabase } from '@tsunagu/storage';
import { checkVectors } from '../../../apps/cli/src/doctor/check-services.js';
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
