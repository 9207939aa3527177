import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { makeDatabase, type TestDatabase } from '../../../test/helpers/stores.js';
import { migrate } from './database.js';
import { migrateAlone, MigrationBusy } from './migrating.js';

describe('migrating', () => {
  let own: TestDatabase;
  beforeAll(async () => { own = await makeDatabase(); });
  afterAll(() => own.drop());

  it('is done by one of several starters on an empty database', async () => {
    const done = await Promise.all([1, 2, 3].map(() => migrate(own.url)));
    expect(done.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('waits for whoever migrates, not for ever, and says so', async () => {
    const other = new pg.Client({ connectionString: own.url });
    await other.connect();
    await other.query('BEGIN; LOCK TABLE migrating');
    await expect(migrate(own.url, 100)).rejects.toBeInstanceOf(MigrationBusy);
    const waiting = migrate(own.url);
    await other.query('COMMIT');
    expect(await waiting).toEqual([]);
    await other.end();
  });

  it('lets the next one begin where the work has failed', async () => {
    await expect(migrateAlone(own.url, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await migrate(own.url, 100)).toEqual([]);
  });
});
