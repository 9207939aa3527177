import type { ConceptNode, LexiconProblem } from '../lexicon-to-concepts/concepts.js';
import type { LexiconFile } from '../lexicon-to-concepts/parse-lexicon.js';
import type { Role } from '../statements.js';
import type { Everyday, SituationWords, WordSense } from './situations.js';
import { smallLetters, smallPattern } from './small-letters.js';
import { Vocabulary } from '../text-to-mentions/vocabulary.js';

const SAYS = { '=': 'thing', '?': 'need', '!': 'offer', '@': 'group', '~': 'topic' } as const;
type Says = (typeof SAYS)[keyof typeof SAYS];
/** Ids tell things, people and topics apart, and all of them from the lexicon's own concepts. */
const PREFIXES: Record<Says, string> = { thing: 'くらし:', need: 'くらし:', offer: 'くらし:', group: 'ひと:', topic: '話題:' };
const WORDS_LINE = /^(\S+)(?: ([a-z]+))? ([=?!@~]) (.+)$/u;
const NAME_LINE = /^([@~*]?)(\S+) = (.+?) = ([^=>]+?)((?: >>? .+)?)$/u;
const ROLE_LINE = /^(.+?) \? (.+?) ! (.+)$/u;
/** Words in Latin letters stand alone, there is no ui in building, and in the singular or plural; what begins so, begins a word. */
const LATIN = { word: /^[a-z][a-z ]*$/u, start: /^[a-z]/u, end: /[a-z]\??$/u };
const wordPattern = (word: string): string => {
  if (LATIN.word.test(word)) return `(?<![a-z])${word}s?(?![a-z])`;
  const pattern = word.replaceAll(/…\??/gu, GAP);
  return LATIN.start.test(word) ? `(?<![a-z])(?:${pattern})${LATIN.end.test(word) ? '(?![a-z])' : ''}` : pattern;
};
/** A short gap within a sentence. */
const GAP = '[^。!?\\n]{0,12}?';

const EVERYDAY: Record<string, ConceptNode['everyday']> = { '@': 'people', '~': 'topic', '*': 'wide', '': 'thing' };

const isRoles = ({ name }: LexiconFile): boolean => name.endsWith('/roles.txt');
const isName = ({ name }: LexiconFile): boolean => name.endsWith('/names.txt');

/** Reads `situations/*.txt`: everyday words and, in `names.txt`, what they name. Faults are collected, not thrown. */
export function parseSituations(files: LexiconFile[]): { everyday: Everyday; problems: LexiconProblem[] } {
  const everyday: Everyday = { words: [], roles: new Vocabulary(), concepts: new Map() };
  const problems: LexiconProblem[] = [];
  const read = (file: LexiconFile, take: (line: string) => void): void => file.text.split(/\r?\n/).forEach((line, index) => {
    if (!line.trim() || line.startsWith('#') || line.startsWith('[')) return;
    try {
      take(line);
    } catch (error) {
      problems.push({ file: file.name, line: index + 1, message: (error as Error).message });
    }
  });
  for (const file of files.filter(isName)) read(file, (line) => everyday.concepts.set(...parseName(line)));
  for (const file of files.filter(isName)) read(file, (line) => requireKnown(linksOf(parseName(line)[1]), everyday));
  for (const file of files.filter(isRoles)) read(file, (line) => {
    const { senses, words } = parseRole(line);
    requireKnown(senses.map(({ concept }) => concept), everyday);
    for (const word of words) everyday.roles.set(word, [...everyday.roles.get(word) ?? [], ...senses]);
  });
  for (const file of files.filter((one) => !isName(one) && !isRoles(one))) read(file, (line) => {
    const words = parseWords(line);
    requireKnown([words.concept], everyday);
    everyday.words.push(words);
  });
  return { everyday, problems };
}

const linksOf = ({ metBy, metWell = [] }: ConceptNode): string[] => [...metBy, ...metWell];

function requireKnown(concepts: string[], { concepts: known }: Everyday): void {
  const unknown = concepts.find((concept) => !known.has(concept));
  if (unknown !== undefined) throw new Error(`names.txt has no "${unknown}"`);
}

function parseName(line: string): [id: string, node: ConceptNode] {
  const parts = NAME_LINE.exec(line);
  if (!parts) throw new Error(`expected "concept = name = English name >> concept > concept", got "${line}"`);
  const [, mark, key, ja, en, links] = parts;
  const after = (operator: string): string[] => (links.split(` ${operator} `)[1] ?? '').split(/ >>? /u)[0].split(', ').filter(Boolean).map((word) => PREFIXES.thing + word);
  const node: ConceptNode = { ja, en, category: 'くらし', broader: [], related: [], practises: [], metBy: after('>'), metWell: after('>>'), everyday: EVERYDAY[mark] };
  return [PREFIXES[mark === '@' ? 'group' : mark === '~' ? 'topic' : 'thing'] + key, node];
}

/** `給食センター | 栄養士 ? 食材 ! 調理`: what people in a role mostly look for and have to give. */
function parseRole(line: string): { senses: WordSense[]; words: string[] } {
  const parts = ROLE_LINE.exec(line);
  if (!parts) throw new Error(`expected "words | words ? needs ! offers", got "${line}"`);
  const senses = (list: string, says: 'need' | 'offer'): WordSense[] => list.split(', ').map((concept) => ({ concept: PREFIXES.thing + concept, says }));
  return { senses: [...senses(parts[2], 'need'), ...senses(parts[3], 'offer')], words: smallLetters(parts[1].normalize('NFKC')).split(' | ') };
}

function parseWords(line: string): SituationWords {
  const parts = WORDS_LINE.exec(line);
  if (!parts) throw new Error(`expected "concept role = words | words", got "${line}"`);
  const [, key, role, mark, list] = parts;
  const says = SAYS[mark as keyof typeof SAYS];
  const words = list.trim().split(/\s+\|\s+/u).map((word) => `(?:${wordPattern(word)})`).join('|');
  return { concept: PREFIXES[says] + key, ...(role && { role: role as Role }), says, words: smallPattern(words) };
}
