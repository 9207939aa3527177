import { refusal, type Refusal } from './sentences.js';

/** What a problem is about: an option or a field, in a file and its lines. */
export interface Place { file?: string; line?: number | readonly number[]; field?: string }

const inLines = (lines: readonly number[]): string => `${lines.join('、')}行目 (line${lines.length > 1 ? 's' : ''} ${lines.join(', ')})`;

/** `rules.json 3行目 (line 3), rules.0.people`; standard input has no name. */
function inWords({ file, line, field }: Place): string {
  const where = [file === '-' ? undefined : file, line === undefined ? undefined : inLines([line].flat())].filter(Boolean).join(' ');
  return [where, field].filter(Boolean).join(', ');
}

/** Ends a command, exit 1. The message is one line: code, place, the sentence in Japanese and in English. */
export class CommandProblem extends Error {
  readonly exitCode: number = 1;
  readonly code: string;
  readonly ja: string;
  readonly en: string;

  constructor({ code, ja, en }: Refusal, place: Place = {}, options?: ErrorOptions) {
    const where = inWords(place);
    super(`[${code}] ${where && `${where}: `}${ja} / ${en}`, options);
    [this.code, this.ja, this.en] = [code, ja, en];
  }
}

/** Bad input. */
export class InputError extends CommandProblem {}

/** Wrong usage of a command, exit 2; the message ends with how it is used. */
export class UsageError extends CommandProblem {
  override readonly exitCode = 2;

  constructor(what: Refusal, usage: string, field?: string, options?: ErrorOptions) {
    super({ ...what, en: `${what.en} ${usage}` }, { field }, options);
  }
}

/** Asked how a command is used, which is the message: exit 0. */
export class HelpAsked extends Error {}

/** Whatever ended a command, as a problem with a code. */
export const asProblem = (error: unknown): CommandProblem =>
  (error instanceof CommandProblem ? error : new CommandProblem(refusal('command.failed', { reason: error instanceof Error ? error.message : String(error) }), {}, { cause: error }));

/** One line to the operator beside the results. */
export const note = (text: string): void => void process.stderr.write(`tsunagu: ${text}\n`);
