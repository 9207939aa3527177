import type { Token } from '../text-to-tokens/tokens.js';
import type { Chunk, NounChunk } from './chunks.js';
import { readCompound } from './join-compounds.js';
import { idiomAt } from './read-cues.js';
import { BARE_PERSONS } from './words/nouns.js';
import { beginsPredicate, isPredicativeNoun, readPredicate } from './read-predicate.js';

const PRONOUN = '代名詞';

function nounChunk(tokens: Token[], text: string): NounChunk {
  const start = tokens[0].start;
  const end = tokens[tokens.length - 1].end;
  return {
    type: 'noun', tokens, text: text.slice(start, end), start, end, particles: [],
    formal: tokens[0].surface !== '方' && tokens.every((token) => token.detail === '非自立' || (token.pos === '助詞' && token.surface === 'の')),
    pronoun: tokens[tokens.length - 1].detail === PRONOUN,
  };
}

/** だけ で なく, に 限ら ず: joins like と. */
function joiningPhrase(tokens: Token[], at: number): number {
  const words = tokens.slice(at, at + 4).map((token) => token.surface).join('');
  const match = /^(?:だけでなく|だけじゃなく|だけではなく|のみならず|ばかりでなく|に限らず|はもちろん|をはじめ|や|はもとより)/.exec(words);
  if (!match || match[0] === 'や') return 0;
  let length = 0;
  let used = 0;
  while (length < match[0].length) length += tokens[at + used++].surface.length;
  return used;
}

/** Takes the particles behind a noun; returns the index behind them. */
function takeParticles(chunk: NounChunk, tokens: Token[], from: number): number {
  let at = from;
  const joined = joiningPhrase(tokens, at);
  if (joined) {
    chunk.particles.push('と');
    at += joined;
    if (tokens[at]?.surface === 'て') at++;
    return at;
  }
  while (at < tokens.length && (tokens[at].pos === '助詞' || isCaseLike(tokens, at))) {
    // 評価でしたら = 評価なら
    const ifSo = /^(?:でし|だっ)$/.test(tokens[at].surface);
    chunk.particles.push(ifSo ? 'なら' : tokens[at].surface);
    at += ifSo ? 2 : 1;
  }
  return at;
}

/** で and に that IPADIC reads as a copula in front of a particle or comma. */
function isCaseLike(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token.pos !== '助動詞') return false;
  if (/^(?:でし|だっ)$/.test(token.surface) && tokens[at + 1]?.surface === 'たら') return true;
  return token.surface === 'なら' || (token.surface === 'で' && tokens[at + 1]?.pos === '助詞' && tokens[at + 1].surface === 'も');
}

const isMark = (token: Token): boolean => token.pos === '記号' || /^[\s\p{P}\p{S}]+$/u.test(token.surface);

/** The の of 使うのは, 作るのが: a noun for the clause before it. */
const isNominalizer = (token: Token): boolean => token.pos === '名詞' && token.detail === '非自立';

/** どうにか したい, 何とか ならないか: the adverb is the meaning. */
const isSomehow = (tokens: Token[], at: number): boolean =>
  /^(?:どうにか|どうにも|なんとか|何とか|なんか|なんとも|どげんか)$/.test(tokens[at].surface) && tokens[at].pos === '副詞' && /^(?:する|なる|できる|出来る)$/.test(tokens[at + 1]?.base ?? '');

const isNominal = (token: Token): boolean => token.pos === '名詞' || token.pos === '接頭詞';

/** Groups tokens into noun phrases with their particles, predicates with their auxiliaries, and marks. */
export function buildChunks(tokens: Token[], text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token.term && isMark(token)) {
      chunks.push({ type: 'mark', text: token.surface, start: token.start, end: token.end });
      at++;
    } else {
      const idiom = token.pos === '名詞' && (tokens[at - 1]?.pos !== '名詞' || tokens[at - 1].detail === '副詞可能') && idiomAt(tokens, at) !== undefined;
      const compound = idiom || isPredicativeNoun(tokens, at) ? undefined : readCompound(tokens, at);
      if (compound) {
        const chunk = nounChunk(compound.tokens, text);
        at = takeParticles(chunk, tokens, compound.next);
        chunks.push(chunk);
      } else if (isNominalizer(token)) {
        const chunk = nounChunk([token], text);
        at = takeParticles(chunk, tokens, at + 1);
        chunks.push(chunk);
      } else if (isSomehow(tokens, at)) {
        const predicate = readPredicate(tokens, at + 1, text);
        // なんとかならんもんか: not so, and wished for
        chunks.push({ ...predicate.chunk, lemma: 'どうにかする', ...(predicate.chunk.negative ? { negative: false, wish: true } : {}), start: token.start, text: text.slice(token.start, predicate.chunk.end) });
        at = predicate.next;
      } else if (beginsPredicate(tokens, at)) {
        const predicate = readPredicate(tokens, at, text);
        chunks.push(predicate.chunk);
        at = predicate.next;
      } else if (isNominal(token)) {
        const chunk = nounChunk([token], text);
        at = takeParticles(chunk, tokens, at + 1);
        chunks.push(chunk);
      } else {
        chunks.push({ type: 'other', text: token.surface, start: token.start, end: token.end });
        at++;
      }
    }
  }
  const closed = chunks.filter((_chunk, at) => !standsBetween(chunks, at) && !isSaying(chunks, at));
  markAttributive(closed);
  return closed;
}

/** 教えてくれる [若い] 人: an adjective between a clause and the noun that both describe. */
function standsBetween(chunks: Chunk[], at: number): boolean {
  const [before, chunk, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  return chunk.type === 'predicate' && before?.type === 'predicate' && next?.type === 'noun' && /^(?:若い|古い|新しい|良い|よい|いい|大きい|小さい|優しい|やさしい|元気|素敵|熱い|面白い|おもしろい|楽しい|頼もしい|心強い)$/.test(chunk.lemma) && chunk.tokens.length <= 2 &&
    !before.polite && !before.continues && !before.contrast && !before.condition && before.tokens[before.tokens.length - 1].pos !== '助詞' && /^(?:基本形|連体形)/.test(before.tokens[before.tokens.length - 1].form);
}

/** 読み取れる[という]方, 数学ができる[って]人: only joins the clause to whom it describes. */
function isSaying(chunks: Chunk[], at: number): boolean {
  const [before, chunk, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  return chunk.type === 'other' && /^(?:という|っていう|って|といった|とかいう)$/.test(chunk.text) && before?.type === 'predicate' && next?.type === 'noun' && BARE_PERSONS.has(next.text);
}

/** Nouns that only link two clauses: 担当しているほか、…; 働く一方で…. */
const LINKING = /^(?:ほか|他|一方|かたわら|傍ら|うえ|のち|あと|後|ついで|反面|半面|合間)$/;

/** A predicate that stands directly before a noun describes it, unless it is polite or goes on. */
function markAttributive(chunks: Chunk[]): void {
  chunks.forEach((chunk, at) => {
    if (chunk.type !== 'predicate' || chunk.continues || chunk.contrast || chunk.condition) return;
    // 描けないので + 絵が: the clause is over.
    if (chunk.tokens[chunk.tokens.length - 1].pos === '助詞') return;
    const next = chunks[at + 1];
    if (next?.type !== 'noun' || chunk.polite) return;
    if (LINKING.test(next.text) && next.particles[0] !== 'の') chunk.continues = true;
    else chunk.attributive = true;
  });
}
