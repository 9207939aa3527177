import { loadExtractor, TextError, type Extractor, type Likelihoods, type Weighing } from '@tsunagu/nlp';
import { parseOptions } from './parse-options.js';
import { InputError, UsageError } from './problems.js';
import { readJsonLines, writeJsonLine, type JsonLine } from './json-lines.js';

const USAGE = 'usage: tsunagu tag [FILE] [--explain]';

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
  // A larger number would come back as another one.
  if ((typeof id !== 'string' || !id) && !Number.isSafeInteger(id)) throw new InputError(`line ${line}: expected "id" to be a string or a whole number of at most 15 digits`);
  if (typeof text !== 'string') throw new InputError(`line ${line}: expected "text" to be a string`);
  return { id: id!, text };
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
  const { values, positionals } = parseOptions({ args, options: { explain: { type: 'boolean', default: false } }, allowPositionals: true }, USAGE);
  if (positionals.length > 1) throw new UsageError(USAGE);
  return { files: positionals, explain: values.explain };
}
