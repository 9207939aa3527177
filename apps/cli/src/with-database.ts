import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings, SettingsError, type Settings } from '@tsunagu/config';
import { RedisUnreachable } from '@tsunagu/messaging';
import { addressOf, EmbeddedPostgresProblem, MigrationBusy, openDatabase, openEmbeddedPostgres, reasonOf, redisProblem, sqlState, STORE_PROBLEMS, type Database, type StoreDetails, type StoreProblemCode } from '@tsunagu/storage';
import { CommandProblem } from './problems.js';
import { refusal } from './sentences.js';

const POOL = 2;
/** A table or a column that is not there. */
const NOT_MIGRATED = new Set(['42P01', '42703']);

/**
 * Runs an operator's command on the configured database, or on the embedded one: started for it where it does not run, and made
 * by the command alone that makes tables, since any other would find nothing in it.
 * @throws CommandProblem where settings are wrong or a store cannot be used
 */
export async function withDatabase(work: (database: Database, settings: Settings) => Promise<void>, { settings = settingsHere(), make = false }: { settings?: Settings; make?: boolean } = {}): Promise<void> {
  if (!make && !hasDatabase(settings)) throw new CommandProblem({ code: 'database.none_here', ...STORE_PROBLEMS['database.none_here']({ folder: resolve(settings.DATA_DIR) }) });
  const embedded = settings.DATABASE_URL ? undefined : await openEmbedded(settings.DATA_DIR);
  const url = settings.DATABASE_URL ?? embedded!.url;
  try {
    const database = await openDatabase(url, POOL).catch((error) => storeFails('database.unreachable', { address: addressOf(url), reason: reasonOf(error) }, error));
    await work(database, { ...settings, DATABASE_URL: url }).catch((error) => workFails(error, settings)).finally(() => database.source.destroy());
  } finally {
    await embedded?.close();
  }
}

/** Is a database named, or is the embedded one there? */
export const hasDatabase = ({ DATABASE_URL, DATA_DIR }: Settings): boolean => DATABASE_URL !== undefined || existsSync(join(DATA_DIR, 'postgres'));

function settingsHere(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new CommandProblem(refusal('settings.invalid', error), { field: error.faults.map(({ name }) => name).join(', ') }, { cause: error });
  }
}

const openEmbedded = (dataDir: string) => openEmbeddedPostgres({ dataDir }).catch((error) => {
  if (error instanceof EmbeddedPostgresProblem) storeFails(error.code, { folder: dataDir, reason: error.message }, error);
  throw error;
});

function workFails(error: unknown, { REDIS_URL }: Settings): never {
  if (error instanceof RedisUnreachable) storeFails(redisProblem(error.message), { address: addressOf(REDIS_URL!), reason: error.message }, error);
  if (error instanceof MigrationBusy) storeFails('database.migrating', {}, error);
  if (NOT_MIGRATED.has(sqlState(error) ?? '')) storeFails('database.not_migrated', {}, error);
  throw error;
}

function storeFails(code: StoreProblemCode, details: StoreDetails, cause: unknown): never {
  throw new CommandProblem({ code, ...STORE_PROBLEMS[code](details) }, {}, { cause });
}
