import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import distance from 'natural/lib/natural/distance/levenshtein_distance.js';
import type { Concept } from './concepts.js';

/** Shorter names are too close to one another for a typo to be told. */
const SHORTEST_TYPO = 5;

const isLatin = (spelling: string): boolean => /^[a-z][a-z0-9+#. '&/-]*$/i.test(spelling);

/** English words reduced to their stems: `gardening websites` ≡ `garden website`. */
export const stemPhrase = (phrase: string): string =>
  phrase.toLowerCase().split(/[\s-]+/).filter(Boolean).map((word) => porter.stem(word)).join(' ');

const ENDING = /(?:ies|es|s|ing|ed|y)?$/;
/** Whether two phrases differ in endings of number and tense only: websites, website; not mobile, mobility. */
const isInflection = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((phrase) => phrase.toLowerCase().split(/[\s-]+/).map((word) => word.replace(ENDING, '')).join(' '));
  return first.startsWith(second) ? first.length - second.length < 3 : second.startsWith(first) && second.length - first.length < 3;
};

/** Latin spellings of a lexicon by stem and by closeness; built on first use. */
export class NearSpellings {
  readonly #source: Concept[];
  #stems: Map<string, { spelling: string; concept: Concept }> | undefined;
  #byFirst: Map<string, { spelling: string; concept: Concept }[]> | undefined;

  constructor(concepts: Iterable<Concept>) {
    this.#source = [...concepts];
  }

  /** The concept whose English spelling has the same stems. */
  byStem(phrase: string): Concept | undefined {
    const known = this.#stemmed().get(stemPhrase(phrase));
    return known && isInflection(known.spelling, phrase) ? known.concept : undefined;
  }

  /** The one concept whose Latin spelling is one slip away (insertion, deletion, exchange, swap). */
  byTypo(name: string): Concept | undefined {
    if (name.length < SHORTEST_TYPO || !isLatin(name)) return undefined;
    const lower = name.toLowerCase();
    const near = (this.#names().get(lower[0]) ?? []).filter(({ spelling }) =>
      Math.abs(spelling.length - lower.length) <= 1 && distance.DamerauLevenshteinDistance(spelling, lower, { restricted: true }) === 1);
    return near.length > 0 && near.every(({ concept }) => concept === near[0].concept) ? near[0].concept : undefined;
  }

  /** Stemming all of them takes a quarter of a second, so only English text pays for it. */
  #stemmed(): Map<string, { spelling: string; concept: Concept }> {
    if (this.#stems) return this.#stems;
    this.#stems = new Map();
    for (const concept of this.#source) {
      for (const spelling of concept.spellings) {
        const stems = isLatin(spelling) ? stemPhrase(spelling) : '';
        if (stems && !this.#stems.has(stems)) this.#stems.set(stems, { spelling, concept });
      }
    }
    return this.#stems;
  }

  /** A slip is told only in names that are written so in Japanese as well: Framer is no farmer. */
  #names(): Map<string, { spelling: string; concept: Concept }[]> {
    if (this.#byFirst) return this.#byFirst;
    this.#byFirst = new Map();
    for (const concept of this.#source) {
      if (!isLatin(concept.id)) continue;
      for (const spelling of concept.spellings) {
        const lower = spelling.toLowerCase();
        if (lower.length < SHORTEST_TYPO || !isLatin(spelling)) continue;
        const list = this.#byFirst.get(lower[0]);
        if (list) list.push({ spelling: lower, concept });
        else this.#byFirst.set(lower[0], [{ spelling: lower, concept }]);
      }
    }
    return this.#byFirst;
  }
}
