import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import type { Candidate } from '../tokens-to-tags/choose-tags.js';
import type { PredicateChunk } from '../tokens-to-tags/chunks.js';
import { lookOverClause, topicBefore, type Mention } from '../tokens-to-tags/clause.js';
import { headOf, type Item, type Phrase } from '../tokens-to-tags/join-phrases.js';
import { senseOfPredicate } from '../tokens-to-tags/judge-predicate.js';
import { isPerson, isTrade } from '../tokens-to-tags/phrase-classes.js';
import type { ReadSentence } from '../tokens-to-tags/read-text.js';
import { GENERIC } from '../tokens-to-tags/words/nouns.js';
import type { Token } from '../text-to-tokens/tokens.js';
import type { PossibleTag } from './possible-tags.js';
import type { WordFamilies } from './word-families.js';

type Add = (name: string) => void;

const FLAGS: [name: string, holds: (predicate: PredicateChunk) => boolean][] = [
  ['否', (p) => p.negative], ['望', (p) => p.wish], ['頼', (p) => p.request], ['授', (p) => p.giving], ['問', (p) => p.question], ['件', (p) => p.condition],
  ['能', (p) => p.potential], ['進', (p) => p.progressive], ['過', (p) => p.past], ['連', (p) => p.attributive], ['逆', (p) => p.contrast],
];
const flagsOf = (predicate: PredicateChunk): string => FLAGS.flatMap(([name, holds]) => (holds(predicate) ? [name] : [])).join('');
const senseName = (predicate: PredicateChunk): string => senseOfPredicate(predicate) ?? '?';
const tenths = (value: number): string => String(Math.min(9, Math.floor(value * 10)));
const scriptOf = (label: string): string =>
  label.replace(/[一-鿿々]+/gu, 'K').replace(/[ァ-ヶー]+/gu, 'T').replace(/[ぁ-ゖ]+/gu, 'h').replace(/[A-Za-z]+/g, 'A').replace(/\d+/g, '9').slice(0, 6);
const lengthOf = (label: string): string => (label.length > 12 ? 'L' : label.length > 7 ? 'M' : String(label.length));
const partOfSpeech = (token: Token | undefined): string => (token ? `${token.pos}/${token.detail}/${token.subdetail}` : '-');
const isPredicate = (item: Item): item is PredicateChunk => item.type === 'predicate';
const fieldOf = ({ known }: PossibleTag): string => known!.category.split(' / ')[0];

/** What is seen of the possible tags of one sentence: names that the weights know. Nothing outside the sentence is seen. */
export class SentenceFeatures {
  readonly #read: ReadSentence;
  readonly #chosen: Candidate[];
  readonly #families: WordFamilies;
  readonly #clause: ReturnType<typeof lookOverClause>;
  readonly #words: string[];
  readonly #lastPredicate: PredicateChunk | undefined;

  /** @param chosen what the rules alone would choose in this sentence */
  constructor(read: ReadSentence, chosen: Candidate[], families: WordFamilies) {
    this.#read = read;
    this.#chosen = chosen;
    this.#families = families;
    this.#clause = lookOverClause(read.items, { heading: read.sentence.heading });
    this.#words = read.items.flatMap(wordsOf).map((word) => `has:${foldSpelling(word)}`);
    this.#lastPredicate = read.items.findLast(isPredicate);
  }

  /** Names the place of a tag: tags of one place share `ofPlace`. */
  placeOf(one: PossibleTag): string {
    return `${one.at}:${this.#particle(one)}`;
  }

