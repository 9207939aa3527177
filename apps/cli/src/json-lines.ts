import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { InputError, type Place } from './problems.js';
import { refusal } from './sentences.js';

/** One JSON value of a JSONL input and its 1-based line number. */
export interface JsonLine {
  value: unknown;
  line: number;
}

/** The bytes of a file, or of standard input for `-` and undefined. */
export function openInput(file: string | undefined): AsyncIterable<Buffer> {
  return file === undefined || file === '-' ? process.stdin : createReadStream(file);
}

/** Reads lines strictly as UTF-8; throws `InputError` for other bytes or a missing file. */
export async function* readLines(file: string | undefined): AsyncGenerator<{ text: string; line: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  try {
    for await (const chunk of openInput(file)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop()!;
      for (const text of lines) yield { text: text.replace(/\r$/, ''), line: ++line };
    }
    rest += decoder.decode();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new InputError(refusal('file.not_utf8'), { file, line: line + 1 }, { cause: error });
    if (code !== undefined) throw new InputError(refusal('file.unreadable', { reason: message }), { file }, { cause: error });
    throw error;
  }
  if (rest) yield { text: rest, line: line + 1 };
}

/** Reads one JSON value a line, skipping blank lines; throws `InputError` with the line number. */
export async function* readJsonLines(file: string | undefined): AsyncGenerator<JsonLine> {
  for await (const { text, line } of readLines(file)) {
    if (!text.trim()) continue;
    yield { value: parseJsonLine(text, { file, line }), line };
  }
}

/** @throws InputError naming the place */
export function parseJsonLine(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(refusal('json.broken', { reason: (error as Error).message }), place, { cause: error });
  }
}

/** Writes one JSON object as a line to standard output, waiting while the reader is slow. */
export async function writeJsonLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}
