import { Logger } from '@nestjs/common';
import pg from 'pg';

export interface Listener { close(): Promise<void> }

const RECONNECT_MS = 500;

/**
 * Listens to NOTIFY on the channels with a connection of its own, and connects again whenever it is lost.
 * Notifications during a gap are lost: callers poll as well. `onReconnect` tells them to look at once.
 * Every role of the database can listen and notify, also that of a service with a door: the end of each channel's name is drawn at random
 * for the database, where that role cannot read it. What `onMessage` throws at is logged and passed over.
 */
export function listen(url: string, channels: string[], onMessage: (channel: string, payload: string) => void, onReconnect: () => void): Listener {
  const logger = new Logger('listen');
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const retry = (): void => {
    if (!closed && !timer) timer = setTimeout(() => { timer = undefined; void connect(); }, RECONNECT_MS);
  };
  const hear = (channel: string, payload: string): void => {
    try {
      onMessage(channel, payload);
    } catch (error) {
      logger.warn(`${channel}: ${(error as Error).message}`);
    }
  };
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    fresh.on('error', () => { void fresh.end().catch(() => undefined); retry(); });
    try {
      await fresh.connect();
      const { rows: [{ secret }] } = await fresh.query<{ secret: string }>('SELECT secret FROM channel');
      fresh.on('notification', ({ channel, payload }) => hear(channel.slice(0, -secret.length), payload ?? ''));
      for (const channel of channels) await fresh.query(`LISTEN ${pg.escapeIdentifier(channel + secret)}`);
      client = fresh;
      if (closed) await fresh.end();
      else onReconnect();
    } catch {
      await fresh.end().catch(() => undefined);
      retry();
    }
  };
  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
