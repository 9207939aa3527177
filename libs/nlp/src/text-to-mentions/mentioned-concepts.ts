import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import { isEverydayEnglish } from '../tokens-to-tags/words/english.js';

const hardCut = /[\s。、，．！？!?「」『』（）()【】・:：;/"“”…]+/u;
/** Hiragana shorter than this stands inside other words too often (いす in ています). */
const leastHiragana = 4;
/** Longer spellings are sentences of their own. */
const longestSpelling = 16;
/** English names of concepts have at most so many words. */
const mostLatinWords = 4;
/** A shorter Latin word alone is more often a word of English than a name (`it`, `go`). */
const longLatin = /\p{Script=Latin}{4}/u;

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
  for (const concept of mentionedInLatin(text, lexicon)) found.add(concept);
  return [...found];
}

/** English mentions word by word, by their stems too; a single everyday word (`it`, `love`) names no concept. */
function mentionedInLatin(text: string, lexicon: Lexicon): string[] {
  const found: string[] = [];
  for (const sentence of text.normalize('NFKC').split(/[.,;:!?()\n]|[^\p{Script=Latin}\d\s'’+#&/-]+/u)) {
    const words = sentence.split(/\s+/u).filter(Boolean);
    for (let at = 0; at < words.length;) {
      let count = Math.min(mostLatinWords, words.length - at);
      let concept: string | undefined;
      for (; count > 0 && concept === undefined; count -= concept === undefined ? 1 : 0) {
        const phrase = words.slice(at, at + count).join(' ');
        if (count > 1 || namesAlone(phrase)) concept = (lexicon.find(phrase) ?? lexicon.near.byStem(phrase))?.id;
      }
      if (concept !== undefined) found.push(concept);
      at += Math.max(1, count);
    }
  }
  return found;
}

const namesAlone = (word: string): boolean => longLatin.test(word) && !isEverydayEnglish(word);

function longestMention(folded: string, at: number, lexicon: Lexicon): { concept: string; length: number } | undefined {
  const lengths = [...lexicon.lengthsFrom(folded.slice(at, at + 2)), ...lexicon.lengthsFrom(folded[at])];
  for (const length of lengths) {
    if (length > longestSpelling || at + length > folded.length || !standsAsWord(folded, at, at + length)) continue;
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
  if (/^[\p{Script=Latin}\d]+$/u.test(spelling)) return false;
  return spelling.length > 1 || (isKanji(spelling) && !cuts(isKanji));
}
