import type { Concept } from '../lexicon-to-concepts/concepts.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import type { Kind } from '../statements.js';
import type { Candidate } from '../tokens-to-tags/choose-tags.js';
import { clauseStart } from '../tokens-to-tags/find-predicates.js';
import type { Item, Phrase } from '../tokens-to-tags/join-phrases.js';
import type { Name } from '../tokens-to-tags/name-concepts.js';
import { nameMentions, type Naming } from '../tokens-to-tags/name-mentions.js';
import type { ReadSentence } from '../tokens-to-tags/read-text.js';
import { nameOfWriter } from './name-of-writer.js';
import { nounStretches, quotedStretches } from './noun-stretches.js';

/** How a stretch was cut: as the rules name it, as they would under a kind, a phrase or a part of it, a doing, a clause. */
export type Cut = 'rule' | Kind | 'whole' | 'head' | 'front' | 'first' | 'tail' | 'doing' | 'clause' | 'words' | 'quoted';

/** A stretch of a sentence that may be a tag, whatever the rules say of it. */
export interface PossibleTag {
  label: string;
  /** Id of the concept it names or is about, or its own words. */
  concept: string;
  known?: Concept;
  /** The label is a name of the concept. */
  named: boolean;
  phrase: string;
  span: [start: number, end: number];
  cuts: Set<Cut>;
  /** What the rules say of it, where they say anything. */
  said?: Candidate;
  /** Index of the sentence's item that holds its end. */
  at: number;
  /** The sentence says of that item that the writer cannot. */
  denied: boolean;
}

/** A clause of this length can still be read on a badge. */
const LONGEST_CLAUSE = 26;
const KINDS: readonly Kind[] = ['skill', 'interest', 'seeking'];

/**
 * Every stretch of a sentence that may be a tag: what the rules name, what they would name if it were said in another way, the parts
 * of phrases, clauses with the noun they describe, and whatever stands together like a noun or in quotation marks. Most are none:
 * choosing is left to the weights.
 */
export function possibleTags({ sentence: { tokens }, items, mentions }: ReadSentence, candidates: Candidate[], naming: Naming): PossibleTag[] {
  const { text, lexicon } = naming;
  const found = new Map<string, PossibleTag>();
  const name = nameOfWriter(text, lexicon);
  const unable = new Set<Item>(mentions.filter(({ reading }) => reading.kind === 'unable').map(({ phrase }) => phrase));
  // 人前で話すのはむりです: the noun that carries a clause is denied with it.
  const isDenied = (at: number): boolean => unable.has(items[at]) || (items[at]?.type === 'predicate' && isCarrier(items[at + 1]) && unable.has(items[at + 1]));
  const add = (one: Pick<PossibleTag, 'label' | 'concept' | 'named' | 'span'>, cut: Cut, said?: Candidate): void => {
    const [start, end] = one.span;
    if (name && start >= name[0] && end <= name[1]) return;
    const key = `${start}:${end}:${one.label}`;
    const at = items.findIndex((item) => item.start < end && item.end >= end);
    const known = found.get(key) ?? { ...one, phrase: text.slice(start, end), known: lexicon.concept(one.concept), cuts: new Set<Cut>(), at, denied: isDenied(at) };
    if (known.at < 0) return;
    known.cuts.add(cut);
    if (said && said.score > (known.said?.score ?? -1)) known.said = said;
    found.set(key, known);
  };
  const addCandidate = ({ label, concept, named, spans }: Candidate, cut: Cut, said?: Candidate): void => add({ label, concept, named, span: spans[0] }, cut, said);
  const addName = ({ label, concept, about, start, end }: Name, cut: Cut): void =>
    add({ label, concept: concept?.id ?? about?.id ?? foldSpelling(label), named: concept !== undefined, span: [start, end] }, cut);
  const addWords = (start: number, end: number, cut: Cut): void => {
    const label = text.slice(start, end);
    const concept = cut === 'clause' ? undefined : lexicon.find(label);
    add({ label, concept: concept?.id ?? foldSpelling(label), named: concept !== undefined, span: [start, end] }, cut);
  };

  for (const candidate of candidates) addCandidate(candidate, 'rule', candidate);
  for (const kind of KINDS) {
    const supposed = mentions.map((mention) => ({ ...mention, reading: { kind, score: 0.7, rule: 'supposed' } }));
    for (const candidate of nameMentions(supposed, naming)) addCandidate(candidate, kind);
  }
  items.forEach((item, at) => {
    if (item.type === 'predicate' && item.verbalNoun?.length) addWords(item.verbalNoun[0].start, item.verbalNoun.at(-1)!.end, 'doing');
    if (item.type !== 'phrase') return;
    for (const [cut, part] of partsOf(item)) {
      const name = naming.nameOf(part);
      if (name) addName(name, cut);
    }
    for (const start of clauseStarts(items, at)) {
      for (const end of clauseEnds(items, at)) {
        if (end - start <= LONGEST_CLAUSE && !/[、,。\n]/.test(text.slice(start, end))) addWords(start, end, 'clause');
      }
    }
  });
  // The end of a name says less than the name: 地域包括ケアシステム.
  const spans = [...found.values()].map(({ span, named }) => ({ from: span[0], to: span[1], named, joined: /[のとや]/.test(text.slice(...span)) }));
  for (const [start, end] of nounStretches(tokens)) {
    if (!spans.some(({ from, to, named, joined }) => from <= start && end <= to && end - start < to - from && (named || (end === to && !joined)))) addWords(start, end, 'words');
  }
  for (const [start, end] of quotedStretches(text, tokens)) addWords(start, end, 'quoted');
  // What is spelt like several concepts (ML) is called by the one that it names here.
  const named = new Set([...found.values()].filter((one) => one.named).map(({ span }) => span.join()));
  const all = [...found.values()];
  return all.filter((one) => one.named || !named.has(one.span.join()) || !lexicon.meaning(foldSpelling(one.phrase))?.ambiguous)
    .map((one) => (one.cuts.has('clause') && !one.known ? { ...one, concept: doneIn(one, all)?.concept ?? one.concept } : one));
}

