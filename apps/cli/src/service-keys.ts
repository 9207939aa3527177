import { fieldProblem, isId } from '@tsunagu/contracts';
import { addServiceKey, audit, listServiceKeys, revokeServiceKey } from '@tsunagu/storage';
import { writeJsonLine } from './json-lines.js';
import { parseOptions } from './parse-options.js';
import { InputError, UsageError } from './problems.js';
import { refusal } from './sentences.js';
import { withDatabase } from './with-database.js';

const USAGE = 'usage: tsunagu service-keys [--make SERVICE --name WHAT-FOR | --revoke ID]';

/** `tsunagu service-keys`: lists the API keys of other services, makes one (shown this once), or revokes one. */
export async function run(args: string[]): Promise<void> {
  const { make, name, revoke } = parseOptions({ args, options: { make: { type: 'string' }, name: { type: 'string' }, revoke: { type: 'string' } } }, USAGE).values;
  if (make === undefined && name !== undefined) throw new UsageError(refusal('option.alone', { other: '--make' }), USAGE, '--name');
  if (make !== undefined && name === undefined) throw new UsageError(refusal('option.alone', { other: '--name' }), USAGE, '--make');
  if (make !== undefined && revoke !== undefined) throw new UsageError(refusal('option.excluded', { other: '--revoke' }), USAGE, '--make');
  await withDatabase((database, settings) => database.transaction(async (tx) => {
    if (make !== undefined && name !== undefined) {
      if (!settings.SERVICES.split(',').includes(make)) throw new InputError(fieldProblem('--make', 'service.unknown'), { field: '--make' });
      const { key, secret } = await addServiceKey(tx, { service: make, name, createdBy: 'operator' });
      await audit(tx, { eventId: null, actor: 'operator', action: 'service_key.made', subject: key.id, detail: { service: make } });
      await writeJsonLine({ ...key, secret });
    } else if (revoke !== undefined) {
      const service = isId(revoke) ? await revokeServiceKey(tx, revoke) : null;
      if (!service) throw new InputError(refusal('service_key.unknown', { id: revoke }), { field: '--revoke' });
      await audit(tx, { eventId: null, actor: 'operator', action: 'service_key.revoked', subject: revoke, detail: { service } });
      await writeJsonLine({ revoked: revoke, service });
    } else {
      for (const key of await listServiceKeys(tx)) await writeJsonLine(key);
    }
  }));
}
