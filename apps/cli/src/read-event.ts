import { distinct } from '@tsunagu/contracts';
import { z } from 'zod';
import { checkShape } from './check-shape.js';
import { readLines } from './json-lines.js';
import { lineOfPath } from './json-position.js';
import { noteUnread } from './note-unread.js';
import { parseJson } from './parse-json.js';

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

/** Checks the text of EVENT.json and notes what of it is not read; throws `InputError` naming line and field. */
export function parseEvent(text: string, file?: string): EventFile {
  const json = parseJson(text, file);
  const event = checkShape(eventFileSchema, json, { file }, text);
  noteUnreadFields(json as Unchecked, { text, file });
  return event;
}

type Path = (string | number)[];
interface Unchecked { event?: object; participants: { data_jackets?: object[] }[] }

/** What of the file, its event, its participants and their data jackets is not read. */
function noteUnreadFields(file: Unchecked, place: { text: string; file?: string }): void {
  const jackets = file.participants.flatMap(({ data_jackets = [] }, at) => data_jackets.map((jacket, nth) => ({ jacket, path: ['participants', at, 'data_jackets', nth] })));
  const kind = (schema: z.ZodObject, objects: readonly object[], pathOf: (at: number) => Path): void => void noteUnread({
    known: Object.keys(schema.shape), objects,
    placeOf: (at, field) => ({ file: place.file, line: lineOfPath(place.text, [...pathOf(at), field]), field: [...pathOf(at), field].join('.') }),
  });
  kind(eventFileSchema, [file], () => []);
  kind(eventFileSchema.shape.event.unwrap(), file.event ? [file.event] : [], () => ['event']);
  kind(participantSchema, file.participants, (at) => ['participants', at]);
  kind(dataJacketSchema, jackets.map(({ jacket }) => jacket), (at) => jackets[at].path);
}
