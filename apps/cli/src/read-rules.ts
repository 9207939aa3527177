import { readFile } from 'node:fs/promises';
import { teamRules } from '@tsunagu/contracts';
import type { TeamRules } from '@tsunagu/matching';
import { lineAt, lineOfPath } from './json-position.js';
import { InputError } from './problems.js';

/** Reads RULES.json; throws `InputError` naming line and field. */
export async function readRules(file: string): Promise<TeamRules> {
  const text = (await readText(file)).replace(/^\uFEFF/, '');
  const parsed = teamRules.safeParse(parseJson(file, text));
  if (parsed.success) return parsed.data satisfies TeamRules;
  const [{ path, message }] = parsed.error.issues;
  throw new InputError(`${file} line ${lineOfPath(text, path)}: ${path.join('.') || 'rules'}: ${message}`);
}

/** 1-based line in RULES.json of a fault that only the people show. */
export async function lineOfFault(file: string, path: string): Promise<number> {
  return lineOfPath((await readText(file)).replace(/^\uFEFF/, ''), path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${(error as Error).message}`, { cause: error });
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /position (\d+)/.exec(message)?.[1];
    throw new InputError(`${file} line ${lineAt(text, position === undefined ? text.length : Number(position))}: not JSON (${message})`, { cause: error });
  }
}
