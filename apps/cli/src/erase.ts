import { isId } from '@tsunagu/contracts';
import { audit, eraseEvent, eraseParticipant, findEvent, findParticipant, findRecord, pseudonym, type Database } from '@tsunagu/storage';
import { writeJsonLine } from './json-lines.js';
import { parseOptions } from './parse-options.js';
import { InputError, UsageError } from './problems.js';
import { refusal } from './sentences.js';
import { withDatabase } from './with-database.js';

async function eraseAll(database: Database, eventId: string): Promise<void> {
  const { people, proof } = await eraseEvent(database, eventId, 'operator') ?? { people: 0, proof: (await findRecord(database.reader, eventId, 'event.erased'))! };
  await writeJsonLine({ erased: 'event', people, proof: proof.id, at: proof.at });
}

async function erasePerson(database: Database, eventId: string, participantId: string): Promise<void> {
  const proof = await database.transaction(async (tx) => {
    const event = (await findEvent(tx, eventId))!;
    if (!isId(participantId) || !await findParticipant(tx, eventId, participantId)) throw new InputError(refusal('participant.unknown', { id: participantId }), { field: '--participant' });
    await eraseParticipant(tx, event, participantId, pseudonym(event.pseudonymKey, participantId));
    return audit(tx, { eventId, actor: 'operator', action: 'person.erased' });
  });
  await writeJsonLine({ erased: 'participant', proof: proof.id, at: proof.at });
}

const USAGE = 'usage: tsunagu erase --event ID [--participant ID]';

/** `tsunagu erase --event ID [--participant ID]`: erases a person, or everything about the people of an event. */
export async function run(args: string[]): Promise<void> {
  const { event, participant } = parseOptions({ args, options: { event: { type: 'string' }, participant: { type: 'string' } } }, USAGE).values;
  if (!event) throw new UsageError(refusal('option.without_value'), USAGE, '--event');
  // A script's --participant "$ID" with ID unset must not erase everybody.
  if (participant === '') throw new UsageError(refusal('option.empty_participant'), USAGE, '--participant');
  await withDatabase(async (database) => {
    if (!isId(event) || !await findEvent(database.reader, event)) throw new InputError(refusal('event.unknown', { id: event }), { field: '--event' });
    if (participant !== undefined) await erasePerson(database, event, participant);
    else await eraseAll(database, event);
  });
}
