import { groupByPairs, type Grouping } from '@tsunagu/matching';
import { readLines, writeJsonLine } from './json-lines.js';
import { invalidOption, parseOptions } from './parse-options.js';
import { InputError, UsageError, type Place } from './problems.js';
import { refusal } from './sentences.js';

const usage = 'usage: tsunagu grouping FILE [--seconds 1 | --iterations N] [--seed 1]';
/** More would not fit into memory as a matrix. */
const mostElements = 5000;

/** `tsunagu grouping FILE`: the team solver on a bare pair matrix in the format of MDGPLIB. */
export async function run(args: string[]): Promise<void> {
  const { file, seconds, iterations, seed } = readArguments(args);
  const grouping = await readGrouping(file);
  const ends = performance.now() + 1000 * seconds;
  const limit = iterations === undefined ? { shouldStop: () => performance.now() >= ends } : { iterations };
  const { value, groups, iterations: done } = groupByPairs(grouping, { seed, ...limit });
  await writeJsonLine({ value: Math.round(value * 1e6) / 1e6, groups, iterations: done });
}

/** Reads `n m ss|ds`, m times the smallest and largest size, then `i j value` a line; throws `InputError` naming the line. */
export async function readGrouping(file: string | undefined): Promise<Grouping> {
  let grouping: Grouping | undefined;
  let last = 0;
  for await (const { text, line } of readLines(file)) {
    last = line;
    const words = text.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) continue;
    if (!grouping) grouping = readSizes(words, { file, line });
    else readPair(grouping, words, { file, line });
  }
  if (!grouping) throw new InputError(refusal('grouping.sizes'), { file, line: last + 1 });
  return grouping;
}

function readSizes(words: string[], place: Place): Grouping {
  const [elements, groups] = words.slice(0, 2).map(Number);
  const sizes = words.slice(3).map(Number);
  const whole = [elements, groups, ...sizes].every((number) => Number.isInteger(number) && number >= 0);
  if (!whole || elements < 1 || groups < 1 || !['ss', 'ds'].includes(words[2]) || sizes.length !== 2 * groups) {
    throw new InputError(refusal('grouping.sizes'), place);
  }
  if (elements > mostElements) throw new InputError(refusal('grouping.too_large', { most: mostElements, got: elements }), place);
  const min = sizes.filter((_, at) => at % 2 === 0);
  const max = sizes.filter((_, at) => at % 2 === 1);
  const total = (list: number[]): number => list.reduce((sum, size) => sum + size, 0);
  if (min.some((least, group) => least > max[group]) || total(min) > elements || total(max) < elements) {
    throw new InputError(refusal('grouping.impossible', { elements }), place);
  }
  return { elements, values: new Float64Array(elements * elements), min, max };
}

function readPair({ elements, values }: Grouping, words: string[], place: Place): void {
  const [i, j, value] = words.map(Number);
  const within = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < elements;
  if (words.length !== 3 || !within(i) || !within(j) || i === j || !Number.isFinite(value)) {
    throw new InputError(refusal('grouping.pair', { last: elements - 1 }), place);
  }
  values[i * elements + j] = values[j * elements + i] = value;
}

function readArguments(args: string[]): { file: string | undefined; seconds: number; iterations: number | undefined; seed: number } {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new UsageError(refusal('arguments.wrong'), usage);
  if (values.seconds !== undefined && values.iterations !== undefined) throw new UsageError(refusal('option.excluded', { other: '--iterations' }), usage, '--seconds');
  const seconds = Number(values.seconds ?? 1);
  const iterations = values.iterations === undefined ? undefined : Number(values.iterations);
  const seed = Number(values.seed);
  if (!(seconds > 0 && seconds <= 3600)) throw invalidOption('--seconds', values.seconds, 'seconds', usage);
  if (iterations !== undefined && !(Number.isInteger(iterations) && iterations > 0)) throw invalidOption('--iterations', values.iterations, 'count', usage);
  if (!Number.isSafeInteger(seed)) throw invalidOption('--seed', values.seed, 'whole', usage);
  return { file: positionals[0], seconds, iterations, seed };
}

const parse = (args: string[]) => parseOptions({
  args, allowPositionals: true,
  options: { seconds: { type: 'string' }, iterations: { type: 'string' }, seed: { type: 'string', default: '1' } },
}, usage);
