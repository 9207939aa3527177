import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeDatabase, type TestDatabase } from '../../../test/helpers/stores.js';
import { migrate, openDatabase, type Database } from './database.js';
import { holdAlone, holdTogether, takeTurn, tryTurn } from './turns.js';

describe('turns', () => {
  let own: TestDatabase;
  let [here, there]: Database[] = [];
  beforeAll(async () => {
    own = await makeDatabase();
    await migrate(own.url);
    [here, there] = [await openDatabase(own.url, 2), await openDatabase(own.url, 2)];
  });
  afterAll(async () => {
    await Promise.all([here, there].map((database) => database.onApplicationShutdown()));
    await own.drop();
  });

  it('one process at a time has the turn of a name, until its transaction ends', async () => {
    const order: string[] = [];
    let second: Promise<unknown> | undefined;
    await here.transaction(async (tx) => {
      await takeTurn(tx, 'ranking:a');
      second = there.transaction(async (other) => { await takeTurn(other, 'ranking:a'); order.push('second'); });
      expect(await there.transaction((other) => tryTurn(other, 'ranking:a'))).toBe(false);
      expect(await there.transaction((other) => tryTurn(other, 'ranking:b'))).toBe(true);
      order.push('first');
    });
    await second;
    expect(order).toEqual(['first', 'second']);
    expect(await there.transaction((tx) => tryTurn(tx, 'ranking:a'))).toBe(true);
  });

  it('many hold one thing side by side, and who ends it waits for them', async () => {
    const order: string[] = [];
    let end: Promise<unknown> | undefined;
    await here.transaction(async (tx) => {
      await holdTogether(tx, 'a');
      await there.transaction((other) => holdTogether(other, 'a'));
      await takeTurn(tx, 'ranking:a');
      end = there.transaction(async (other) => { await holdAlone(other, 'a'); order.push('end'); });
      await there.transaction((other) => other.query('SELECT pg_sleep(0.1)'));
      order.push('held');
    });
    await end;
    expect(order).toEqual(['held', 'end']);
  });

  it('no turn is a lock that another role of the database could take', async () => {
    const locks = await here.transaction(async (tx) => {
      await holdTogether(tx, 'a');
      await takeTurn(tx, 'ranking:a');
      return tx.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()");
    });
    expect(locks).toHaveLength(0);
  });
});
