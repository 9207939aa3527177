import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/run/ports.mjs';
import { freshName, makeDatabase, type TestDatabase } from './stores.js';
import { waitFor } from './wait-for.js';

export type ServiceName = 'event' | 'matching';

export interface ProductOptions {
  /** Further settings. Without DATABASE_URL the product gets a database of its own on the shared server. */
  env?: Record<string, string | undefined>;
  /** true runs the embedded database below `folder`, as `npm start` does. */
  embedded?: boolean;
  /** Where the project stands; default: this working copy. */
  project?: string;
  /** true keeps the demo event that `npm start` makes. */
  demo?: boolean;
  /** Data folder to use again; default: a fresh one that `stop` removes. */
  folder?: string;
}

/** The built product, running as two processes below one starter. */
export interface Product {
  /** `http://localhost:port` of pages, HTTP and sockets. */
  origin: string;
  matchingOrigin: string;
  /** Address of the database it uses; undefined where it is the embedded one. */
  databaseUrl?: string;
  /** Paths printed at the start: console, join, wall, api; without a demo event only some. */
  paths: { console?: string; join?: string; wall?: string; api?: string };
  folder: string;
  /** Process number of the starter. */
  pid: number;
  output(): string;
  /** Process number of a service, as it is now. */
  pidOf(service: ServiceName): number;
  kill(service: ServiceName | 'starter', signal: NodeJS.Signals): void;
  /** Sends SIGTERM and waits for the end; resolves to the exit code. Removes what the start had made. */
  stop(): Promise<number | null>;
  /** Waits for the end of the starter, however it comes. */
  ended(): Promise<number | null>;
}

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the product and waits until all of it is ready. @throws Error with its output where it ends before */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const { project = PROJECT, embedded = false, demo = false } = options;
  const folder = options.folder ?? makeFolder();
  const [port, matchingPort] = [await freePort(), await freePort()];
  const database = embedded || options.env?.DATABASE_URL ? undefined : await makeDatabase();
  const starter = spawn(process.execPath, ['--import', join(project, 'scripts/run/end-with-starter.mjs'), 'scripts/start.mjs'], {
    cwd: project, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env, DATA_DIR: folder, PORT: String(port), MATCHING_PORT: String(matchingPort), DEMO: String(demo), QUEUE_NAMESPACE: freshName(),
      DATABASE_URL: database?.url, REDIS_URL: undefined, PUBLIC_URL: undefined, npm_lifecycle_event: undefined, NODE_OPTIONS: undefined, ...options.env,
    } as NodeJS.ProcessEnv,
  });
  let output = '';
  for (const stream of [starter.stdout!, starter.stderr!]) stream.on('data', (text) => { output += text; });
  const ended = once(starter, 'exit').then(([code]) => code as number | null);
  const origin = `http://localhost:${port}`;
  await Promise.race([
    waitFor('the product is ready', async () => addressesPrinted(output) && (await fetch(`${origin}/health/all`)).ok, 120),
    ended.then((code) => { throw new Error(`the product ended with ${code}`); }),
  ]).catch(async (error: Error) => {
    starter.kill('SIGTERM');
    await ended;
    await cleanUp(database, options.folder ? undefined : folder);
    throw new Error(`${error.message}:\n${output}`);
  });
  const note = (): Record<ServiceName, number> => JSON.parse(readFileSync(join(folder, 'starters', `${starter.pid}.json`), 'utf8'));
  const pidOf = (service: ServiceName): number => note()[service];
  return {
    origin, matchingOrigin: `http://localhost:${matchingPort}`, databaseUrl: options.env?.DATABASE_URL ?? database?.url, paths: readPaths(output), folder, pid: starter.pid!,
    output: () => output,
    pidOf,
    kill: (service, signal) => void process.kill(service === 'starter' ? starter.pid! : pidOf(service), signal),
    ended: () => ended,
    async stop() {
      if (starter.exitCode === null && starter.signalCode === null) starter.kill('SIGTERM');
      const code = await ended;
      await cleanUp(database, options.folder ? undefined : folder);
      return code;
    },
  };
}

/** A folder that the database user may pass; for `folder`. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-product-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function cleanUp(database: TestDatabase | undefined, folder: string | undefined): Promise<void> {
  await database?.drop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}

const addressesPrinted = (output: string): boolean => /^https?:\/\/\S+\/api\b/m.test(output);

function readPaths(output: string): Product['paths'] {
  const path = (label: string): string | undefined => new RegExp(`^https?://[^/\\s]+(/\\S*)  .*${label}`, 'm').exec(output)?.[1];
  return { console: path("organiser's console"), join: path('join page'), wall: path('projector'), api: path('API') };
}
