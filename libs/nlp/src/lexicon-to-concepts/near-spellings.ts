import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import distance from 'natural/lib/natural/distance/levenshtein_distance.js';
import type { Concept } from './concepts.js';

/** Shorter names are too close to one another for a typo to be told. */
const SHORTEST_TYPO = 5;

/** English words a slip away from a name: a system is no systemd, and what comes later no LaTeX. */
const NO_SLIPS = new Set(`blander blazer blazon blended bluesy blunder cents clause clime cling clone closure cloture contained container containers deeply deeps delphic dicker
  discard discoid docked docket eleventh expel expresses firestorm firma flank flash flatter fluent freed freer frees freeze ideas ironic later lived
  locker looked looser machos nation nests network networks nodes polar postures prima prolong raids rains rasps reach recit rehash rests scalar scald scale scanner
  scratchy seaborne shack shift slick smack smarter sofar softer softy solidify solids spanned spicy squad stack stagger state stats statu strap straps
  strata stride strife strike strip striped strips strive strut system systems thread threats threes titter tonic topic toxic treads twister unify unite
  units vying widows window`.split(/\s+/));

/** Things whose doing is another matter: accounts are no accounting, and a season no seasoning. */
const THINGS = new Set('account bank break burn crowd draft factor fence grave green market plate price season shadow shop vault'.split(' '));

const isLatin = (spelling: string): boolean => /^[a-z][a-z0-9+#. '&/-]*$/i.test(spelling);

/** English words reduced to their stems: `gardening websites` ≡ `garden website`. */
export const stemPhrase = (phrase: string): string =>
  phrase.toLowerCase().split(/[\s-]+/).filter(Boolean).map((word) => porter.stem(word)).join(' ');

/** A word without its ending of number or tense: bike and biking, study and studied, knit and knitting. */
const baseOf = (word: string): string =>
  word.replace(/ies$/, 'y').replace(/(?<=..[^s])(?:ing|ed|es|s)$/, '').replace(/e$/, '').replace(/([bdglmnprt])\1$/, '$1').replace(/i$/, 'y');

const isDoing = (word: string): boolean => /...ing$/.test(word);

/**
 * Whether two phrases differ in number and tense only: websites, website. What is done is no thing, nor a thing its doing: bearings
 * are no bears, and cooks no cooking. Not robot, robotics, nor mobile, mobility, which share a stem.
 */
function isInflection(spelling: string, phrase: string): boolean {
  const [known, words] = [spelling, phrase].map((one) => one.toLowerCase().split(/[\s-]+/));
  if (known.length !== words.length || !known.every((word, at) => baseOf(word) === baseOf(words[at]))) return false;
  const [last, other] = [words.at(-1)!, known.at(-1)!];
  return last === other || (/...(?:ing|ed)$/.test(last) ? isDoing(other) : !(isDoing(other) && (/[^s]s$/.test(last) || THINGS.has(last))));
}

interface Spelled { spelling: string; concept: Concept }

function addTo(lists: Map<string, Spelled[]>, key: string, one: Spelled): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** Latin spellings of a lexicon by stem and by closeness; built on first use. */
export class NearSpellings {
  readonly #source: Concept[];
  #stems: Map<string, Spelled[]> | undefined;
  #byFirst: Map<string, Spelled[]> | undefined;

  constructor(concepts: Iterable<Concept>) {
    this.#source = [...concepts];
  }

  /** The concept whose English spelling has the same stems. */
  byStem(phrase: string): Concept | undefined {
    return this.#stemmed().get(stemPhrase(phrase))?.find(({ spelling }) => isInflection(spelling, phrase))?.concept;
  }

  /** The one concept whose Latin spelling is one slip away (insertion, deletion, exchange, swap). */
  byTypo(name: string): Concept | undefined {
    const lower = name.toLowerCase();
    if (name.length < SHORTEST_TYPO || !isLatin(name) || NO_SLIPS.has(lower)) return undefined;
    const near = (this.#names().get(lower[0]) ?? []).filter(({ spelling }) =>
      Math.abs(spelling.length - lower.length) <= 1 && distance.DamerauLevenshteinDistance(spelling, lower, { restricted: true }) === 1);
    return near.length > 0 && near.every(({ concept }) => concept === near[0].concept) ? near[0].concept : undefined;
  }

  /** Stemming all of them takes a quarter of a second, so only English text pays for it. */
  #stemmed(): Map<string, Spelled[]> {
    if (this.#stems) return this.#stems;
    this.#stems = new Map();
    for (const concept of this.#source) {
      for (const spelling of concept.spellings) {
        const isName = spelling === concept.id && !spelling.includes(' '); // Rails is no plural
        const stems = isLatin(spelling) && !isName ? stemPhrase(spelling) : '';
        if (stems) addTo(this.#stems, stems, { spelling, concept });
      }
    }
    return this.#stems;
  }

  /** A slip is told only in names that are written so in Japanese as well: Framer is no farmer. */
  #names(): Map<string, Spelled[]> {
    if (this.#byFirst) return this.#byFirst;
    this.#byFirst = new Map();
    for (const concept of this.#source) {
      if (!isLatin(concept.id)) continue;
      for (const spelling of concept.spellings) {
        const lower = spelling.toLowerCase();
        if (lower.length < SHORTEST_TYPO || !isLatin(spelling)) continue;
        addTo(this.#byFirst, lower[0], { spelling: lower, concept });
      }
    }
    return this.#byFirst;
  }
}
