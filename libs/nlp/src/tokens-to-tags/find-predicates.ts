import type { PredicateChunk } from './chunks.js';
import { senseOfPredicate } from './judge-predicate.js';
import { lastParticle, type Item, type Phrase } from './join-phrases.js';

/** 主な, 新しい: an adjective that only describes the noun behind it. */
const isPlainAdjective = (item: PredicateChunk): boolean => senseOfPredicate(item) === undefined && item.tokens[0].pos !== '動詞' && !item.lemma.endsWith('する');

/** Index of the predicate that governs the phrase at `at`; undefined for none. Topics reach over relative clauses. */
export function predicateFor(items: Item[], at: number): number | undefined {
  const phrase = items[at] as Phrase;
  const topic = /^(?:は|って|とは|なら)$/.test(lastParticle(phrase));
  for (let next = at + 1; next < items.length; next++) {
    const item = items[next];
    if (item.type !== 'predicate') continue;
    // 会計を八年、…です: an object has no copula.
    if (item.lemma === 'だ' && phrase.particles[0] === 'を') return undefined;
    // 動画はまだ勉強し始めたところです: the topic is what the clause speaks of.
    const state = items[next + 1];
    if (topic && item.attributive && state?.type === 'phrase' && /^(?:ところ|とこ|段階|最中|途中|状態|程度|レベル|くらい|もの|つもり|予定)$/.test(state.text)) return next;
    const passes = item.attributive && hasLaterPredicate(items, next) && (topic || hasOwnSubject(items, at, next));
    if (isPlainAdjective(item) && (item.attributive || item.continues) && hasLaterPredicate(items, next)) continue;
    if (!passes) return next;
  }
  return undefined;
}

/** 記録を [個人が特定できない] 形にして: the clause between has a subject of its own. */
function hasOwnSubject(items: Item[], at: number, predicateAt: number): boolean {
  if (lastParticle(items[at] as Phrase) !== 'を') return false;
  return items.slice(at + 1, predicateAt).some((item) => item.type === 'phrase' && /^(?:が|を)$/.test(item.particles.join('')));
}

function hasLaterPredicate(items: Item[], at: number): boolean {
  return items.some((item, index) => index > at && item.type === 'predicate');
}

/** Whether the predicate has a subject or object right before it. */
export function hasSubject(items: Item[], predicateAt: number): boolean {
  const before = items[predicateAt - 1];
  return before?.type === 'phrase' && /^(?:が|を|も|は|に)$/.test(lastParticle(before));
}

/** Where in the text the relative clause of a predicate begins. */
export function clauseStart(items: Item[], predicateAt: number): number {
  let at = predicateAt;
  while (at > 0) {
    const item = items[at - 1];
    if (item.type === 'mark' || (item.type === 'predicate' && (item.contrast || item.condition || /(?:ので|から|[るたいな]んで|たくて)$/.test(item.text))) || (item.type === 'phrase' && /^(?:は|も)$/.test(item.particles.join(''))) || (item.type === 'other' && /^(?:また|そして|あと|今は|特に)$/.test(item.text))) break;
    at--;
  }
  return items[at].start;
}
