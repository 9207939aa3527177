import type { Token } from '../text-to-tokens/tokens.js';
import { LOOSE } from '../tokens-to-tags/join-compounds.js';
import { isCounter, isNumber } from '../tokens-to-tags/trim-tokens.js';

export type Stretch = [start: number, end: number];

/** Longer ones are no names: tokens, and letters. */
const MOST = { tokens: 7, letters: 22 };

/** What may stand between two nouns of one name: 黒塗りの書類, 採用と研修, 静かな場所. */
const isJoint = ({ surface, pos, form }: Token): boolean => (pos === '助詞' && /^(?:の|と|や)$/.test(surface)) || (surface === 'な' && form === '体言接続') || /^[・×&]$/.test(surface);
/** 書き起こし: a verb's form that joins on is a noun where no ending follows. */
const isNounOfVerb = ({ pos, form }: Token, next: Token | undefined): boolean => pos === '動詞' && form === '連用形' && next?.pos !== '助動詞' && next?.detail !== '接続助詞';
const isNominal = (token: Token, next: Token | undefined): boolean => token.pos === '名詞' || token.pos === '接頭詞' || isNounOfVerb(token, next);
/** 新しい働き方, 小さな祭り */
const describes = ({ pos, form, surface }: Token): boolean => (pos === '形容詞' && form === '基本形') || /^(?:小さな|大きな)$/.test(surface);

const begins = (token: Token, next: Token | undefined): boolean =>
  describes(token) || (isNominal(token, next) && token.detail !== '接尾' && token.detail !== '非自立' && token.detail !== '代名詞' && !LOOSE.has(token.surface));
const ends = (token: Token, next: Token | undefined): boolean => isNominal(token, next) && token.pos !== '接頭詞';
/** Who somebody is called, where they live and how many there are says nothing of them. */
const saysNothing = (tokens: Token[]): boolean =>
  tokens.every((token) => !token.term && (token.subdetail === '人名' || token.subdetail === '地域' || token.detail === '代名詞' || isNumber(token) || isCounter(token)));

/** Every stretch of a sentence that stands together like a noun, cut at any border of its words: 焼きもろこし優先 and 焼きもろこし. */
export function nounStretches(tokens: Token[]): Stretch[] {
  return tokens.flatMap((first, from) => {
    if (!begins(first, tokens[from + 1])) return [];
    const found: Stretch[] = [];
    for (let at = from; at < tokens.length && at < from + MOST.tokens; at++) {
      const token = tokens[at];
      const next = tokens[at + 1];
      if (token.end - first.start > MOST.letters || (at > from && tokens[at - 1].end !== token.start)) break;
      if (!isNominal(token, next) && !describes(token) && !isJoint(token)) break;
      if (ends(token, next) && !saysNothing(tokens.slice(from, at + 1))) found.push([first.start, token.end]);
    }
    return found;
  });
}

/** 「最近見ないよ」「どうしてる？」「来てください」 is somebody speaking, and the name of nothing. */
const SPOKEN = /(?:よ|ね|わ|ぞ|か|かな|です|ます|でした|ました|ません|ください|[?？])$/;

/** What stands in quotation marks, without them, where it may be a name. */
export function quotedStretches(text: string, tokens: Token[]): Stretch[] {
  // of a sentence that is an aside alone nothing is left: 「（孫の口まね）」
  if (tokens.length === 0) return [];
  return [...text.slice(tokens[0].start, tokens.at(-1)!.end).matchAll(/[「『“]([^「」『』“”\n]{2,22})[」』”]/gu)].flatMap(({ 1: words, index }) => {
    const [start, end] = [tokens[0].start + index + 1, tokens[0].start + index + 1 + words.length];
    // Of a quotation with a verb in it the sentence keeps no tokens: まちなか and 本棚 keep theirs.
    const hasVerb = !tokens.some((token) => token.start >= start && token.end <= end);
    return hasVerb && SPOKEN.test(words) ? [] : [[start, end]];
  });
}
