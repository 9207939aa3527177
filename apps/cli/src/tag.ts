import { parseArgs } from 'node:util';
import { loadExtractor, TextError, type Extractor, type Likelihoods, type Weighing } from '@tsunagu/nlp';
import { InputError, UsageError } from './problems.js';
import { readJsonLines, writeJsonLine, type JsonLine } from './json-lines.js';

interface Introduction {
  id: string | number;
  text: string;
}

const FAULTS: Record<TextError['code'], string> = {
  'intro.empty': 'the text is empty',
  'intro.too_long': 'the text is longer than 1,000 characters',
  'intro.ill_formed': 'the text holds broken UTF-16',
  'intro.control_character': 'the text holds control characters',
  'intro.too_many_marks': 'the text holds more than 4 combining marks on one letter',
};

function toIntroduction({ value, line }: JsonLine): Introduction {
  const { id, text } = (value ?? {}) as Partial<Introduction>;
  if (typeof id !== 'string' && typeof id !== 'number') throw new InputError(`line ${line}: expected "id" to be a string`);
  if (typeof text !== 'string') throw new InputError(`line ${line}: expected "text" to be a string`);
  return { id, text };
}

async function tagsOf(text: string, line: number, extractor: Extractor, explain: boolean): Promise<unknown[]> {
  try {
    const { tags } = await extractor.extract(text);
    return tags.map(({ label, kind, score, evidence, concept, phrase, rule, weighing }) =>
      explain ? { label, kind, score, evidence, concept, phrase, rule, ...(weighing && { weighing: roundedWeighing(weighing) }) } : { label, kind, score, evidence });
  } catch (error) {
    if (error instanceof TextError) throw new InputError(`line ${line}: ${FAULTS[error.code]} (${error.code})`, { cause: error });
    throw error;
  }
}

const rounded = ({ skill, interest, seeking }: Likelihoods): Likelihoods => ({ skill: round(skill), interest: round(interest), seeking: round(seeking) });
const round = (value: number): number => Math.round(value * 100) / 100;
const roundedWeighing = ({ sentence, alone, inSentence }: Weighing): Weighing => ({ sentence, alone: rounded(alone), inSentence: rounded(inSentence) });

/** `tsunagu tag [FILE] [--explain]`: JSONL `{"id","text"}` → `{"id","tags":[…]}`. */
export async function run(args: string[]): Promise<void> {
  const { files, explain } = readArguments(args);
  const extractor = await loadExtractor({ withoutAspects: true });
  for await (const jsonLine of readJsonLines(files[0])) {
    const { id, text } = toIntroduction(jsonLine);
    await writeJsonLine({ id, tags: await tagsOf(text, jsonLine.line, extractor, explain) });
  }
}

function readArguments(args: string[]): { files: string[]; explain: boolean } {
  try {
    const { values, positionals } = parseArgs({ args, options: { explain: { type: 'boolean', default: false } }, allowPositionals: true });
    if (positionals.length > 1) throw new UsageError('usage: tsunagu tag [FILE] [--explain]');
    return { files: positionals, explain: values.explain };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}; usage: tsunagu tag [FILE] [--explain]`, { cause: error });
  }
}
