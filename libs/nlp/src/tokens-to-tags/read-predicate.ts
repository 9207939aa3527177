import type { Token } from '../text-to-tokens/tokens.js';
import type { PredicateChunk } from './chunks.js';
import { cueLength, idiomAt, PREDICATIVE, standsAsCue } from './read-cues.js';
import { PRAISED_WHEN_NEGATED } from './words/predicates.js';

/** A predicate and the index of the token behind it. */
export interface ReadPredicate {
  chunk: PredicateChunk;
  next: number;
}

const NEGATIONS = new Set(['ない', 'ぬ', 'ん', 'まい', 'ず', '無い', '無し', 'なし']);
const GIVING = new Set(['くれる', 'くださる', '下さる', 'いただく', '頂く', 'もらう', '貰う', 'いただける', '頂ける', 'もらえる', 'くださる']);
const PROGRESSIVE = new Set(['いる', 'てる', 'おる', 'でる', 'いらっしゃる', '居る', 'とる', 'きた', 'くる']);
const POLITE = new Set(['ます', 'です', 'でし']);
const POTENTIAL = /^(?:できる|出来る|いける|行ける)$|[えけせてねべめれげぜでぺ]る$/;

const isVerbalNoun = (token: Token | undefined): boolean => token?.pos === '名詞' && (token.detail === 'サ変接続' || token.term !== undefined);
const isDo = (token: Token | undefined): boolean =>
  token !== undefined && token.pos === '動詞' && /^(?:する|できる|出来る|致す|いたす|なさる|いただく|頂く|いただける|頂ける|もらう|もらえる|くださる|下さる|くれる|願う|願える)$/.test(token.base);

/** Whether a predicate begins here. A cue noun counts only where no particle makes it an ordinary noun. */
export function beginsPredicate(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token.pos === '動詞' || token.pos === '形容詞' || token.pos === '助動詞') return true;
  if (token.pos !== '名詞' && token.pos !== '接頭詞') return false;
  if (token.pos === '接頭詞') return cueLength(tokens, at) > 1 || isPoliteVerb(tokens, at);
  if (isAdjectival(tokens, at)) return true;
  if (idiomAt(tokens, at)) return true;
  const cue = cueLength(tokens, at);
  if (cue) return standsAsCue(tokens, at + cue);
  if (isPredicativeNoun(tokens, at)) return true;
  if (token.term || !isVerbalNoun(token)) return false;
  return isDo(tokens[at + 1]) || isElliptic(tokens, at);
}

/** 町内会の高齢化が 悩み です. */
export const isPredicativeNoun = (tokens: Token[], at: number): boolean =>
  PREDICATIVE.has(tokens[at].surface) && followsSubject(tokens, at) && endsClause(tokens[at + 1], tokens[at + 2]);

/** が or は before it, at most with 主 な or 私 の between. */
function followsSubject(tokens: Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const token = tokens[before];
    if (/^[がは]$/.test(token.surface) && token.pos === '助詞') return true;
    if (!/^(?:主|な|の|私|僕|わたし|大きな|一番|目下|老後|定年|昔|からの|唯一|最大)$/.test(token.surface) && !/^(?:副詞|連体詞|接頭詞)$/.test(token.pos) && token.detail !== '副詞可能') return false;
  }
  return false;
}

/** お 任せ ください, ご 相談 ください. */
export function isPoliteVerb(tokens: Token[], at: number): boolean {
  if (!/^[おご]$/.test(tokens[at].surface) || tokens[at].pos !== '接頭詞') return false;
  const verb = tokens[at + 1];
  if (verb?.pos === '動詞') return verb.form === '連用形' && tokens[at + 2]?.pos === '動詞';
  return (isVerbalNoun(verb) || (verb?.pos === '名詞' && /[いきしちにひみりぎじびえけせてねべめれげ]$/.test(verb.surface) && tokens[at + 2]?.base === 'する')) && isDo(tokens[at + 2]);
}

