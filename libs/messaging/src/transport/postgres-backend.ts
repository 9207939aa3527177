import { setTimeout as pause } from 'node:timers/promises';
import { assertSchemaCompatibility, PostgresConnection, PostgresQueueBackend, type PostgresPoolConfig, type QueueBaseOptions } from 'bullmq';
import { CalmClient } from './calm-client.js';

/** How long a connection waits before it is tried again. */
const RETRY_MS = 200;

/**
 * BullMQ's connection, made to outlive a server that dies at any moment. BullMQ's own
 * - opens its LISTEN client with a plain client, whose loss ends the process right after it connected and while it closes;
 * - remembers a first look at the tables that failed: a worker that began in that moment would ask for ever, without a pause in
 *   which anything else could run.
 */
class PatientConnection extends PostgresConnection {
  #ready?: Promise<void>;

  constructor(options: PostgresPoolConfig) {
    super({ ...options, Client: CalmClient });
    // BullMQ leaves no door for the class of its LISTEN client but this field, where it keeps the driver.
    Object.assign(this, { pgModule: { Client: CalmClient } });
  }

  /** Resolves once the tables were seen; a failure is told to all who wait, after a pause, and then forgotten. */
  override waitUntilReady(): Promise<void> {
    this.#ready ??= this.#seeTables().catch(async (error: unknown) => {
      await pause(RETRY_MS);
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #seeTables(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await assertSchemaCompatibility(client, this.schema);
    } finally {
      client.release();
    }
    setImmediate(() => this.emit('ready'));
  }
}

/** What queues and workers on PostgreSQL run on; only workers bear a name, by which others find them. */
export const postgresBackend = (name: string, options: QueueBaseOptions<PostgresPoolConfig>, { withBlockingConnection = false } = {}): PostgresQueueBackend =>
  new PostgresQueueBackend(new PatientConnection(options.connection), name, options, true, withBlockingConnection ? name : undefined);
