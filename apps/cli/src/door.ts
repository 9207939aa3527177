import { fieldProblem } from '@tsunagu/contracts';
import { doorOf, DoorRoleRefused, issueCredentials, migrateDoor, revokeCredentials, type QueueStoreOptions } from '@tsunagu/messaging';
import { writeJsonLine } from './json-lines.js';
import { invalidOption, parseOptions } from './parse-options.js';
import { CommandProblem, InputError, UsageError } from './problems.js';
import { refusal } from './sentences.js';
import { withDatabase } from './with-database.js';

const USAGE = 'usage: tsunagu door NAME [--revoke]';

/**
 * `tsunagu door NAME`: makes the user of a service that enters its own queues and nothing else, with a new password, and
 * prints what the service needs. `--revoke` takes the access away.
 */
export async function run(args: string[]): Promise<void> {
  const { values: { revoke }, positionals: [name, ...more] } = parseOptions({ args, options: { revoke: { type: 'boolean' } }, allowPositionals: true }, USAGE);
  if (!name || more.length) throw new UsageError(refusal('arguments.wrong'), USAGE);
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name)) throw invalidOption('NAME', name, 'service', USAGE);
  await withDatabase(async (_, settings) => {
    if (!settings.SERVICES.split(',').includes(name)) throw new InputError(fieldProblem('NAME', 'service.unknown'), { field: name });
    const options: QueueStoreOptions = { databaseUrl: settings.DATABASE_URL!, redisUrl: settings.REDIS_URL, namespace: settings.QUEUE_NAMESPACE };
    const door = doorOf(options, name);
    if (revoke) {
      await revokeCredentials(door);
      return writeJsonLine({ revoked: name });
    }
    await migrateDoor(door);
    const { url, place } = await issueCredentials(door).catch((error: unknown) => {
      if (!(error instanceof DoorRoleRefused)) throw error;
      throw new CommandProblem(refusal('door.no_createrole', { user: decodeURIComponent(new URL(settings.DATABASE_URL!).username) || 'postgres' }), {}, { cause: error });
    });
    await writeJsonLine({ TSUNAGU_URL: url, ...('prefix' in place ? { TSUNAGU_PREFIX: place.prefix } : { TSUNAGU_SCHEMA: place.schema }) });
  });
}
