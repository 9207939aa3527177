import { distinct } from '@tsunagu/contracts';
import { z } from 'zod';
import { checkShape } from './check-shape.js';
import { readLines } from './json-lines.js';
import { lineOfPath } from './json-position.js';
import { parseJson } from './parse-json.js';
import { CommandProblem, note } from './problems.js';
import { refusal } from './sentences.js';

const dataJacketSchema = z.object({
  title: z.string().min(1),
  description: z.string().optional(),
  sharing: z.enum(['open', 'negotiable', 'closed']).default('negotiable'),
});

const participantSchema = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  affiliation: z.string().nullish(),
  sector: z.string().nullish(),
  languages: z.array(z.string()).optional(),
  intro: z.string().nullish(),
  data_jackets: z.array(dataJacketSchema).optional(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** EVENT.json. Unknown fields are not read, so that exports of other tools can be given as they are. */
export const eventFileSchema = z.object({
  event: z.object({
    title: z.string().optional(), theme: z.string().optional(),
    /** The consent text that people agreed to says that introductions are sent to a service outside. */
    texts_may_leave: z.boolean().optional(),
  }).default({}),
  participants: z.array(participantSchema).superRefine(distinct('match.person_twice')),
});

export type EventFile = z.infer<typeof eventFileSchema>;
export type EventParticipant = EventFile['participants'][number];

/** Reads EVENT.json from a file, or from standard input for `-` and undefined; throws `InputError` naming line and field. */
export async function readEvent(file: string | undefined): Promise<EventFile> {
  const lines: string[] = [];
  for await (const { text } of readLines(file)) lines.push(text);
  return parseEvent(lines.join('\n').replace(/^\uFEFF/, ''), file);
}

/** Checks the text of EVENT.json and notes what of the participants is not read; throws `InputError` naming line and field. */
export function parseEvent(text: string, file?: string): EventFile {
  const json = parseJson(text, file);
  const event = checkShape(eventFileSchema, json, { file }, text);
  noteUnread((json as { participants: object[] }).participants, text, file);
  return event;
}

/** A misspelt `intro` would leave a person without words. */
function noteUnread(participants: object[], text: string, file: string | undefined): void {
  const known = Object.keys(participantSchema.shape);
  const fields = [...new Set(participants.flatMap((one) => Object.keys(one)))].filter((field) => !known.includes(field));
  if (fields.length === 0) return;
  const first = participants.findIndex((one) => Object.hasOwn(one, fields[0]));
  const field = `participants.${first}.${fields[0]}`;
  note(new CommandProblem(refusal('fields.unread', { fields, known }), { file, line: lineOfPath(text, ['participants', first, fields[0]]), field }).message);
}
