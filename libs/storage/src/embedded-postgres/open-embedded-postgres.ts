import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { CLUSTER_USER, findOrMakeCluster, type Cluster } from './cluster.js';
import { isStopping, joinOrStart, stopPostmaster, type Postmaster, type PostmasterSettings } from './postmaster.js';
import { EmbeddedPostgresProblem } from './problem.js';
import { chooseRunAs } from './run-as.js';

export interface EmbeddedPostgresOptions {
  /** Folder of the data; made when missing. */
  dataDir: string;
  database?: string;
  /** false skips every flush to disk, so that a crash of the machine (not of the server) loses data: for tests. */
  durable?: boolean;
  /** Hears one sentence when the server had died and runs again. */
  report?: (sentence: string) => void;
}

/** A hold on the embedded database. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Where the data stands; outside `dataDir` where root runs it in a folder that the database user cannot reach. */
  readonly folder: string;
  /** Process number of the server, for tests of its death. */
  readonly pid: number;
  /** Whether the server ran already. */
  readonly joined: boolean;
  /** Lets go. The last one to let go stops the server. */
  close(): Promise<void>;
}

/**
 * Starts PostgreSQL from the npm packages on the cluster below `dataDir`, or joins it where it runs, and keeps it
 * running: a server that dies or is told to stop is started again on the same port while anybody holds it.
 * @throws EmbeddedPostgresProblem
 */
export async function openEmbeddedPostgres({ dataDir, database = 'tsunagu', durable = true, report = () => undefined }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const runAs = chooseRunAs();
  const binaries = findBinaries(runAs);
  const cluster = await findOrMakeCluster({ dataDir, binaries, runAs, durable });
  const hold = new Hold(cluster, { binaries, runAs, durable }, report);
  await hold.take();
  await makeDatabase(cluster, hold.postmaster.port, database).catch(async (error: unknown) => {
    await hold.letGo();
    throw error;
  });
  return {
    url: address(cluster, hold.postmaster.port, database),
    folder: cluster.folder,
    joined: hold.postmaster.joined,
    get pid() { return hold.postmaster.pid; },
    close: () => hold.letGo(),
  };
}

const address = (cluster: Cluster, port: number, database: string): string => `postgres://${CLUSTER_USER}:${cluster.password}@127.0.0.1:${port}/${database}`;

/** Makes the database where there is none, and keeps every role but the owner out of the one that holds are taken in. */
async function makeDatabase(cluster: Cluster, port: number, database: string): Promise<void> {
  const client = new pg.Client(address(cluster, port, 'postgres'));
  await client.connect();
  try {
    const { rows: [{ open }] } = await client.query<{ open: boolean }>("SELECT has_database_privilege('public', 'postgres', 'CONNECT') AS open");
    if (open) await client.query('REVOKE CONNECT ON DATABASE postgres FROM PUBLIC').catch((error: { code?: string }) => { if (error.code !== 'XX000') throw error; }); // another starter does it
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } catch (error) {
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error; // another starter made it
  } finally {
    await client.end();
  }
}

/** In the database `postgres`, which no role of a service may enter: nobody but holders takes it. */
const HOLD_LOCK = 7_408_068;
/** Between two looks whether somebody told the server to stop. */
const LOOK_MS = 1_000;

/**
 * One session that holds a shared lock: who holds it needs the server. PostgreSQL frees the lock by itself when a
 * holder dies, so the count of holders is never wrong, and the end of the session tells that the server died.
 */
class Hold {
  postmaster: Postmaster;
  #session: pg.Client;
  #closing = false;
  #recovery: Promise<void> = Promise.resolve();
  #look?: NodeJS.Timeout;

  constructor(private readonly cluster: Cluster, private readonly settings: PostmasterSettings, private readonly report: (sentence: string) => void) {}

  /** Joins or starts the server and takes the lock; tries again where the server was just being stopped. */
  async take(port?: number): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      this.postmaster = await joinOrStart(this.cluster, { ...this.settings, port });
      const session = new pg.Client({ connectionString: address(this.cluster, this.postmaster.port, 'postgres'), application_name: 'tsunagu hold', keepAlive: true, connectionTimeoutMillis: 5_000 });
      session.on('error', () => undefined); // 'end' follows
      try {
        await session.connect();
        await session.query('SELECT pg_advisory_lock_shared($1)', [HOLD_LOCK]);
        session.once('end', () => this.#onEnd());
        this.#session = session;
        if (!this.#look) this.#lookLater();
        return;
      } catch (error) {
        await session.end().catch(() => undefined);
        if (attempt >= 50) throw new EmbeddedPostgresProblem('database.did_not_start', `PostgreSQL runs but cannot be used: ${(error as Error).message}`, { cause: error });
        await pause(100);
      }
    }
  }

  #onEnd(): void {
    if (!this.#closing) this.#recovery = this.#recover();
  }

  #lookLater(): void {
    this.#look = setTimeout(() => void this.#endWhatStops().finally(() => { if (!this.#closing) this.#lookLater(); }), LOOK_MS).unref();
  }

  /** Told to stop by somebody else, it would wait for our sessions and refuse all new ones: it ends now, and is started again. */
  async #endWhatStops(): Promise<void> {
    try {
      if (isStopping(this.cluster, this.postmaster)) await stopPostmaster(this.cluster, this.postmaster, this.settings);
    } catch (error) {
      this.report(`PostgreSQL is stopping and could not be ended: ${(error as Error).message}`);
    }
  }

  async #recover(): Promise<void> {
    const { port } = this.postmaster;
    while (!this.#closing) {
      try {
        await this.take(port);
        this.report(`PostgreSQL had stopped and runs again on port ${port}.`);
        return;
      } catch (error) {
        this.report(`PostgreSQL stopped: ${(error as Error).message}`);
        await pause(1_000);
      }
    }
  }

  async letGo(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    clearTimeout(this.#look);
    await this.#recovery;
    const last = await this.#wasLast().catch(() => false); // a server that died meanwhile needs no stop
    if (last) await stopPostmaster(this.cluster, this.postmaster, this.settings);
    await this.#session.end().catch(() => undefined);
  }

  /** Gives the shared lock back, then asks for the whole: of two who leave at once, the later one gets it. */
  async #wasLast(): Promise<boolean> {
    await this.#session.query('SELECT pg_advisory_unlock_shared($1)', [HOLD_LOCK]);
    const { rows } = await this.#session.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [HOLD_LOCK]);
    return rows[0].last;
  }
}
