import type { Token } from '../text-to-tokens/tokens.js';
import { cueLength, standsAsCue } from './read-cues.js';
import { isPoliteVerb } from './read-predicate.js';
import { CUE_NOUNS } from './words/predicates.js';

/** Tokens that name one thing together (機械 + 学習), and the index behind them. */
export interface ReadCompound {
  tokens: Token[];
  next: number;
}

const JOINABLE = new Set(['一般', 'サ変接続', '形容動詞語幹', '固有名詞', '接尾', '数', '名詞接続', 'ナイ形容詞語幹', '引用文字列', '特殊', '動詞非自立的', '数接続']);

/** Words of time that stand beside a noun without joining it: 普段 プログラミング. */
export const LOOSE = new Set('今日 本日 今 いま 現在 普段 最近 今回 以前 昔 将来 今後 今年 昨年 去年 来年 毎日 毎週 毎月 毎年 週末 休日 平日 たまに ふだん 先日 当時 昨日 明日 この度 近年 昨今 もともと 元々 あと 主に 一緒 いっしょ 時々 ほか 他 その他 ほぼ 全員 大体 だいたい 自分 僕 私 本当 実際 年間'.split(' '));

const isDoVerb = (token: Token | undefined): boolean => token?.pos === '動詞' && /^(?:する|できる|出来る|致す|いたす|なさる|いただく|頂く|いただける|頂ける|もらう|もらえる|くださる|下さる|くれる|願う|願える)$/.test(token.base);

/** 連用形 of a verb used as a noun: パン 作り を, 見守り 活動. */
function isNominalVerb(tokens: Token[], at: number, inside: boolean): boolean {
  const token = tokens[at];
  if (token?.pos !== '動詞' || token.detail === '接尾' || token.form !== '連用形' || /^(?:ある|いる|おる|ござる)$/.test(token.base)) return false;
  // 健 診 データ: one kanji inside a run of kanji is no verb.
  if (token.surface.length < 2) return inside && /[一-鿿]$/.test(tokens[at - 1].surface) && /^[一-鿿]$/.test(token.surface) && (tokens[at + 1]?.pos === '名詞' || (tokens[at + 1]?.pos === '助詞' && tokens[at + 1].detail !== '接続助詞'));
  if (token.detail === '非自立' && !inside) return false;
  const next = tokens[at + 1];
  if (!next) return inside;
  // 在宅の看取りに関わる; 手伝いに行く goes on as a verb
  if (!inside && tokens[at - 1]?.surface === 'の' && token.surface.length > 2 && /^(?:に|も|で|と)$/.test(next.surface) && next.pos === '助詞' && next.detail !== '接続助詞' && !/^(?:行く|いく|来る|くる|参る|まいる|出る|通う|伺う|戻る|帰る|いらっしゃる)$/.test(tokens[at + 2]?.base ?? '')) return true;
  if (next.pos === '助詞') return inside ? /^(?:を|が|は|の|も|と|や|に|で|とか|か|など)$/.test(next.surface) && next.detail !== '接続助詞' : /^(?:を|が|の|は|や)$/.test(next.surface);
  if (next.pos === '動詞' && next.form === '連用形') return isNominalVerb(tokens, at + 1, true) && tokens[at + 2]?.pos === '助詞';
  if (next.pos === '名詞') return next.detail !== '非自立' && (inside || next.detail !== '接尾' || next.surface === 'ごと' || next.surface === '方') && !CUE_NOUNS.has(next.surface) && !LOOSE.has(next.surface);
  if (next.pos === '助動詞') return /^(?:です|だ)$/.test(next.base) && (inside || next.surface !== 'で');
  return inside && next.pos !== '動詞' && next.pos !== '形容詞';
}

function joins(tokens: Token[], at: number, inside: boolean): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.term?.concepts.length) return true;
  if (isNominalVerb(tokens, at, inside)) return true;
  if (token.pos !== '名詞' && token.pos !== '接頭詞') return false;
  if (LOOSE.has(token.surface)) return false;
  if (token.pos === '接頭詞' && cueLength(tokens, at) > 1) return false;
  const cue = cueLength(tokens, at);
  if (cue) return (inside || cue < 2) && !standsAsCue(tokens, at + cue) && (inside || !/^[がをはもに]/.test(tokens[at + cue].surface) || tokens[at].detail === 'サ変接続');
  if (token.term) return true;
  if (isAdjectival(tokens, at)) return false;
  if (token.detail === '副詞可能') return isPlainNoun(tokens[at + 1]);
  if (token.detail === 'サ変接続' && isDoVerb(tokens[at + 1])) return false;
  if (token.detail === '接尾' && !inside) return false;
  return JOINABLE.has(token.detail);
}

/** 立派 な, 普通 に. */
const isAdjectival = (tokens: Token[], at: number): boolean =>
  tokens[at].detail === '形容動詞語幹' && (tokens[at + 1]?.surface === 'な' || (tokens[at + 1]?.surface === 'に' && tokens[at + 1].pos === '助詞'));

const isPlainNoun = (token: Token | undefined): boolean =>
  token !== undefined && !token.term && token.pos === '名詞' && (token.detail === '一般' || token.detail === 'サ変接続') && !CUE_NOUNS.has(token.surface);

/** Reads the compound noun that begins here, or undefined. @example 機械/名詞 学習/名詞 を/助詞 → 機械 学習 */
export function readCompound(tokens: Token[], at: number): ReadCompound | undefined {
  // 大 募集中: the prefix belongs to the cue.
  if (tokens[at].pos === '接頭詞' && (cueLength(tokens, at) > 1 || isPoliteVerb(tokens, at))) return undefined;
  let next = at;
  while (next < tokens.length && joins(tokens, next, next > at)) {
    if (next > at && tokens[next].start !== tokens[next - 1].end) break;
    next++;
    if (next - at >= 24) break;
  }
  return next > at ? { tokens: tokens.slice(at, next), next } : undefined;
}
