import { fieldProblem, isId } from '@tsunagu/contracts';
import { findDeadLetter, listDeadLetters, reopenRequest, type DeadLetterRow, type Transaction } from '@tsunagu/storage';
import { writeJsonLine } from './json-lines.js';
import { parseOptions } from './parse-options.js';
import { InputError } from './problems.js';
import { refusal } from './sentences.js';
import { withDatabase } from './with-database.js';

const USAGE = 'usage: tsunagu dead-letters [--service NAME] [--replay ID|all]';
const PAGE = 500;

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
    if (replay === undefined) return writeLetters(tx, service);
    const ids = replay === 'all' ? await openIds(tx, service) : [(await letterOf(tx, replay, service)).id];
    for (const id of ids) await writeJsonLine({ id, round: await reopenRequest(tx, id) });
  });
}

/** Every letter, latest first, a page at a time. */
async function* lettersOf(tx: Transaction, service: string | undefined): AsyncGenerator<DeadLetterRow> {
  let page: DeadLetterRow[] = [];
  do {
    page = await listDeadLetters(tx, { service, limit: PAGE, cursor: page.at(-1)?.id });
    yield* page;
  } while (page.length === PAGE);
}

/** All ids before the first is done again: what is replayed must not change the pages. */
async function openIds(tx: Transaction, service: string | undefined): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, replayedAt } of lettersOf(tx, service)) if (!replayedAt) ids.push(id);
  return ids;
}

async function writeLetters(tx: Transaction, service: string | undefined): Promise<void> {
  for await (const { id, service: of, queue, jobId, requestId, pattern, problem, at, replayedAt } of lettersOf(tx, service)) {
    await writeJsonLine({ id, service: of, queue, jobId, requestId, pattern, code: problem.code, errors: problem.errors?.map(({ field, code }) => ({ field, code })) ?? [], at, replayedAt });
  }
}

/** @throws InputError where there is no such letter, or it is another service's */
async function letterOf(tx: Transaction, id: string, service: string | undefined): Promise<DeadLetterRow> {
  const letter = isId(id) ? await findDeadLetter(tx, id) : null;
  if (!letter || (service !== undefined && letter.service !== service)) throw new InputError(refusal('dead_letter.unknown', { id }), { field: '--replay' });
  return letter;
}
