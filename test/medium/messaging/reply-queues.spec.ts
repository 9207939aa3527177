import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MessageEnvelope, MessageResult } from '@tsunagu/contracts';
import { Door, openQueue } from '@tsunagu/messaging';
import { finishRequest } from '@tsunagu/storage';
import { waitFor } from '../../helpers/wait-for.js';
import { openRoom, type Room } from './rooms.js';

const ASKERS = 24;

describe('askers that ended and left their reply queues', () => {
  let room: Room;
  let door: Door;
  beforeEach(async () => { room = await openRoom('PostgreSQL'); });
  afterEach(async () => { await door.stop(); await room.close(); });

  /** One result for each asker, stored and not delivered. */
  const store = async (round: string): Promise<void> => {
    for (let n = 0; n < ASKERS; n++) {
      const id = `${round}${n}`;
      const message: MessageEnvelope = { version: 1, id, data: {}, replyTo: `results.asker${n}`, priority: 0 };
      const result = { version: 1, id, correlationId: id, pattern: 'match.tags', requester: 'library', round: 1, model: 'm', timing: { acceptedAt: '', finishedAt: '', waitedMs: 0, workedMs: 0 }, expiresAt: '', status: 'done', result: { texts: [] } } satisfies MessageResult;
      await finishRequest(room.database.reader, { service: 'library', id, pattern: 'match.tags', acceptedAt: new Date(), keepMs: 86_400_000, message }, result);
    }
    await room.database.reader.query("UPDATE match_request SET finished_at = now() - interval '1 minute' WHERE delivered_at IS NULL");
  };
  const left = async (): Promise<number> => (await room.database.reader.query('SELECT count(*)::int AS n FROM match_request WHERE delivered_at IS NULL'))[0].n;
  const connections = async (): Promise<number> => (await room.database.reader.query('SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database()'))[0].n;

  it('cost no connection each: not while their results are delivered, and not once their queues are full', async () => {
    door = new Door(room.doors[0], room.database, { model: 'm', resultsWaiting: 1 });
    await store('first');
    let most = 0;
    for (const round of ['first', 'second']) {
      if (round === 'second') await store(round);
      for (let n = 0; n < 4; n++) {
        await door.sweep();
        most = Math.max(most, await connections());
      }
      expect(await left()).toBe(round === 'first' ? 0 : ASKERS);
    }
    expect(most).toBeLessThanOrEqual(6 + 2 * 20);
  });

  it('get what is left for them when they come back, whichever of them it is', async () => {
    door = new Door(room.doors[0], room.database, { model: 'm', resultsWaiting: 1 });
    await store('first');
    await door.sweep();
    await store('second');
    await door.sweep();
    const queue = openQueue(room.doors[0].store, `results.asker${ASKERS - 1}`, {}, () => undefined);
    try {
      await queue.drain();
      await waitFor('its second result', async () => { await door.sweep(); return (await queue.getWaitingCount()) === 1; }, 10);
    } finally {
      await queue.close();
    }
    expect(await left()).toBe(ASKERS - 1);
  });
});
