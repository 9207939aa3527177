import type { Concept, ConceptGraph, LexiconProblem } from './concepts.js';
import { foldKana, foldSpelling } from './fold-spelling.js';
import { NearSpellings } from './near-spellings.js';
import { parseConceptFile, parseLinkFile, type ConceptLine, type LexiconFile, type Link } from './parse-lexicon.js';
import type { EventWord } from '../statements.js';
import { parseKanaWords, type KanaWords } from '../text-to-tokens/kana-words.js';
import { parseSituations } from '../text-to-situations/parse-situations.js';
import type { Everyday } from '../text-to-situations/situations.js';
import { Vocabulary } from '../text-to-mentions/vocabulary.js';
import { parseAspects, type AspectDictionary } from '../text-to-aspects/parse-aspects.js';

/** What a spelling may mean. `ambiguous`: counts only with support from its neighbours or a strong cue. */
export interface SpellingMeaning {
  concepts: Concept[];
  ambiguous: boolean;
}

const NO_LENGTHS: number[] = [];

/** The first two UTF-16 units as one number: tens of thousands of short strings as keys would cost a start a tenth of a second. */
const startKey = (units: string): number => units.charCodeAt(0) * 0x1_0000 + (units.length > 1 ? units.charCodeAt(1) : 0);

/** Concepts by id and by folded spelling. */
export class Lexicon {
  readonly #concepts = new Map<string, Concept>();
  readonly #spellings = new Map<string, SpellingMeaning>();
  readonly #kana = new Map<string, SpellingMeaning | null>();
  /** Lengths of folded spellings by their first two units, longest first. */
  readonly #lengths = new Map<number, number[]>();
  readonly #below: Lexicon | undefined;
  readonly #synonyms = new Map<string, Concept | null>();
  #near: NearSpellings | undefined;
  #everyday: Everyday = { words: [], roles: new Vocabulary(), concepts: new Map() };
  #aspects: AspectDictionary = { ids: [], nodes: new Map(), words: new Vocabulary() };

  #kanaWordsFile = '';
  #kanaWords: KanaWords | undefined;

  /** @param below the lexicon to ask for what this one does not know */
  constructor(below?: Lexicon) {
    this.#below = below;
  }

  /** Everyday words and the concepts that they name. */
  get everyday(): Everyday {
    return this.#below?.everyday ?? this.#everyday;
  }

  setEveryday(everyday: Everyday): void {
    this.#everyday = everyday;
  }

  /** What everyday words are about. */
  get aspects(): AspectDictionary {
    return this.#below?.aspects ?? this.#aspects;
  }

  setAspects(aspects: AspectDictionary): void {
    this.#aspects = aspects;
  }

  /** How words are written that somebody wrote in hiragana; read on first use. */
  get kanaWords(): KanaWords {
    return this.#below?.kanaWords ?? (this.#kanaWords ??= parseKanaWords(this.#kanaWordsFile));
  }

  /** @param file the text of `kana-words.tsv` */
  setKanaWords(file: string): void {
    this.#kanaWordsFile = file;
    this.#kanaWords = undefined;
  }

  /** Folded spellings of the organiser's words, which lie on top; none where there are none. */
  get ownSpellings(): string[] {
    return this.#below ? [...this.#spellings.keys()] : [];
  }

  get size(): number {
    return this.#concepts.size + (this.#below?.size ?? 0);
  }

  concept(id: string): Concept | undefined {
    return this.#concepts.get(id) ?? this.#below?.concept(id);
  }

  /** What a folded spelling means, or undefined. */
  meaning(folded: string): SpellingMeaning | undefined {
    return this.#spellings.get(folded) ?? this.#below?.meaning(folded);
  }

  /** The one concept that a phrase names without ambiguity, also in the other kana; undefined when there is none. */
  find(phrase: string): Concept | undefined {
    const folded = foldSpelling(phrase);
    const meaning = this.meaning(folded) ?? this.#kanaMeaning(folded);
    if (meaning) return meaning.ambiguous ? undefined : meaning.concepts[0];
    return this.#synonym(folded);
  }

  /** Lengths that spellings beginning with these two UTF-16 units (or this one, at the end) can have, longest first. */
  lengthsFrom(units: string): number[] {
    const own = this.#lengths.get(startKey(units)) ?? NO_LENGTHS;
    const below = this.#below?.lengthsFrom(units) ?? NO_LENGTHS;
    if (own.length === 0 || below.length === 0) return own.length ? own : below;
    return [...new Set([...own, ...below])].sort((a, b) => b - a);
  }

