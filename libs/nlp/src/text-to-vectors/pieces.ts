/** A text cut into pieces of the encoder's vocabulary: where each begins and ends, in UTF-16 units of the text. */
export interface PiecedText {
  ids: number[];
  starts: number[];
  ends: number[];
}

/** Rows of the vocabulary that are no words: they stand first in the file. */
const [START, , END, UNKNOWN] = [0, 1, 2, 3];
/** SentencePiece writes a blank so; every text begins with one. */
const BLANK = '▁';
/** Added to the cost of a letter that the vocabulary lacks, as SentencePiece does. */
const UNKNOWN_PENALTY = 10;

/**
 * Cuts a text into the likeliest pieces of a vocabulary (unigram language model, Kudo 2018), as SentencePiece does for a text
 * that is in NFKC already.
 */
export class Pieces {
  readonly #ids = new Map<string, number>();
  readonly #scores: number[] = [];
  /** Length of the longest piece that begins with a UTF-16 unit. */
  readonly #longest = new Uint8Array(0x1_0000);
  readonly #unknown: number;

  /** @param lines a piece a line, with its log probability behind a tab and a newline at the end; the first four are marks: start, padding, end, unknown */
  constructor(lines: string) {
    let least = 0;
    for (let at = 0, end = 0; (end = lines.indexOf('\n', at)) >= 0; at = end + 1) {
      const tab = lines.indexOf('\t', at);
      const score = Number(lines.slice(tab + 1, end));
      if (this.#scores.length > UNKNOWN) {
        this.#ids.set(lines.slice(at, tab), this.#scores.length);
        const first = lines.charCodeAt(at);
        if (tab - at > this.#longest[first]) this.#longest[first] = tab - at;
        if (score < least) least = score;
      }
      this.#scores.push(score);
    }
    this.#unknown = least - UNKNOWN_PENALTY;
  }

  /** How many pieces there are, marks included. */
  get size(): number {
    return this.#scores.length;
  }

  /** The pieces between a start and an end mark, which stand nowhere in the text. */
  cut(text: string): PiecedText {
    const { units, origins } = marked(text);
    const best = new Float64Array(units.length + 1).fill(-Infinity);
    const from = new Int32Array(units.length + 1);
    const ids = new Int32Array(units.length + 1);
    best[0] = 0;
    for (let start = 0; start < units.length; start += 1) {
      if (best[start] === -Infinity) continue;
      const take = (end: number, id: number, score: number): void => {
        if (best[start] + score > best[end]) [best[end], from[end], ids[end]] = [best[start] + score, start, id];
      };
      for (let end = start + 1; end <= Math.min(units.length, start + this.#longest[units.charCodeAt(start)]); end += 1) {
        const id = this.#ids.get(units.slice(start, end));
        if (id !== undefined) take(end, id, this.#scores[id]);
      }
      take(start + (units.codePointAt(start)! > 0xffff ? 2 : 1), UNKNOWN, this.#unknown);
    }
    const pieces: [id: number, start: number, end: number][] = [];
    for (let end = units.length; end > 0; end = from[end]) pieces.unshift([ids[end], origins[from[end]], origins[end - 1] + 1]);
    return {
      ids: [START, ...pieces.map(([id]) => id), END],
      starts: [-1, ...pieces.map(([, start]) => start), -1],
      ends: [-1, ...pieces.map(([, , end]) => end), -1],
    };
  }
}

/** The text as the vocabulary spells it, and where each unit of it stands in the given one. */
function marked(text: string): { units: string; origins: number[] } {
  let units = '';
  const origins: number[] = [];
  const put = (unit: string, at: number): void => {
    units += unit;
    origins.push(at);
  };
  if (!/^\s/u.test(text)) put(BLANK, 0);
  for (let at = 0; at < text.length; at += 1) {
    if (!/\s/u.test(text[at])) put(text[at], at);
    else if (!units.endsWith(BLANK)) put(BLANK, at);
  }
  return { units, origins };
}
