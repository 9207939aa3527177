import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { makeDatabase, type TestDatabase } from '../../../../test/helpers/stores.js';
import { waitFor } from '../../../../test/helpers/wait-for.js';
import { migrate } from '../database.js';
import { listen } from './listen.js';

Logger.overrideLogger(false);

describe('listening', () => {
  let own: TestDatabase;
  beforeAll(async () => { own = await makeDatabase(); await migrate(own.url); });
  afterAll(() => own.drop());

  it('goes on after a message that its reader cannot take', async () => {
    const heard: string[] = [];
    let ready = false;
    const listener = listen(own.url, ['a'], (_, payload) => { if (payload === 'no json') JSON.parse(payload); heard.push(payload); }, () => { ready = true; });
    const sender = new pg.Client({ connectionString: own.url });
    try {
      await waitFor('the listener', () => ready);
      await sender.connect();
      for (const message of ['no json', 'next']) await sender.query("SELECT pg_notify('a' || secret, $1) FROM channel", [message]);
      await waitFor('the next message', () => heard.length);
      expect(heard).toEqual(['next']);
    } finally {
      await sender.end();
      await listener.close();
    }
  });
});
