import { fieldProblem, isId } from '@tsunagu/contracts';
import { findDeadLetter, listDeadLetters, reopenRequest } from '@tsunagu/storage';
import { writeJsonLine } from './json-lines.js';
import { parseOptions } from './parse-options.js';
import { InputError } from './problems.js';
import { refusal } from './sentences.js';
import { withDatabase } from './with-database.js';

const USAGE = 'usage: tsunagu dead-letters [--service NAME] [--replay ID|all]';

/**
 * `tsunagu dead-letters [--service NAME] [--replay ID|all]`: messages of other services that could not be taken, latest
 * first, without what they say; or has them done again, each with a result of the next round.
 */
export async function run(args: string[]): Promise<void> {
  const { service, replay } = parseOptions({ args, options: { service: { type: 'string' }, replay: { type: 'string' } } }, USAGE).values;
  await withDatabase(async (database, settings) => {
    const tx = database.reader;
    const isKnown = (name: string): Promise<boolean> | boolean => settings.SERVICES.split(',').includes(name) || listDeadLetters(tx, { service: name, limit: 1 }).then(({ length }) => length > 0);
    if (service !== undefined && !await isKnown(service)) throw new InputError(fieldProblem('--service', 'service.unknown'), { field: '--service' });
    if (replay !== undefined && replay !== 'all' && !(isId(replay) && await findDeadLetter(tx, replay))) throw new InputError(refusal('dead_letter.unknown', { id: replay }), { field: '--replay' });
    for (const letter of await listDeadLetters(tx, { service, limit: 10_000 })) {
      const { id, queue, jobId, requestId, pattern, problem, at, replayedAt } = letter;
      if (replay === undefined) await writeJsonLine({ id, service: letter.service, queue, jobId, requestId, pattern, code: problem.code, errors: problem.errors?.map(({ field, code }) => ({ field, code })) ?? [], at, replayedAt });
      else if (replay === id || (replay === 'all' && !replayedAt)) await writeJsonLine({ id, round: await reopenRequest(tx, id) });
    }
  });
}
