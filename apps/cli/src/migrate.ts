import { migrateQueues } from '@tsunagu/messaging';
import { migrate } from '@tsunagu/storage';
import { writeJsonLine } from './json-lines.js';
import { noOptions } from './parse-options.js';
import { withDatabase } from './with-database.js';

/** `tsunagu migrate`: brings tables and queues up to date. */
export async function run(args: string[]): Promise<void> {
  noOptions('migrate', args);
  await withDatabase(async (_, settings) => {
    const applied = await migrate(settings.DATABASE_URL!);
    await migrateQueues({ redisUrl: settings.REDIS_URL, databaseUrl: settings.DATABASE_URL!, namespace: settings.QUEUE_NAMESPACE, services: settings.SERVICES });
    await writeJsonLine({ applied });
  }, { make: true });
}