/** 立派 な, 普通 に: describes, names nothing. */
function isAdjectival(tokens: Token[], at: number): boolean {
  const { detail, term } = tokens[at];
  const next = tokens[at + 1];
  if (detail !== '形容動詞語幹' || term || !next) return false;
  return (next.pos === '動詞' && /^(?:すぎる|過ぎる)$/.test(next.base)) || (next.pos === '助動詞' && next.surface === 'な') || (next.surface === 'に' && next.pos === '助詞') || (next.pos === '助動詞' && cueLength(tokens, at) === 0 && tokens[at - 1]?.pos === '助詞');
}

/** 7冊目 に 突入。: する is left out at the end of a clause. */
function isElliptic(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return before?.pos === '助詞' && /^(?:に|を|へ)$/.test(before.surface) && (after === undefined || after.pos === '記号' || (after.surface === '中' && tokens[at + 2]?.pos !== '名詞'));
}

const endsClause = (token: Token | undefined, after?: Token): boolean => token === undefined || token.pos === '助動詞' || token.pos === '記号' || (token.surface === 'で' && after?.surface === '、');

/** 立ち + 上げる, 取り + 組む. */
const isCompoundVerb = (first: Token, second: Token | undefined): boolean =>
  first.pos === '動詞' && first.form === '連用形' && second?.pos === '動詞' && second.detail === '自立' && second.start === first.end && !/^(?:する|できる|いる|ある)$/.test(first.base);

const isOnTheWay = (tokens: Token[], at: number): boolean =>
  tokens[at]?.surface === 'に' && tokens[at].pos === '助詞' && tokens[at + 1]?.pos === '動詞' && /^(?:来る|くる|参る|まいる|伺う|うかがう|上がる|参加する?)$/.test(tokens[at + 1].base);

function emptyPredicate(token: Token): PredicateChunk {
  return {
    type: 'predicate', tokens: [], text: '', start: token.start, end: token.end, lemma: '', negative: false, wish: false, potential: false,
    progressive: false, past: false, giving: false, request: false, question: false, condition: false, polite: false, attributive: false,
    continues: false, contrast: false,
  };
}

/** Takes one auxiliary into the predicate; false when the token is none. */
function takeAuxiliary(chunk: PredicateChunk, tokens: Token[], at: number): boolean {
  const token = tokens[at];
  const { pos, detail, base, surface, form } = token;
  if (pos === '助動詞' || (pos === '形容詞' && (detail === '非自立' || base === 'ない' || base === 'ほしい' || base === '欲しい'))) {
    if (pos === '形容詞' && detail !== '非自立' && !['で', 'は', 'じゃ', 'く', 'も'].includes(tokens[at - 1]?.surface) && tokens[at - 1]?.form !== '連用テ接続') return false;
    if (NEGATIONS.has(base)) chunk.negative = !chunk.negative;
    if (base === 'たい') chunk.wish = true;
    if (base === 'ほしい' || base === '欲しい') chunk.request = true;
    if (base === 'た' || (base === 'だ' && surface === 'だっ')) chunk.past = true;
    if (base === 'た' && form === '仮定形') chunk.condition = true;
    // 広めよう: intends; 話しましょう: invites.
    if (base === 'う' || base === 'よう') chunk[chunk.polite ? 'request' : 'wish'] = true;
    if (POLITE.has(base)) chunk.polite = true;
    chunk.continues = false;
    return true;
  }
  if (pos === '動詞' && (detail === '非自立' || detail === '接尾' || (['ある', 'ござる'].includes(base) && /^(?:は|で|じゃ|も)$/.test(tokens[at - 1]?.surface)))) {
    takeVerbAuxiliary(chunk, token);
    chunk.continues = false;
    return true;
  }
  return takeParticle(chunk, tokens, at);
}

