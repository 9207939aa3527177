/** A word found in a text, and what it means. */
export interface FoundWord<Meaning> {
  meaning: Meaning;
  span: [start: number, end: number];
}

const HAN = /[\p{Script=Han}々]/u;
const KATAKANA = /[ァ-ヺー]/u;
const LATIN = /[\p{Script=Latin}\d]/u;
/** Words of one kanji, and words in one of these scripts, count only where no letter of the same script goes on. */
const NEVER_PART = [KATAKANA, LATIN];

type Counts = (text: string, start: number, end: number) => boolean;

/** Plain words by what they mean, found as they are written in a text by one walk: the longest word at each place. */
export class Vocabulary<Meaning> {
  readonly #meanings = new Map<string, Meaning>();
  /** Lengths of the words by their first character, longest first. */
  readonly #lengths = new Map<string, number[]>();
  readonly #counts: Counts;

  /** @param counts whether a word counts where it stands; by default not as a part of a longer one */
  constructor(counts: Counts = standsAlone) {
    this.#counts = counts;
  }

  get size(): number {
    return this.#meanings.size;
  }

  get(word: string): Meaning | undefined {
    return this.#meanings.get(word);
  }

  /** Gives a word its meaning, instead of the one it had. */
  set(word: string, meaning: Meaning): void {
    this.#meanings.set(word, meaning);
    const lengths = this.#lengths.get(word[0]) ?? [];
    if (!lengths.includes(word.length)) this.#lengths.set(word[0], [...lengths, word.length].sort((a, b) => b - a));
  }

  /** Words of a text in NFKC, in their order. */
  find(text: string): FoundWord<Meaning>[] {
    const found: FoundWord<Meaning>[] = [];
    for (let at = 0; at < text.length;) {
      const length = this.#lengths.get(text[at])?.find((one) => this.#meanings.has(text.slice(at, at + one)) && this.#counts(text, at, at + one));
      if (length) found.push({ meaning: this.#meanings.get(text.slice(at, at + length))!, span: [at, at + length] });
      at += length ?? 1;
    }
    return found;
  }
}

/** Whether letters of a script go on before, after a word that begins, ends with them. */
const goesBack = (script: RegExp, text: string, start: number): boolean => start > 0 && script.test(text[start]) && script.test(text[start - 1]);
const goesOn = (script: RegExp, text: string, end: number): boolean => end < text.length && script.test(text[end - 1]) && script.test(text[end]);

/** A word of several kanji, or one of katakana or Latin letters that go on on neither side. */
function standsAlone(text: string, start: number, end: number): boolean {
  const isPart = (script: RegExp): boolean => goesBack(script, text, start) || goesOn(script, text, end);
  if (NEVER_PART.some(isPart)) return false;
  return end - start > 1 || !HAN.test(text[start]) || !isPart(HAN);
}

/** Also a part of a compound: センサー in センサーデータ, 海 in 海水; not what stands inside a katakana word, nor a part of a Latin one. */
export const standsInCompounds: Counts = (text, start, end) =>
  !(goesBack(KATAKANA, text, start) && goesOn(KATAKANA, text, end)) && !goesBack(LATIN, text, start) && !goesOn(LATIN, text, end);
