import { parseArgs, type ParseArgsConfig } from 'node:util';
import { HelpAsked, UsageError } from './problems.js';
import { refusal, type Refusal } from './sentences.js';

/** A command's options and words. @throws HelpAsked for `--help`; UsageError with the command's usage where they are none of its */
export function parseOptions<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  if (config.args?.some((word) => word === '--help' || word === '-h')) throw new HelpAsked(usage);
  try {
    return parseArgs<T>({ ...config, args: config.args && withNumbersTied(config.args, config.options ?? {}) });
  } catch (error) {
    const { what, option } = whatIsWrong(error as NodeJS.ErrnoException);
    throw new UsageError(what, usage, option, { cause: error });
  }
}

/** A number below zero behind an option is its value, which `parseArgs` takes for an option of its own unless `=` ties it. */
const withNumbersTied = (words: readonly string[], options: NonNullable<ParseArgsConfig['options']>): string[] => words.flatMap((word, at) => {
  const takesValue = (option = ''): boolean => option.startsWith('--') && options[option.slice(2)]?.type === 'string';
  if (/^-\d/.test(word) && takesValue(words[at - 1])) return [];
  return /^-\d/.test(words[at + 1] ?? '') && takesValue(word) ? [`${word}=${words[at + 1]}`] : [word];
});

/** For commands that take nothing. @throws HelpAsked, UsageError */
export const noOptions = (command: string, args: string[]): void => void parseOptions({ args }, `usage: tsunagu ${command}`);

/** `parseArgs` tells what is wrong by a code, and which option or word between quotes. */
function whatIsWrong({ code, message }: NodeJS.ErrnoException): { what: Refusal; option?: string } {
  const named = /'([^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return { what: refusal('argument.unexpected', { word: named }) };
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return { what: refusal('option.unknown'), option: named };
  return { what: refusal(message.includes('does not take') ? 'option.takes_no_value' : 'option.without_value'), option: named };
}

const EXPECTED = {
  count: ['1以上の整数', 'a whole number of at least 1'],
  whole: ['整数', 'a whole number'],
  seconds: ['0より大きく3600以下の数', 'a number above 0 and up to 3600'],
  share: ['0より大きく1以下の数', 'a number above 0 and up to 1'],
  language: ['ja、en、yasashii のどれか', 'ja, en or yasashii'],
  format: ['json、csv、md のどれか', 'json, csv or md'],
  size: ['4 のような人数か、3-5 のような範囲', 'a size such as 4 or a range such as 3-5'],
  address: ['http://localhost:11434/v1/embeddings のようなアドレス', 'an address like http://localhost:11434/v1/embeddings'],
  service: ['小文字で始まる、半角の小文字・数字・ハイフンの名前（31文字まで）', 'a name of at most 31 small letters, digits and hyphens that begins with a letter'],
  schema: ['使い方にある名前', 'a name that the usage has'],
} as const;

/** Refuses what an option or a word says. */
export const invalidOption = (option: string, got: string | undefined, expected: keyof typeof EXPECTED, usage: string): UsageError =>
  new UsageError(refusal('option.invalid', { expected: EXPECTED[expected], got: got ?? '' }), usage, option);
