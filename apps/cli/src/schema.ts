import { SECTORS, teamRules } from '@tsunagu/contracts';
import { z } from 'zod';
import { writeJsonLine } from './json-lines.js';
import { invalidOption, parseOptions } from './parse-options.js';
import { UsageError } from './problems.js';
import { eventFileSchema } from './read-event.js';
import { conceptsSchema, profileSchema } from './read-profiles.js';
import { refusal } from './sentences.js';

/** One row of PEOPLE.csv as an object; further columns become attributes that rules can name. */
const peopleRowSchema = z.object({
  id: z.string().optional().describe('also headed 番号; without it the name is the id'),
  name: z.string().optional().describe('also headed 氏名, 名前 or ニックネーム'),
  affiliation: z.string().optional().describe('also headed 所属'),
  sector: z.string().optional().describe(`also headed 立場; ${SECTORS.join(', ')}, or its name in Japanese; any other counts as one more`),
  languages: z.string().optional().describe('separated by ;'),
  intro: z.string().optional().describe('also headed 自己紹介'),
  choices: z.string().optional().describe('ids of themes, best first, separated by ;'),
}).catchall(z.union([z.string(), z.number()]));

const schemas: Record<string, z.ZodType> = { event: eventFileSchema, rules: teamRules, people: z.array(peopleRowSchema), profile: profileSchema, concepts: conceptsSchema };

const usage = `usage: tsunagu schema ${Object.keys(schemas).join('|')}`;

/** `tsunagu schema NAME`: the JSON Schema of an input. */
export async function run(args: string[]): Promise<void> {
  const [name, ...others] = parseOptions({ args, allowPositionals: true }, usage).positionals;
  if (name === undefined || others.length > 0) throw new UsageError(refusal('arguments.wrong'), usage);
  if (!Object.hasOwn(schemas, name)) throw invalidOption('NAME', name, 'schema', usage);
  await writeJsonLine(z.toJSONSchema(schemas[name], { io: 'input' }));
}
