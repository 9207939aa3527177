import type { ConceptGraph } from '../people.js';
import type { Neighbour } from './concept-links.js';
import { oncePerGraph } from './once-per-graph.js';

/** A phrase holds a known concept's label: at its end (スマホ教室 in 高齢者向けスマホ教室) it names a kind of it, elsewhere it touches it. */
const headCloseness = 0.7;
const partCloseness = 0.45;
/** Phrases that share so many of their pairs of characters say about the same. */
export const LEAST_LIKENESS = 0.5;
const longestPhrase = 40;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s・\-_]/gu, '');
const isLatin = (char: string | undefined): boolean => char !== undefined && /[\p{Script=Latin}\d]/u.test(char);

const isKanji = (char: string | undefined): boolean => char !== undefined && /[\p{Script=Han}々]/u.test(char);

/** Runs of two characters; a single character stands for itself. */
function bigramsOf(text: string): Set<string> {
  const folded = [...fold(text)];
  return new Set(folded.length < 2 ? folded : folded.slice(1).map((char, index) => folded[index] + char));
}

/** Dice coefficient of the character pairs of two phrases, in 0…1. */
export function phraseLikeness(a: string, b: string): number {
  const left = bigramsOf(a);
  const right = bigramsOf(b);
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size);
}

/** Finds, for phrases that the graph does not know, the concepts and the other phrases that their words suggest. */
export interface PhraseLinker {
  /** Concepts of the graph whose label the phrase contains, nearest first; the longest label wins where labels overlap. */
  conceptsIn(phrase: string): Neighbour[];
  /** Remembers the phrase and returns the phrases told before that look like it. */
  likeBefore(phrase: string): Neighbour[];
}

const labelsOf = oncePerGraph((graph: ConceptGraph): ReadonlyMap<string, string> => {
  const labels = new Map<string, string>();
  for (const [id, node] of Object.entries(graph.concepts)) {
    if (node.everyday) continue;
    for (const label of [node.ja, node.en]) {
      const folded = label ? fold(label) : '';
      if (folded.length > 0 && !labels.has(folded)) labels.set(folded, id);
    }
  }
  return labels;
});

/** A Latin word inside a longer Latin word is another word (art in party), so is a single kanji inside a compound (船 in 風船, but not in 船に乗る). */
function cutsWord(text: string, start: number, end: number): boolean {
  const cut = (is: (char: string | undefined) => boolean): boolean => (is(text[start]) && is(text[start - 1])) || (is(text[end - 1]) && is(text[end]));
  if (end - start > 1) return cut(isLatin);
  return !isKanji(text[start]) || cut(isKanji);
}

function containedConcepts(labels: ReadonlyMap<string, string>, phrase: string): Neighbour[] {
  const text = fold(phrase).slice(-longestPhrase);
  const found: Neighbour[] = [];
  const taken: [number, number][] = [];
  for (let length = text.length; length > 0; length -= 1) {
    for (let start = text.length - length; start >= 0; start -= 1) {
      const end = start + length;
      const concept = labels.get(text.slice(start, end));
      if (concept === undefined || concept === phrase || cutsWord(text, start, end)) continue;
      if (taken.some(([from, to]) => start < to && from < end)) continue;
      taken.push([start, end]);
      found.push({ concept, closeness: (end === text.length ? headCloseness : partCloseness) * Math.min(1, Math.sqrt((2 * length) / text.length)) });
    }
  }
  return found.sort((a, b) => b.closeness - a.closeness || (a.concept < b.concept ? -1 : 1));
}

export function createPhraseLinker(graph: ConceptGraph): PhraseLinker {
  const labels = labelsOf(graph);
  const phrasesByPair = new Map<string, string[]>();
  return {
    conceptsIn: (phrase) => containedConcepts(labels, phrase),
    likeBefore: (phrase) => {
      const seen = new Set<string>();
      for (const pair of bigramsOf(phrase)) {
        const phrases = phrasesByPair.get(pair);
        for (const other of phrases ?? []) seen.add(other);
        if (phrases) phrases.push(phrase);
        else phrasesByPair.set(pair, [phrase]);
      }
      return [...seen].map((concept) => ({ concept, closeness: phraseLikeness(phrase, concept) * 0.8 }))
        .filter(({ closeness }) => closeness >= LEAST_LIKENESS * 0.8);
    },
  };
}
