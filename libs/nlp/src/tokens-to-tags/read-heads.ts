import type { PredicateChunk } from './chunks.js';
import type { Clause, Mention } from './clause.js';
import { isOther } from './find-subjects.js';
import { judgePredicate, MEANS, NOTHING, senseOfPredicate, type Reading } from './judge-predicate.js';
import { headOf, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { isBarePerson, isOfPerson, isPerson } from './phrase-classes.js';
import { WORK_HEADS } from './words/nouns.js';

/** A phrase in a relative clause: what its clause says of it, and the noun that the clause describes. */
export interface InRelativeClause {
  own: Reading;
  predicate: PredicateChunk;
  head: Phrase;
  headAt: number;
}

/** Inside a relative clause: こと passes the reading on, a person takes it away, other nouns shadow it. */
export function readThroughHead(clause: Clause, { own, predicate, head, headAt }: InRelativeClause, outer: Reading): Omit<Mention, 'phrase'> {
  const first = head.parts[0];
  if (own === MEANS) return { reading: MEANS, predicate };
  if (/^(?:程度|レベル|くらい|ぐらい)$/.test(head.text) && own.kind !== 'seeking') {
    const denied = own.kind === 'skill' && clause.items.slice(headAt + 1).some((item) => item.type === 'predicate' && item.negative);
    return { reading: denied ? { kind: 'unable', score: 0.6, rule: `${own.rule}>程度` } : { ...own, score: own.score * (predicate.lemma === '教える' && predicate.potential ? 0.5 : 0.25) }, predicate, head };
  }
  if (isOther(head) && outer.kind !== 'seeking') return { reading: { kind: 'nothing', score: 0, rule: 'other person' }, predicate, head };
  // できる年齢ではない, 描ける人ではない
  if (outer.kind === 'unable' && own.kind === 'skill') return { reading: { ...outer, score: 0.7 }, predicate, head };
  // さびれていくのを見ていられません: minded, not denied
  if (own.kind === 'interest' && outer.kind === 'unable' && first.formal && /^(?:trouble|think)$/.test(senseOfPredicate(predicate) ?? '')) return { reading: { ...own, score: 0.66 }, predicate, head };
  if (own.kind === 'unable') return { reading: own, predicate, head };
  // 漏水をAIで見つける会社で働いています
  if (own.kind === 'seeking' && outer.kind === 'skill' && /^(?:見つける|探す|集める|募集する)$/.test(predicate.lemma)) return { reading: { ...outer, score: 0.56, weak: undefined, sure: false }, predicate, head, inside: true };
  // 孫とレゴを組み立てるのが至福のひととき
  const said = clause.items[headAt + 1];
  if (first.formal && lastParticle(head) === 'が' && said?.type === 'phrase' && /^(?:至福|最高|何より|一番|最大)?の?(?:楽しみ|ひととき|時間|幸せ|喜び|生きがい|癒し|日課|趣味|夢|息抜き|贅沢|ごほうび)$/.test(said.text) && own.kind !== 'seeking') return { reading: { kind: 'interest', score: 0.78, rule: `${own.rule}>${said.text}` }, predicate, head };
  // コードを書くのは部下です
  const doer = clause.items[headAt + 1];
  if (first.formal && lastParticle(head) === 'は' && doer?.type === 'phrase' && isOther(doer) && /^(?:で|)$/.test(lastParticle(doer))) return { reading: { kind: 'nothing', score: 0, rule: 'other person' }, predicate, head };
  if (first.formal && head.parts.length === 1) {
    // 弁護士に相談したことがあります
    if (own.kind === 'nothing' && /^(?:ある|有る)/.test(outer.rule)) return { reading: NOTHING, predicate };
    const state = clause.items[headAt + 1];
    const often = state?.type === 'predicate' && /^(?:多い|増える|ふえる|少ない|よくある|常)$/.test(state.lemma) && own.kind === 'skill';
    const silent = often || outer.kind === 'nothing' || outer.weak || (own.kind === 'skill' && /^(?:増える|ふえる|多い|減る)/.test(outer.rule));
    const certain = own.score > 0 && own.score < 0.4 ? 0.5 : 1;
    return { reading: silent ? own : { ...outer, score: outer.score * certain, rule: `${own.rule}>こと>${outer.rule}` }, predicate };
  }
  // 技術を活かした商品: what is put to use is there.
  if (/^(?:活かす|生かす|いかす)$/.test(predicate.lemma) && predicate.past && own.kind === 'skill') return { reading: { ...own, score: 0.7 }, predicate, head };
  if (outer.kind === 'seeking' && isOfPerson(head) && predicate.giving && !isBarePerson(head) && isTogether(clause, headAt) && /^(?:考える|話し合う|語る|語り合う|議論する|取り組む|挑戦する|楽しむ|盛り上げる)$/.test(predicate.lemma)) return { reading: { kind: 'interest', score: 0.74, rule: `一緒に${predicate.lemma}` }, predicate, head };
  if (outer.kind === 'seeking' && isOfPerson(head)) return { reading: { ...outer, rule: `${own.rule}>人>${outer.rule}`, sure: own.kind === 'skill' && isPerson(head) }, predicate, head };
  if (/^(?:気持ち|きもち|思い|想い|願望|野望|夢|希望|欲|意欲|願い|目標|衝動|欲求|段階|最中|途中|状態|今日この頃|毎日|日々|ところ|とこ|派|タイプ|性分|身|立場|次第)$/.test(first.text) && own.kind !== 'nothing' && head.parts.length === 1) return { reading: own, predicate };
  if (/^(?:予定|計画|見込み|所存|つもり)$/.test(first.text) && own.kind === 'skill') return { reading: { kind: 'interest', score: 0.78, rule: `${own.rule}>予定` }, predicate, head };
  if (/^(?:ため|為)$/.test(first.text)) return { reading: own.kind === 'nothing' ? NOTHING : { kind: 'interest', score: 0.75, rule: `${own.rule}>ため` }, predicate };
  if (outer.kind !== 'seeking' && (WORK_HEADS.has(headOf(head).text) || describesWriter(clause, headAt))) return { reading: own, predicate, head };
  // 買い物に困っている人を助けたい
  if (isPerson(head) && outer.kind === 'interest' && own.kind === 'interest' && /^(?:think|trouble|learn)$/.test(senseOfPredicate(predicate) ?? '')) return { reading: { ...own, score: 0.68, rule: `${own.rule}>人>${outer.rule}` }, predicate, head };
  if (isPerson(head) && (outer.kind !== 'skill' || lastParticle(head) === 'と')) return { reading: { kind: 'nothing', score: 0, rule: 'other person' }, predicate, head };
  return { reading: outer.kind === 'nothing' ? { ...own, score: own.score * 0.75 } : { ...outer, score: outer.score * 0.75 }, predicate, head, inside: true };
}

/** 一緒に考えてくれる人 */
const isTogether = ({ items }: Clause, headAt: number): boolean => items.slice(Math.max(0, headAt - 4), headAt).some((item) => /^(?:一緒|いっしょ|共|とも)$/.test(item.text));

/** 〜している大学2年です, 〜しているひと。: the clause describes the writer. */
function describesWriter({ items, topics, heading }: Clause, headAt: number): boolean {
  const next = items[headAt + 1];
  const head = items[headAt] as Phrase;
  const ends = next === undefined || (next.type === 'predicate' && next.lemma === 'だ' && !next.attributive);
  return ends && head.particles.length === 0 && topics.length === 0 && !heading;
}

/** して…したい: a clause that goes on shares the wish at the end. */
export function withLaterWish(items: Item[], predicateAt: number, own: Reading): Reading {
  const predicate = items[predicateAt] as PredicateChunk;
  // 古民家を借りて…場にしたい: what is wished for is behind it.
  if (predicate.continues && own.kind === 'seeking' && /^(?:借りる|使う)$/.test(predicate.lemma)) {
    const wish = items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && item.wish);
    if (wish && judgePredicate(wish).kind === 'interest') return { kind: 'interest', score: 0.64, rule: `${own.rule}>${wish.lemma}` };
  }
  if (!predicate.continues || predicate.contrast || own.kind !== 'skill') return own;
  const later = items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive);
  if (!later) return own;
  // 触って遊んでいます
  if (/^(?:遊ぶ|楽しむ)$/.test(later.lemma) && items[predicateAt + 1] === later && !later.negative) return { kind: 'interest', score: 0.72, rule: `${own.rule}>${later.lemma}` };
  if (/^(?:夢|目標|願い|野望|憧れ|楽しみ|趣味|日課|生きがい)$/.test(later.lemma) && !predicate.past && !predicate.progressive) return { ...judgePredicate(later), score: 0.66, rule: `${own.rule}>${later.lemma}` };
  // 会計を生かして…したい: what is put to use is there.
  if (/^(?:活かす|生かす|いかす|役立てる)$/.test(predicate.lemma)) return own;
  if (later.wish && !later.negative && /(?:取って|取り|とって)$/.test(predicate.text) && predicate.lemma === '経験') return { kind: 'interest', score: 0.7, rule: `${own.rule}>${later.lemma}` };
  if (later.wish && !later.negative && !/(?:ながら|つつ)$/.test(predicate.text) && predicate.text.length - predicate.lemma.length < 3 && !predicate.progressive && !predicate.past) return { ...judgePredicate(later), ...(judgePredicate(later).kind === 'seeking' ? { kind: 'interest' as const } : {}), score: 0.6, rule: `${own.rule}>${later.lemma}` };
  if (later.negative && items[predicateAt + 1] === later) return { kind: 'unable', score: 0.7, rule: `${own.rule}>${later.lemma}+否定` };
  return own;
}
