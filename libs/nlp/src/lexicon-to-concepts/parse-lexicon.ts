import type { Concept, LexiconProblem } from './concepts.js';

/** A lexicon file as read: `concepts/….txt` holds concepts, `links/….txt` holds links. */
export interface LexiconFile {
  name: string;
  text: string;
}

export interface ConceptLine {
  file: string;
  line: number;
  concept: Concept;
}

export type LinkField = 'broader' | 'related' | 'metBy' | 'practises';

export interface Link {
  file: string;
  line: number;
  from: string;
  field: LinkField;
  to: string;
}

export interface ParsedLexicon {
  concepts: ConceptLine[];
  links: Link[];
  problems: LexiconProblem[];
}

const FIELDS: Record<string, LinkField | 'spelling'> = { '=': 'spelling', '<': 'broader', '~': 'related', '>': 'metBy', '^': 'practises' };
const SECTION = /^\[([^\]]+)\](?:\s+kind=(\S+))?$/;

/** A line without its comment, or '' for blank and comment lines. */
const withoutComment = (line: string): string => (line.startsWith('#') ? '' : (line.includes('# ') ? line.replace(/\s\s+# .*$/, '') : line).trimEnd());

/** Splits `a = b < c` into its first word and `[operator, word]` pairs. */
function splitOperators(line: string): { first: string; rest: [operator: string, word: string][] } {
  const [first, ...parts] = line.split(/ ([=<~>^]) /);
  const rest: [string, string][] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) rest.push([parts[at], parts[at + 1].trim()]);
  return { first: first.trim(), rest };
}

const LATIN = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u;
const hasLatin = (text: string): boolean => /[A-Za-z\u00c0-\u024f]/.test(text) && LATIN.test(text);

function newConcept(label: string, category: string, kind: Concept['kind']): Concept {
  return { id: label, category, kind, spellings: [], ambiguous: [], broader: [], related: [], metBy: [], practises: [] };
}

function addSpelling(concept: Concept, word: string): void {
  const ambiguous = word.length > 1 && word.endsWith('?');
  const spelling = ambiguous ? word.slice(0, -1) : word;
  (ambiguous ? concept.ambiguous : concept.spellings).push(spelling);
  if (!concept.en && hasLatin(spelling)) concept.en = spelling;
}

/** Reads one `concepts/*.txt` file; faults are collected, not thrown. */
export function parseConceptFile(file: LexiconFile): ParsedLexicon {
  const parsed: ParsedLexicon = { concepts: [], links: [], problems: [] };
  let section: { category: string; kind: Concept['kind'] } | undefined;
  file.text.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 1;
    const fault = (message: string) => parsed.problems.push({ file: file.name, line, message });
    const text = withoutComment(raw);
    if (!text.trim()) return;
    if (text.startsWith('[')) {
      const match = SECTION.exec(text.trim());
      const kind = match?.[2] ?? 'skill';
      if (!match || (kind !== 'skill' && kind !== 'interest')) return void fault(`expected "[category] kind=skill|interest", got "${text}"`);
      section = { category: match[1].trim(), kind };
      return;
    }
    if (!section) return void fault('a concept before the first [category] line');
    readConcept(text, section, { file: file.name, line }, parsed, fault);
  });
  return parsed;
}

function readConcept(
  text: string,
  section: { category: string; kind: Concept['kind'] },
  at: { file: string; line: number },
  parsed: ParsedLexicon,
  fault: (message: string) => void,
): void {
  const { first, rest } = splitOperators(text);
  const concept = newConcept(first.replace(/\?$/, ''), section.category, section.kind);
  addSpelling(concept, first);
  for (const [operator, word] of rest) {
    const field = FIELDS[operator];
    if (!word) fault(`nothing after "${operator}"`);
    else if (/ [=<~>^]$|^[=<~>^]( |$)/.test(word)) fault(`two operators beside "${word}"`);
    else if (field === 'spelling') addSpelling(concept, word);
    else for (const to of word.split(/[,、] ?/)) parsed.links.push({ ...at, from: concept.id, field, to: to.trim() });
  }
  parsed.concepts.push({ ...at, concept });
}

/** Reads one `links/*.txt` file: `孤立 > 見守り, 会食`. */
export function parseLinkFile(file: LexiconFile): ParsedLexicon {
  const parsed: ParsedLexicon = { concepts: [], links: [], problems: [] };
  file.text.split(/\r?\n/).forEach((raw, index) => {
    const text = withoutComment(raw);
    if (!text.trim() || text.startsWith('[')) return;
    const at = { file: file.name, line: index + 1 };
    const { first, rest } = splitOperators(text);
    if (rest.length === 0) parsed.problems.push({ ...at, message: `expected "A > B", got "${text}"` });
    for (const [operator, words] of rest) {
      const field = FIELDS[operator];
      if (field === 'spelling') parsed.problems.push({ ...at, message: 'spellings belong into a concepts file' });
      else for (const to of words.split(/\s*[,、]\s*/)) if (to) parsed.links.push({ ...at, from: first, field, to });
    }
  });
  return parsed;
}