function takeVerbAuxiliary(chunk: PredicateChunk, { base, form, surface }: Token): void {
  // 貸してくれりゃいい
  if (form.startsWith('仮定縮約')) chunk.condition = true;
  if (PROGRESSIVE.has(base)) chunk.progressive = true;
  if (GIVING.has(base)) chunk.giving = true;
  if (/^(?:くださる|下さる)$/.test(base) && /命令/.test(form)) chunk.request = true;
  if (/^(?:ください|下さい)$/.test(surface)) chunk.request = true;
  if (/^(?:れる|られる)$/.test(base)) chunk.potential = true;
  // いたしかねます
  if (base === 'かねる') chunk.negative = true;
  if (/^(?:いただける|頂ける|もらえる)$/.test(base)) chunk.giving = true;
}

/** Particles inside or at the end of a predicate. */
function takeParticle(chunk: PredicateChunk, tokens: Token[], at: number): boolean {
  const token = tokens[at];
  const { surface, detail, pos } = token;
  const next = tokens[at + 1];
  if (pos === '名詞' && detail === '非自立' && /^(?:よう|そう|みたい|つもり|わけ|はず|ん|の|もの|もん)$/.test(surface) && !(/^もの?ん?$/.test(surface) && !/^(?:か|です|でしょ)/.test(next?.surface ?? ''))) {
    // 分析して + みたい is a wish, not a likeness.
    if (surface === 'みたい' && /^[てで]$/.test(tokens[at - 1]?.surface)) chunk.wish = true;
    return takeFormal(chunk, surface, next);
  }
  if (pos !== '助詞') return false;
  if (detail === '接続助詞') {
    if (surface === 'て' || surface === 'で' || surface === 'ちゃ' || surface === 'じゃ') chunk.continues = true;
    if (['が', 'けど', 'けれど', 'けれども', 'のに', 'ものの', 'ながらも'].includes(surface)) chunk.contrast = true;
    if (['ば', 'と', 'なら'].includes(surface)) chunk.condition = true;
    if (['し', 'ながら', 'つつ', 'たり'].includes(surface)) chunk.continues = true;
    return true;
  }
  // いると助かります: read as a quotation, but a condition.
  if (surface === 'と' && detail === '格助詞' && tokens[at - 1]?.form === '基本形' && /^(?:助かる|嬉しい|うれしい|心強い|有難い|ありがたい|幸い)$/.test(next?.base ?? '')) {
    chunk.condition = true;
    return true;
  }
  if (surface === 'か' && /終助詞|副助詞/.test(detail)) {
    chunk.question = true;
    return true;
  }
  if (detail === '終助詞' || surface === 'たり' || surface === 'だり') return true;
  // 書けはしない, 得意ではない, 苦手でもない
  if (/^(?:は|も|では|でも|じゃ)$/.test(surface)) return next !== undefined && (NEGATIONS.has(next.base) || /^(?:ある|ござる|する)$/.test(next.base));
  // 話せるようになりたい
  return surface === 'に' && tokens[at - 1]?.surface === 'よう' && /^(?:なる|する)$/.test(next?.base ?? '');
}

function takeFormal(chunk: PredicateChunk, surface: string, next: Token | undefined): boolean {
  if (surface === 'つもり' || surface === '予定') chunk.wish = true;
  if (surface === 'わけ' || surface === 'はず') return next?.surface === 'で' || next?.surface === 'が' || next?.surface === 'じゃ' || next?.surface === 'では';
  if (surface === 'の' || surface === 'ん') return next?.pos === '助動詞' || next?.surface === 'で' || (next?.pos === '助詞' && next.detail === '終助詞');
  return true;
}

/** 〜ように + なる: the change is part of the predicate. */
const becomes = (tokens: Token[], at: number): boolean =>
  tokens[at].pos === '動詞' && /^(?:なる|する)$/.test(tokens[at].base) && tokens[at - 1]?.surface === 'に' && tokens[at - 2]?.surface === 'よう';

