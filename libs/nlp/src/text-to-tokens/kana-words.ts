/** A word as it is usually written, and what the tokeniser's lattice asks of it: IPADIC's context on both sides, and its cost. */
export interface KanaWord {
  written: string;
  left: number;
  right: number;
  cost: number;
}

/** Words by how they sound, in hiragana: りょうり → 料理, さっかー → サッカー. */
export type KanaWords = ReadonlyMap<string, readonly KanaWord[]>;

/** IPADIC's context of a common noun, which the lexicon's own words are. */
const NOUN = 1285;
/** The longer a word of the lexicon, the surer that it is meant. */
const costOfNoun = (reading: string): number => 2_000 - 500 * Math.max(0, reading.length - 3);

/** Reads `lexicon/kana-words.tsv`: how a word sounds, how it is written and, but for nouns of the lexicon, its context and cost. */
export function parseKanaWords(text: string): KanaWords {
  const words = new Map<string, KanaWord[]>();
  for (const line of text.split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [reading, written, left = NOUN, right = NOUN, cost = costOfNoun(reading)] = line.split('\t');
    const known = words.get(reading) ?? [];
    if (known.length === 0) words.set(reading, known);
    known.push({ written, left: Number(left), right: Number(right), cost: Number(cost) });
  }
  return words;
}