  /** Of the tag's words and of what the rules say of it. */
  ofTag(one: PossibleTag): string[] {
    const { sentence } = this.#read;
    const features: string[] = ['bias'];
    const add: Add = (name) => features.push(name);
    const kind = addRules(add, one, this.#chosen);
    addWords(add, one, kind, sentence.tokens, this.#families);
    const particle = this.#particle(one);
    add(`particle:${particle}:${kind}`);
    if (sentence.heading) add(`heading:${sentence.heading}:${kind}`);
    if (this.#clause.hobbies[one.at]) add(`hobby:${kind}`);
    if (this.#clause.others[one.at]) add(`others:${kind}`);
    const topic = topicBefore(this.#clause, one.at);
    if (topic) add(`topic:${topic.reading.kind}:${kind}`);
    const reading = this.#mention(one)?.reading;
    if (reading) add(`reading:${reading.kind}:${reading.weak ?? ''}:${one.named}`);
    const predicate = this.#governing(one);
    if (!predicate) return features;
    const sense = senseName(predicate);
    add(`default:${one.known?.kind ?? '?'}:${one.named}:${sense}:${particle}`);
    if (one.known) add(`field:${fieldOf(one)}:${sense}`);
    add(`gov:${sense}:${kind}`);
    const [verb, noun] = [this.#families.of(predicate.lemma), this.#families.ofEnding(one.label)];
    if (verb && noun) add(`gov+label:${verb.wide}:${noun.wide}`);
    return features;
  }

  /** Of where it stands. */
  ofPlace(one: PossibleTag): string[] {
    const { items, sentence } = this.#read;
    const features: string[] = [...this.#words];
    const add: Add = (name) => features.push(name);
    const particle = this.#particle(one);
    const item = items[one.at];
    add(`particle:${particle}`);
    if (item.type === 'phrase') addPhrase(add, item, particle !== 'inner', this.#families);
    const mention = this.#mention(one);
    if (mention) addMention(add, mention, this.#families);
    this.#addPredicates(add, one, particle, mention);
    for (const step of [-2, -1, 1, 2]) add(`near${step}:${nameOfItem(items[one.at + step])}`);
    add(`heading:${sentence.heading ?? '-'}`);
    if (this.#clause.hobbies[one.at]) add('hobby');
    if (this.#clause.others[one.at]) add('others');
    const topic = topicBefore(this.#clause, one.at);
    if (topic) add(`topic:${topic.reading.kind}`);
    if (sentence.asideOf !== undefined) add('aside');
    if (sentence.asked) add('asked');
    return features;
  }

  /** The particles behind it; `inner` for a part of a phrase, `pred` for a doing. */
  #particle({ at, span }: PossibleTag): string {
    const item = this.#read.items[at];
    if (item.type !== 'phrase') return 'pred';
    return span[1] >= item.end - 1 ? item.particles.join('') || '-' : 'inner';
  }

  #mention({ at }: PossibleTag): Mention | undefined {
    return this.#read.mentions.find(({ phrase }) => phrase === this.#read.items[at]);
  }

  #governing(one: PossibleTag): PredicateChunk | undefined {
    const item = this.#read.items[one.at];
    return isPredicate(item) ? item : this.#mention(one)?.predicate ?? this.#read.items.slice(one.at).find(isPredicate);
  }

  #addPredicates(add: Add, one: PossibleTag, particle: string, mention: Mention | undefined): void {
    const { items } = this.#read;
    const governs = this.#governing(one);
    addPredicate(add, 'gov', governs, particle, this.#families);
    if (governs) {
      add(`gov:${senseName(governs)}:${flagsOf(governs)}:${particle}`);
      add(`gov:${senseName(governs)}:${mention?.head ? `rel:${isPerson(mention.head)}` : '-'}`);
    }
    if (this.#lastPredicate !== governs) addPredicate(add, 'fin', this.#lastPredicate, '', this.#families);
    const later = governs ? items.slice(items.indexOf(governs) + 1).find(isPredicate) : undefined;
    if (later && later !== this.#lastPredicate) addPredicate(add, 'next', later, '', this.#families);
    const before = items.slice(0, one.at).findLast(isPredicate);
    if (before) addPredicate(add, 'before', before, '', this.#families);
  }
}

/** What the rules say, and which of the tags they chose stand about it. @returns the kind that they say */
function addRules(add: Add, { label, span: [start, end], cuts, said }: PossibleTag, chosen: Candidate[]): string {
  const spans = chosen.map(({ spans: [[from, to]], kind, label: words }) => ({ from, to, kind, words }));
  const self = spans.find((tag) => tag.from === start && tag.words === label);
  const pick = self?.kind ?? 'left';
  const kind = said?.kind ?? 'none';
  add(`chosen:${pick}`);
  add(`kind:${kind}`);
  if (said) {
    add(`kind:${kind}:${tenths(said.score)}`);
    add(`kind:${kind}:${pick}`);
    if (said.sure) add(`sure:${kind}`);
    const [naming, ...rules] = said.rule.split('>');
    add(`naming:${naming}:${kind}`);
    add(`rule:${rules.join('>')}:${kind}`);
    add(`rule0:${rules[0]}:${kind}`);
    add(`rulex:${(rules[0] ?? '').replace(/^[^+:>]+/, '')}:${kind}`);
  }
  for (const cut of cuts) {
    add(`cut:${cut}`);
    add(`cut:${cut}:${kind}`);
  }
  const within = spans.find(({ from, to }) => from <= start && to >= end && to - from > end - start);
  const over = spans.find(({ from, to }) => start <= from && end >= to && end - start > to - from);
  const meets = spans.find(({ from, to }) => from < end && start < to);
  add(`about:${within ? `in:${within.kind}` : over ? `over:${over.kind}` : meets ? (self ? 'self' : `meets:${meets.kind}`) : 'free'}`);
  return kind;
}

/** The tag's own words: their form, the concept they name, their family, the words beside them. */
function addWords(add: Add, one: PossibleTag, kind: string, sentence: Token[], families: WordFamilies): void {
  const { named, known, span: [start, end] } = one;
  const label = foldSpelling(one.label);
  add(`length:${lengthOf(label)}`);
  add(`script:${scriptOf(one.label)}`);
  for (const count of [1, 2, 3]) if (label.length >= count) add(`last${count}:${label.slice(-count)}`);
  add(`label:${label}`);
  add(`named:${named}`);
  add(`named:${named}:${kind}`);
  add(`named:${named}:${lengthOf(label)}`);
  if (GENERIC.has(one.label)) add('generic');
  if (known) {
    add(`field:${fieldOf(one)}:${named}`);
    add(`category:${known.category}:${named}`);
    add(`category:${known.category}:${kind}`);
    add(`default:${known.kind}:${named}:${kind}`);
  }
  const family = families.ofEnding(one.label);
  addFamily(add, 'label', family);
  if (family) add(`label~${family.wide}:${kind}`);
  const tokens = sentence.filter((token) => token.start >= start && token.end <= end);
  add(`token0:${partOfSpeech(tokens[0])}`);
  add(`tokenN:${partOfSpeech(tokens.at(-1))}`);
  add(`tokens:${Math.min(5, tokens.length)}:${named}`);
  add(`after:${foldSpelling(sentence.find((token) => token.start >= end)?.surface ?? '-')}`);
  add(`prior:${foldSpelling(sentence.findLast((token) => token.end <= start)?.surface ?? '-')}`);
}

function addMention(add: Add, { reading, inside, clauseStart, head }: Mention, families: WordFamilies): void {
  add(`reading:${reading.kind}:${tenths(reading.score)}`);
  add(`readrule:${reading.rule}`);
  if (inside) add('inside');
  if (clauseStart !== undefined) add('hasclause');
  if (!head) return;
  const noun = headOf(head).text;
  add(`relhead:${noun}`);
  add(`relperson:${isPerson(head)}`);
  addFamily(add, 'relhead', families.ofEnding(noun));
}

function addPhrase(add: Add, phrase: Phrase, whole: boolean, families: WordFamilies): void {
  add(`parts:${Math.min(3, phrase.parts.length)}:${whole}`);
  if (isTrade(phrase)) add(`trade:${whole}`);
  if (isPerson(phrase)) add(`person:${whole}`);
  if (whole) return;
  const head = headOf(phrase).text;
  add(`inhead:${foldSpelling(head)}`);
  addFamily(add, 'inhead', families.ofEnding(head));
}

function addPredicate(add: Add, role: string, predicate: PredicateChunk | undefined, particle: string, families: WordFamilies): void {
  if (!predicate) return add(`${role}:-`);
  const [{ lemma }, sense, flags] = [predicate, senseName(predicate), flagsOf(predicate)];
  add(`${role}:${lemma}`);
  add(`${role}:${lemma}:${flags}`);
  add(`${role}:${particle}:${lemma}`);
  add(`${role}=${sense}`);
  add(`${role}=${sense}:${flags}`);
  add(`${role}:${particle}=${sense}`);
  for (const flag of flags) add(`${role}!${flag}`);
  const family = families.of(lemma);
  addFamily(add, role, family);
  if (family) add(`${role}~${family.wide}:${particle}`);
}

function addFamily(add: Add, role: string, family: ReturnType<WordFamilies['of']>): void {
  if (!family) return;
  add(`${role}~${family.wide}`);
  add(`${role}~~${family.close}`);
}

function nameOfItem(item: Item | undefined): string {
  if (!item) return '-';
  if (item.type === 'phrase') return `${foldSpelling(headOf(item).text)}+${item.particles.join('')}`;
  return item.type === 'predicate' ? `${item.lemma}.` : foldSpelling(item.text.trim());
}

/** Words of the sentence: nouns of four letters and less, whatever is longer is seldom met again. */
function wordsOf(item: Item): string[] {
  if (item.type === 'phrase') return item.parts.map(({ text }) => text).filter((word) => word.length <= 4);
  return item.type === 'predicate' ? [item.lemma] : item.type === 'other' ? [item.text] : [];
}
