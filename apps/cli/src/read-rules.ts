import { readFile } from 'node:fs/promises';
import { teamRules } from '@tsunagu/contracts';
import type { TeamRules } from '@tsunagu/matching';
import { lineOfPath } from './json-position.js';
import { parseJson } from './parse-json.js';
import { InputError } from './problems.js';

/** Reads RULES.json; throws `InputError` naming line and field. */
export async function readRules(file: string): Promise<TeamRules> {
  const text = (await readText(file)).replace(/^\uFEFF/, '');
  const parsed = teamRules.safeParse(parseJson(text, file));
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
