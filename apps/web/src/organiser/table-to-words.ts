import { LIMITS, shortTextProblem } from '@tsunagu/contracts';
import { folded } from './find-people.js';
import type { Row } from './read-csv.js';

export interface NewWord { label: string; spellings: string[]; kind: 'skill' | 'interest' | null }
export interface ReadWords {
  words: NewWord[];
  /** numbers of the lines that cannot be taken */
  bad: number[];
}

const HEAD = ['言葉', '単語', 'word', 'label', 'タグ'];
const KINDS: Record<string, 'skill' | 'interest'> = { できること: 'skill', skill: 'skill', 興味: 'interest', interest: 'interest' };

/** The spellings in a text, between commas of any kind. */
export const splitSpellings = (text: string): string[] => [...new Set(text.split(/[、,，;；|]/).map((one) => one.trim()).filter(Boolean))];

/** Words of a table: the word, then its other spellings; a cell that names a kind says what the word is. A first row of headers is left out. */
export function tableToWords(rows: Row[]): ReadWords {
  const read: ReadWords = { words: [], bad: [] };
  for (const [place, { line, cells }] of rows.entries()) {
    const [label = '', ...rest] = cells.map((cell) => cell.trim());
    if (place === 0 && HEAD.includes(folded(label))) continue;
    const kind = rest.map((cell) => KINDS[cell.toLowerCase()]).find(Boolean) ?? null;
    const spellings = splitSpellings(rest.filter((cell) => !KINDS[cell.toLowerCase()]).join(',')).filter((one) => one !== label);
    const wrong = [label, ...spellings].some((text) => shortTextProblem(text, LIMITS.tagGraphemes)) || spellings.length > LIMITS.spellingsPerWord;
    if (wrong) read.bad.push(line);
    else read.words.push({ label, spellings, kind });
  }
  return read;
}
