import { teamRules } from '@tsunagu/contracts';
import type { TeamRules } from '@tsunagu/matching';
import { checkShape } from './check-shape.js';
import { lineOfPath } from './json-position.js';
import { parseJson } from './parse-json.js';
import { readTextFile } from './read-text-file.js';
import { sectorOf } from './sector-of.js';

/** Reads RULES.json; throws `InputError` naming line and field. */
export async function readRules(file: string): Promise<TeamRules> {
  const text = await readTextFile(file);
  return withSectors(checkShape(teamRules, parseJson(text, file), { file }, text));
}

/** Sectors may be written as people's are. */
const withSectors = (rules: TeamRules): TeamRules => JSON.parse(JSON.stringify(rules), (_, part) =>
  (part?.attribute === 'sector' && Array.isArray(part.values) ? { ...part, values: part.values.map((value: unknown) => sectorOf(String(value))) } : part));

/** 1-based line in RULES.json of a fault that only the people show. */
export const lineOfFault = async (file: string, path: string): Promise<number> =>
  lineOfPath(await readTextFile(file), path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
