const letters = (first: number, last: number): string => String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, at) => first + at));

/** Hiragana and katakana of the same sound stand at the same place of both. */
const HIRAGANA = letters(0x3041, 0x3096) + letters(0x309d, 0x309e);
const KATAKANA = letters(0x30a1, 0x30f6) + letters(0x30fd, 0x30fe);
const IS_KANA = /[ぁ-ゖァ-ヶー]/;
/** After so many letters サーバー and サーバ are one word; a shorter one is another without its long vowel: ビール, ビル. */
const LONG_VOWEL_AFTER = 3;
const OPERATOR = /[$()*+.?[\\\]^{|}]/;

/** A text in one width and one case. */
const plainText = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * A text as people compare names and words: any width, any case, hiragana for katakana.
 * @example foldText('ｺﾞﾐ置き場 MAP') === 'ごみ置き場 map'
 */
export const foldText = (text: string): string => plainText(text).replace(/[ァ-ヶヽヾ]/g, (letter) => HIRAGANA[KATAKANA.indexOf(letter)]!);

function letterPattern(letter: string): string {
  const place = Math.max(HIRAGANA.indexOf(letter), KATAKANA.indexOf(letter));
  if (place >= 0) return `[${HIRAGANA[place]}${KATAKANA[place]}]`;
  return OPERATOR.test(letter) ? `\\${letter}` : letter;
}

function wordPattern(word: string): string {
  let pattern = '';
  let run = 0; // kana so far
  for (const letter of word) {
    const isKana = IS_KANA.test(letter);
    if (run >= LONG_VOWEL_AFTER && (letter === 'ー' || !isKana)) pattern += 'ー?';
    if (run < LONG_VOWEL_AFTER || letter !== 'ー') pattern += letterPattern(letter);
    run = isKana ? run + 1 : 0;
  }
  return pattern;
}

/**
 * The words of a search, each as a regular expression that JavaScript and PostgreSQL read alike: whoever types one kana finds the
 * other, and a longer word with its last long vowel or without. To be found in texts of NFKC in small letters; none of blanks.
 * @example searchPatterns('ごみ MAP') // ['[ごゴ][みミ]', 'map']
 */
export const searchPatterns = (text: string): string[] => plainText(text).split(/\s+/).filter(Boolean).map(wordPattern);

/** Whether every word of a search stands in a text; always of no words. */
export function searchFor(text: string): (said: string) => boolean {
  const patterns = searchPatterns(text).map((pattern) => new RegExp(pattern));
  return (said) => {
    const plain = plainText(said);
    return patterns.every((pattern) => pattern.test(plain));
  };
}
