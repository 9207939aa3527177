import { foldSpelling, type Lexicon } from '@tsunagu/nlp';

const hardCut = /[\s。、，．！？!?「」『』（）()【】・:：;/"“”…]+/u;
/** Hiragana shorter than this stands inside other words too often (いす in ています). */
const leastHiragana = 4;
/** So do short Latin words: `it` is not IT. */
const leastLatin = 4;

const isKanji = (char: string | undefined): boolean => char !== undefined && /[\p{Script=Han}々]/u.test(char);
const isKatakana = (char: string | undefined): boolean => char !== undefined && /[ァ-ヺー]/u.test(char);
const isLatin = (char: string | undefined): boolean => char !== undefined && /[\p{Script=Latin}\d]/u.test(char);

/**
 * Ids of the concepts whose spellings occur in a text, whatever the author says about them: the longest spelling at
 * each place, never a part of a longer katakana or Latin word, a single kanji only where it stands alone.
 */
export function mentionedConcepts(text: string, lexicon: Lexicon): string[] {
  const found = new Set<string>();
  for (const piece of text.normalize('NFKC').split(hardCut)) {
    const folded = foldSpelling(piece);
    for (let at = 0; at < folded.length;) {
      const mention = longestMention(folded, at, lexicon);
      if (mention) found.add(mention.concept);
      at += mention?.length ?? 1;
    }
  }
  return [...found];
}

function longestMention(folded: string, at: number, lexicon: Lexicon): { concept: string; length: number } | undefined {
  for (const length of lexicon.lengthsFrom(folded[at])) {
    if (at + length > folded.length || !standsAsWord(folded, at, at + length)) continue;
    const meaning = lexicon.meaning(folded.slice(at, at + length));
    if (meaning && !meaning.ambiguous) return { concept: meaning.concepts[0].id, length };
  }
  return undefined;
}

function standsAsWord(folded: string, start: number, end: number): boolean {
  const spelling = folded.slice(start, end);
  const cuts = (is: (char: string | undefined) => boolean): boolean => (is(folded[start]) && is(folded[start - 1])) || (is(folded[end - 1]) && is(folded[end]));
  if (cuts(isKatakana) || cuts(isLatin)) return false;
  if (/^\p{Script=Hiragana}+$/u.test(spelling)) return spelling.length >= leastHiragana;
  if (/^\p{Script=Latin}+$/u.test(spelling)) return spelling.length >= leastLatin;
  return spelling.length > 1 || (isKanji(spelling) && !cuts(isKanji));
}