  /** English spellings by stem and by typo. */
  get near(): NearSpellings {
    return (this.#near ??= new NearSpellings(this.concepts()));
  }

  /** Takes words that mean the same as a known spelling; words that would name two concepts are left out. */
  addSynonyms(groups: string[][]): void {
    for (const group of groups) {
      const added = this.newWordsOf(group);
      if (!added) continue;
      const { concept, folded } = added;
      for (const word of folded) this.#synonyms.set(word, this.#synonyms.has(word) && this.#synonyms.get(word) !== concept ? null : concept);
    }
  }

  /** What a group of words that mean the same adds: its words without a meaning here, folded, and the one concept that the others name; undefined where they name none, or several. */
  newWordsOf(group: readonly string[]): { concept: Concept; folded: string[] } | undefined {
    const known = new Set<Concept>();
    const folded: string[] = [];
    for (const word of group) {
      const key = foldSpelling(word);
      const meaning = this.#spellings.get(key);
      if (!meaning) folded.push(key);
      else if (!meaning.ambiguous) known.add(meaning.concepts[0]);
    }
    const [concept] = known;
    return known.size === 1 && folded.length ? { concept, folded } : undefined;
  }

  *concepts(): Generator<Concept> {
    if (this.#below) yield* this.#below.concepts();
    yield* this.#concepts.values();
  }

  /** This lexicon with an organiser's words on top; costs only what the words cost. */
  withWords(words: EventWord[]): Lexicon {
    if (words.length === 0) return this;
    const layer = new Lexicon(this);
    for (const word of words) {
      const known = this.concept(word.label) ?? this.find(word.label);
      layer.add({
        category: 'イベントの言葉', broader: [], related: [], metBy: [], practises: [],
        ...known,
        id: known?.id ?? word.label, kind: word.kind ?? known?.kind ?? 'skill',
        spellings: [word.label, ...(word.spellings ?? [])], ambiguous: [],
      });
    }
    return layer;
  }

  /** Adds a concept; returns the spellings that another concept already has. */
  add(concept: Concept): string[] {
    this.#concepts.set(concept.id, concept);
    const taken: string[] = [];
    for (const spelling of concept.spellings) if (!this.#index(spelling, concept, false)) taken.push(spelling);
    for (const spelling of concept.ambiguous) this.#index(spelling, concept, true);
    return taken;
  }

  /** The concepts and their links as plain data. */
  graph(): ConceptGraph {
    const concepts: ConceptGraph['concepts'] = Object.fromEntries([...this.everyday.concepts, ...this.aspects.nodes]);
    for (const { id, en, category, broader, related, metBy, practises } of this.concepts()) {
      concepts[id] = { ja: id, ...(en ? { en } : {}), category, broader, related, metBy, practises };
    }
    return { concepts };
  }

  #kanaMeaning(folded: string): SpellingMeaning | undefined {
    if (!/[ぁ-ヿ]/.test(folded)) return undefined;
    const key = foldKana(folded);
    const own = this.#kana.get(key);
    if (own !== undefined) return own ?? undefined;
    return this.#below ? this.#below.#kanaMeaning(folded) : undefined;
  }

  #synonym(folded: string): Concept | undefined {
    return this.#synonyms.get(folded) ?? (this.#below ? this.#below.#synonym(folded) : undefined);
  }

  #index(spelling: string, concept: Concept, ambiguous: boolean): boolean {
    const key = foldSpelling(spelling);
    if (!key) return true;
    const known = this.#spellings.get(key);
    if (known?.concepts.includes(concept)) {
      known.ambiguous &&= ambiguous;
      return true;
    }
    if (known && !known.ambiguous) return ambiguous;
    if (known && ambiguous) {
      known.concepts.push(concept);
      return true;
    }
    const meaning = { concepts: [concept], ambiguous };
    this.#spellings.set(key, meaning);
    if (/[ぁ-ヿ]/.test(key)) this.#indexKana(foldKana(key), concept, meaning);
    this.#indexLength(key);
    return true;
  }

  #indexLength(key: string): void {
    const starts = startKey(key);
    const lengths = this.#lengths.get(starts);
    if (!lengths) this.#lengths.set(starts, [key.length]);
    else if (!lengths.includes(key.length)) lengths.splice(lengths.findIndex((length) => length < key.length) >>> 0, 0, key.length);
  }

  /** A word that two concepts share in the other kana names neither. */
  #indexKana(kana: string, concept: Concept, meaning: SpellingMeaning): void {
    const other = this.#kana.get(kana);
    this.#kana.set(kana, other === undefined || other?.concepts[0] === concept ? meaning : null);
  }
}

function addConcepts(lexicon: Lexicon, lines: ConceptLine[], problems: LexiconProblem[]): void {
  const places = new Map<string, ConceptLine>();
  for (const entry of lines) {
    const { concept, file, line } = entry;
    const earlier = places.get(concept.id);
    if (earlier) {
      problems.push({ file, line, message: `the concept "${concept.id}" is already at ${earlier.file}:${earlier.line}` });
      continue;
    }
    places.set(concept.id, entry);
    for (const spelling of lexicon.add(concept)) {
      const holder = lexicon.meaning(foldSpelling(spelling))!.concepts[0];
      const at = places.get(holder.id)!;
      problems.push({ file, line, message: `the spelling "${spelling}" of "${concept.id}" already belongs to "${holder.id}" (${at.file}:${at.line})` });
    }
  }
}

function addLinks(lexicon: Lexicon, links: Link[], problems: LexiconProblem[]): void {
  for (const { file, line, from, field, to } of links) {
    const source = lexicon.concept(from) ?? lexicon.find(from);
    const target = lexicon.concept(to) ?? lexicon.find(to);
    const unknown = !source ? from : !target ? to : undefined;
    if (unknown !== undefined) problems.push({ file, line, message: `no concept "${unknown}"` });
    else if (source !== target && !source![field].includes(target!.id)) source![field].push(target!.id);
  }
}

/** Builds the lexicon from its files. Faults are listed with file and line; what is right is kept. */
export function buildLexicon(files: LexiconFile[]): { lexicon: Lexicon; problems: LexiconProblem[] } {
  const lexicon = new Lexicon();
  const inFolder = (folder: string): LexiconFile[] => files.filter(({ name }) => name.includes(`${folder}/`));
  const parsed = [...inFolder('concepts').map(parseConceptFile), ...inFolder('links').map(parseLinkFile)];
  const { everyday, problems: faults } = parseSituations(inFolder('situations'));
  const { aspects, problems: moreFaults } = parseAspects(inFolder('aspects'));
  const problems = [...parsed.flatMap((part) => part.problems), ...faults, ...moreFaults];
  lexicon.setEveryday(everyday);
  lexicon.setAspects(aspects);
  addConcepts(lexicon, parsed.flatMap((part) => part.concepts), problems);
  addLinks(lexicon, parsed.flatMap((part) => part.links), problems);
  return { lexicon, problems };
}
