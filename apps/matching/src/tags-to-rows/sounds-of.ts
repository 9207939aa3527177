import type { Lexicon } from '@tsunagu/nlp';

/** How words that are written with kanji sound, in hiragana. */
export type Sounds = ReadonlyMap<string, string>;

const HAS_KANJI = /[一-鿿々]/;
/** Longer words are read by their parts. */
const LONGEST = 12;

/** The sound of each word; of a word that is read in several ways the likeliest. */
export function soundsByWord(words: Lexicon['kanaWords']): Sounds {
  const likeliest = new Map<string, { sound: string; cost: number }>();
  for (const [sound, ways] of words) {
    for (const { written, cost } of ways) if (HAS_KANJI.test(written) && cost < (likeliest.get(written)?.cost ?? Infinity)) likeliest.set(written, { sound, cost });
  }
  return new Map([...likeliest].map(([written, { sound }]) => [written, sound]));
}

/**
 * How a label sounds, read by the longest words that are known; what is not known stays as it is written. Good enough to be found
 * by, not to be shown. Undefined where no word is known.
 * @example soundOf('ベトナム料理', sounds) === 'ベトナムりょうり'
 */
export function soundOf(label: string, sounds: Sounds): string | undefined {
  let read = '';
  for (let at = 0; at < label.length;) {
    const length = Array.from({ length: LONGEST }, (_, shorter) => LONGEST - shorter).find((one) => sounds.has(label.slice(at, at + one))) ?? 1;
    const word = label.slice(at, at + length);
    read += sounds.get(word) ?? word;
    at += length;
  }
  return read === label ? undefined : read;
}
