import { readSettings, type Settings } from '@tsunagu/config';
import { openDatabase, openEmbeddedPostgres, type Database } from '@tsunagu/storage';

const POOL = 2;

/** Runs an operator's command on the configured database, or on the embedded one (started for it where it does not run). */
export async function withDatabase(work: (database: Database, settings: Settings) => Promise<void>, settings = readSettings(process.env)): Promise<void> {
  const embedded = settings.DATABASE_URL ? undefined : await openEmbeddedPostgres({ dataDir: settings.DATA_DIR });
  const url = settings.DATABASE_URL ?? embedded!.url;
  try {
    const database = await openDatabase(url, POOL);
    await work(database, { ...settings, DATABASE_URL: url }).finally(() => database.source.destroy());
  } finally {
    await embedded?.close();
  }
}
