import { foldText, LIMITS, shortTextProblem, type TableRow, type TextProblem } from '@tsunagu/contracts';

export interface NewWord { label: string; spellings: string[]; kind: 'skill' | 'interest' | null }
/** Why a line cannot be taken: nothing before its first comma, a text that no tag may be, too many spellings, a kind that there is none of. */
export type LineFault =
  | { why: 'empty' }
  | { why: 'text'; given: string; problem: TextProblem }
  | { why: 'spellings'; limit: number }
  | { why: 'kind'; given: string };
export interface ReadWords {
  words: NewWord[];
  bad: { row: number; fault: LineFault }[];
}

const HEAD = ['言葉', '単語', 'word', 'label', 'タグ'];
const KINDS = new Map<string, 'skill' | 'interest'>([['できること', 'skill'], ['skill', 'skill'], ['興味', 'interest'], ['interest', 'interest']]);

/** The spellings in a text, between commas of any kind. */
export const splitSpellings = (text: string): string[] => [...new Set(text.split(/[、,，;；|]/).map((one) => one.trim()).filter(Boolean))];

function faultOf(label: string, spellings: string[], unknownKind: string | undefined): LineFault | undefined {
  if (unknownKind !== undefined) return { why: 'kind', given: unknownKind };
  for (const given of [label, ...spellings]) {
    const problem = shortTextProblem(given, LIMITS.tagGraphemes);
    if (problem) return problem.code === 'text.empty' ? { why: 'empty' } : { why: 'text', given, problem };
  }
  return spellings.length > LIMITS.spellingsPerWord ? { why: 'spellings', limit: LIMITS.spellingsPerWord } : undefined;
}

/**
 * Words of a table: the word, then its other spellings; a cell that names a kind says what the word is. What stands last behind
 * the spellings must be one: taken for a spelling, it would be read as the word in everybody's introduction. A first row of
 * headers is left out.
 */
export function tableToWords(rows: TableRow[]): ReadWords {
  const read: ReadWords = { words: [], bad: [] };
  for (const [place, { row, cells }] of rows.entries()) {
    const [label = '', ...rest] = cells.map((cell) => cell.trim());
    if (place === 0 && HEAD.includes(foldText(label))) continue;
    const kindOf = (cell: string): NewWord['kind'] => KINDS.get(cell.toLowerCase()) ?? null;
    const kind = rest.map(kindOf).find(Boolean) ?? null;
    const last = rest.slice(1).findLast(Boolean);
    const spellings = splitSpellings(rest.filter((cell) => !kindOf(cell)).join(',')).filter((one) => one !== label);
    const fault = faultOf(label, spellings, last !== undefined && !kindOf(last) ? last : undefined);
    if (fault) read.bad.push({ row, fault });
    else read.words.push({ label, spellings, kind });
  }
  return read;
}
