import type { WordSense } from './situations.js';

/** A word found in a text, and what it says. */
export interface FoundWord {
  senses: readonly WordSense[];
  span: [start: number, end: number];
}

const HAN = /[\p{Script=Han}々]/u;
const KATAKANA = /[ァ-ヺー]/u;
const LATIN = /[\p{Script=Latin}\d]/u;
/** Words of one kanji, and words in one of these scripts, count only where no letter of the same script goes on. */
const NEVER_PART = [KATAKANA, LATIN];

/** Plain words by what they say, found in a text by one walk: the longest word at each place. */
export class Vocabulary {
  readonly #senses = new Map<string, WordSense[]>();
  /** Lengths of the words by their first character, longest first. */
  readonly #lengths = new Map<string, number[]>();

  get size(): number {
    return this.#senses.size;
  }

  add(word: string, sense: WordSense): void {
    const key = word.normalize('NFKC').toLowerCase();
    const known = this.#senses.get(key);
    if (!known) {
      this.#senses.set(key, [sense]);
      const lengths = this.#lengths.get(key[0]) ?? [];
      if (!lengths.includes(key.length)) this.#lengths.set(key[0], [...lengths, key.length].sort((a, b) => b - a));
    } else if (!known.some(({ concept, says }) => concept === sense.concept && says === sense.says)) {
      known.push(sense);
    }
  }

  /** Words of a text in NFKC, in their order. */
  find(text: string): FoundWord[] {
    const folded = text.toLowerCase();
    const found: FoundWord[] = [];
    for (let at = 0; at < folded.length;) {
      const length = this.#lengths.get(folded[at])?.find((one) => this.#senses.has(folded.slice(at, at + one)) && standsAlone(folded, at, at + one));
      if (length) found.push({ senses: this.#senses.get(folded.slice(at, at + length))!, span: [at, at + length] });
      at += length ?? 1;
    }
    return found;
  }
}

function standsAlone(text: string, start: number, end: number): boolean {
  const goesOn = (script: RegExp): boolean => (start > 0 && script.test(text[start]) && script.test(text[start - 1])) || (end < text.length && script.test(text[end - 1]) && script.test(text[end]));
  if (NEVER_PART.some(goesOn)) return false;
  return end - start > 1 || !HAN.test(text[start]) || !goesOn(HAN);
}
