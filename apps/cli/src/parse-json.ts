import { lineAt } from './json-position.js';
import { InputError } from './problems.js';
import { refusal } from './sentences.js';

/** @throws InputError naming file and line of the first fault */
export function parseJson(text: string, file?: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new InputError(refusal('json.broken', { reason: message }), { file, line: lineAt(text, faultAt(text, message)) }, { cause: error });
  }
}

/** Offset of the first fault. Node 20 names no position for some: then it is the last letter of the shortest beginning that could not go on. */
function faultAt(text: string, message: string): number {
  const named = /position (\d+)/.exec(message)?.[1];
  if (named !== undefined) return Number(named);
  let [sound, faulty] = [0, text.length];
  if (couldGoOn(text)) return text.length;
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2);
    if (couldGoOn(text.slice(0, middle))) sound = middle;
    else faulty = middle;
  }
  return sound;
}

/** Whether what is written so far is, or may be the beginning of, JSON. */
function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const named = /position (\d+)/.exec(message)?.[1];
    return named === undefined ? /end of JSON input/.test(message) : Number(named) >= beginning.length;
  }
}
