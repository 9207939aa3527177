import { isId } from '@tsunagu/contracts';
import { audit, findEvent, readPeople, readRounds, readUnplaced } from '@tsunagu/storage';
import { writeJsonLine } from './json-lines.js';
import { parseOptions } from './parse-options.js';
import { InputError, UsageError } from './problems.js';
import { refusal } from './sentences.js';
import { withDatabase } from './with-database.js';

const USAGE = 'usage: tsunagu export --event ID';

/** `tsunagu export --event ID`: an event's people, tags and the teams of all published rounds, one JSON object a line. Introductions stay inside. */
export async function run(args: string[]): Promise<void> {
  const { event: eventId } = parseOptions({ args, options: { event: { type: 'string' } } }, USAGE).values;
  if (!eventId) throw new UsageError(refusal('option.without_value'), USAGE, '--event');
  await withDatabase(async (database) => {
    const tx = database.reader;
    const event = isId(eventId) ? await findEvent(tx, eventId) : null;
    if (!event) throw new InputError(refusal('event.unknown', { id: eventId }), { field: '--event' });
    await writeJsonLine({ type: 'event', id: event.id, title: event.title, heldOn: event.heldOn, state: event.state });
    for (const person of await readPeople(tx, eventId)) await writeJsonLine({ type: 'person', ...person });
    for (const { round, publishedAt, teams } of await readRounds(tx, eventId)) for (const team of teams) await writeJsonLine({ type: 'team', round, publishedAt, ...team });
    for (const unplaced of await readUnplaced(tx, eventId)) await writeJsonLine({ type: 'unplaced', ...unplaced });
    await audit(tx, { eventId, actor: 'operator', action: 'event.exported' });
  });
}
