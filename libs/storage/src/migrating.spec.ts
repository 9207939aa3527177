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

  it('is begun by each in turn, however close they come', async () => {
    const client = new pg.Client({ connectionString: own.url });
    await client.connect();
    try {
      for (let round = 0; round < 40; round++) {
        await client.query('DROP TABLE migrating');
        expect(await Promise.all(Array.from({ length: 8 }, () => migrateAlone(own.url, () => Promise.resolve(1))))).toHaveLength(8);
      }
    } finally {
      await client.end();
    }
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

  it('waits for whoever reads a table that it alters, not for ever, and nobody waits behind it then', async () => {
    const other = new pg.Client({ connectionString: own.url });
    await other.connect();
    await other.query("ALTER TABLE team DROP COLUMN called_by; DELETE FROM migrations WHERE name LIKE 'CalledBy%'");
    await other.query('BEGIN; SELECT FROM team');
    await expect(migrate(own.url, 100)).rejects.toBeInstanceOf(MigrationBusy);
    await other.query('COMMIT');
    expect(await migrate(own.url, 100)).toEqual([expect.stringMatching(/^CalledBy/)]);
    await other.end();
  });

  it('gives every column that refers to a person an index, by which who is erased is found', async () => {
    const client = new pg.Client({ connectionString: own.url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT c.conrelid::regclass || '.' || a.attname AS column, EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(' || a.attname || ' IS NOT NULL)')) AS found
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] WHERE c.contype = 'f' AND c.confrelid = 'participant'::regclass`);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ found }) => !found)).toEqual([]);
    await client.end();
  });

  it('lets the next one begin where the work has failed', async () => {
    await expect(migrateAlone(own.url, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await migrate(own.url, 100)).toEqual([]);
  });
});
