import { fieldProblem } from '@tsunagu/contracts';
import { loadExtractor, type Extractor, type Likelihoods, type Weighing } from '@tsunagu/nlp';
import { noteUnread } from './note-unread.js';
import { parseOptions } from './parse-options.js';
import { InputError, UsageError, type Place } from './problems.js';
import { refusingText } from './refusing-text.js';
import { refusal } from './sentences.js';
import { readJsonLines, writeJsonLine, type JsonLine } from './json-lines.js';

const USAGE = 'usage: tsunagu tag [FILE] [--explain]';

interface Introduction {
  id: string | number;
  text: string;
}

function toIntroduction({ value, line }: JsonLine, file: string | undefined): Introduction {
  const { id, text } = (value ?? {}) as Partial<Introduction>;
  // A larger number would come back as another one.
  if ((typeof id !== 'string' || !id) && !Number.isSafeInteger(id)) throw new InputError(refusal('introduction.id'), { file, line, field: 'id' });
  if (typeof text !== 'string') throw new InputError(refusal('introduction.text'), { file, line, field: 'text' });
  return { id: id!, text };
}

async function tagsOf(text: string, place: Place, extractor: Extractor, explain: boolean): Promise<unknown[]> {
  const { tags } = await refusingText(text, place, () => extractor.extract(text));
  return tags.map(({ label, kind, score, evidence, concept, phrase, rule, weighing }) =>
    explain ? { label, kind, score, evidence, concept, phrase, rule, ...(weighing && { weighing: roundedWeighing(weighing) }) } : { label, kind, score, evidence });
}

const rounded = ({ skill, interest, seeking }: Likelihoods): Likelihoods => ({ skill: round(skill), interest: round(interest), seeking: round(seeking) });
const round = (value: number): number => Math.round(value * 100) / 100;
const roundedWeighing = ({ sentence, alone, inSentence }: Weighing): Weighing => ({ sentence, alone: rounded(alone), inSentence: rounded(inSentence) });

/** `tsunagu tag [FILE] [--explain]`: JSONL `{"id","text"}` → `{"id","tags":[…]}`. */
export async function run(args: string[]): Promise<void> {
  const { files, explain } = readArguments(args);
  const extractor = await loadExtractor({ withoutAspects: true });
  const seen = new Map<string | number, number>();
  const told: string[] = [];
  for await (const jsonLine of readJsonLines(files[0])) {
    const { id, text } = toIntroduction(jsonLine, files[0]);
    told.push(...noteUnread({ known: ['id', 'text'], told, objects: [jsonLine.value as object], placeOf: (_, field) => ({ file: files[0], line: jsonLine.line, field }) }));
    const before = seen.get(id);
    if (before !== undefined) throw new InputError(fieldProblem('id', 'match.text_twice', { id: String(id) }), { file: files[0], line: [before, jsonLine.line], field: 'id' });
    seen.set(id, jsonLine.line);
    await writeJsonLine({ id, tags: await tagsOf(text, { file: files[0], line: jsonLine.line, field: 'text' }, extractor, explain) });
  }
}

function readArguments(args: string[]): { files: string[]; explain: boolean } {
  const { values, positionals } = parseOptions({ args, options: { explain: { type: 'boolean', default: false } }, allowPositionals: true }, USAGE);
  if (positionals.length > 1) throw new UsageError(refusal('arguments.wrong'), USAGE);
  return { files: positionals, explain: values.explain };
}