/** 写真が撮れる人 is about 写真撮影: what a clause says is done, as the rules name it; or else what stands as the object of its verb. */
function doneIn({ span: [start, end], phrase }: PossibleTag, all: PossibleTag[]): PossibleTag | undefined {
  const inside = all.filter(({ named, span: [from, to] }) => named && from >= start && to < end && /^[をが]/.test(phrase.slice(to - start)));
  return inside.find((one) => one.label !== one.phrase) ?? inside.at(-1);
}

/** A phrase as it stands, and its parts. */
function partsOf(phrase: Phrase): [cut: Cut, part: Phrase][] {
  const count = phrase.parts.length;
  const slice = (from: number, to: number): Phrase => {
    const parts = phrase.parts.slice(from, to);
    const [start, end] = [parts[0].start, parts[parts.length - 1].end];
    return { ...phrase, parts, start, end, tokens: parts.flatMap(({ tokens }) => tokens), text: phrase.text.slice(start - phrase.start, end - phrase.start) };
  };
  return [
    ['whole', phrase],
    ...(count > 1 ? [['head', slice(count - 1, count)], ['front', slice(0, count - 1)]] satisfies [Cut, Phrase][] : []),
    ...(count > 2 ? [['first', slice(0, 1)], ['tail', slice(1, count)]] satisfies [Cut, Phrase][] : []),
  ];
}

/** Where the clause that describes a noun may begin: at its predicate, at the phrase before that, or as far back as it reaches. */
function clauseStarts(items: Item[], noun: number): Set<number> {
  const predicate = items[noun - 1];
  if (predicate?.type !== 'predicate' || !predicate.attributive) return new Set();
  const near = items[noun - 2];
  return new Set([clauseStart(items, noun - 1), near?.type === 'phrase' ? near.start : predicate.start, predicate.start]);
}

/** 子どもと壁を塗る(の): the noun may be left out. */
function clauseEnds(items: Item[], noun: number): number[] {
  const item = items[noun];
  return isCarrier(item) ? [item.end, items[noun - 1].end] : [item.end];
}

/** の, こと: a noun that only carries the clause before it. */
const isCarrier = (item: Item | undefined): boolean => item?.type === 'phrase' && item.parts[0].formal;