function settle(chunk: PredicateChunk, text: string): PredicateChunk {
  const last = chunk.tokens[chunk.tokens.length - 1];
  chunk.end = last.end;
  chunk.text = text.slice(chunk.start, chunk.end);
  if (POTENTIAL.test(chunk.lemma)) chunk.potential = true;
  // やってます, 教えてもらってます
  if (/[てで]ま(?:す|した)/.test(chunk.text)) chunk.progressive = true;
  if (last.form.startsWith('命令') || (last.base === 'なさい')) chunk.request = true;
  if (chunk.negative && PRAISED_WHEN_NEGATED.has(chunk.lemma)) chunk.negative = false;
  // かもしれない, すみません
  if (/(?:かも(?:しれ|知れ)|に違い|に過ぎ)/.test(chunk.text)) chunk.negative = false;
  if (/ません(?:でしょう)?か|ない(?:もの|もん)?(?:です|でしょう)?か/.test(chunk.text)) {
    // 使えないかと考える wishes; 作りませんか invites; いませんか asks.
    if (/ない/.test(chunk.text) && !chunk.giving && (POTENTIAL.test(chunk.lemma) || /^(?:なる|どうにかする)$/.test(chunk.lemma))) chunk.wish = true;
    else chunk.question = true;
    chunk.negative = false;
  }
  if (!chunk.continues && (last.form === '連用形' || last.form === '連用テ接続')) chunk.continues = true;
  return chunk;
}

/** Reads verb, adjective, cue noun or copula with all that hangs on it. */
export function readPredicate(tokens: Token[], at: number, text: string): ReadPredicate {
  if (isPoliteVerb(tokens, at)) return readPredicate(tokens, at + 1, text);
  const first = tokens[at];
  const chunk = emptyPredicate(first);
  chunk.tokens.push(first);
  chunk.lemma = first.base;
  let next = at + 1;
  if (first.pos === '助動詞') {
    chunk.lemma = 'だ';
    if (first.base === 'です') chunk.polite = true;
    if (NEGATIONS.has(first.base)) chunk.negative = true;
    if (first.surface === 'だっ') chunk.past = true;
  } else if (first.pos === '名詞' || first.pos === '接頭詞') {
    const idiom = idiomAt(tokens, at);
    const length = idiom?.length ?? Math.max(1, cueLength(tokens, at));
    next = at + length;
    chunk.tokens.push(...tokens.slice(at + 1, next));
    chunk.lemma = idiom?.lemma ?? chunk.tokens.map((token) => token.surface).join('');
    if (idiom?.negative) chunk.negative = true;
    if (!idiom && !cueLength(tokens, at) && first.detail === 'サ変接続' && !isDo(tokens[next])) {
      chunk.verbalNoun = [...chunk.tokens];
      chunk.lemma = `${chunk.lemma}する`;
      if (tokens[next]?.surface === '中') chunk.tokens.push(tokens[next++]);
    } else if (!idiom && isDo(tokens[next])) {
      chunk.verbalNoun = [...chunk.tokens];
      chunk.potential = /^(?:できる|出来る)$/.test(tokens[next].base);
      takeVerbAuxiliary(chunk, tokens[next]);
      chunk.lemma = `${chunk.lemma}する`;
      chunk.tokens.push(tokens[next++]);
    }
  } else if (isOnTheWay(tokens, next) && first.form === '連用形') {
    // 学びに来ました, 探しに参りました: comes for that.
    chunk.wish = true;
    next += 2;
    chunk.tokens.push(...tokens.slice(at + 1, next));
  } else if (isCompoundVerb(first, tokens[next])) {
    chunk.lemma = first.surface + tokens[next].base;
    // 取り損ねる, 言いそびれる
    if (/^(?:損ねる|損なう|そびれる|逃す|のがす|逃れる|かねる|忘れる)$/.test(tokens[next].base)) chunk.negative = true;
    chunk.tokens.push(tokens[next++]);
  } else if (first.pos === '形容詞' && NEGATIONS.has(first.base)) {
    chunk.lemma = 'ある';
    chunk.negative = true;
  }
  while (next < tokens.length && (takeAuxiliary(chunk, tokens, next) || becomes(tokens, next))) chunk.tokens.push(tokens[next++]);
  return { chunk: settle(chunk, text), next };
}
