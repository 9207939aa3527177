import { isPerson } from './phrase-classes.js';
import { lastParticle, type Item, type Phrase } from './join-phrases.js';

const COORDINATING = /^(?:と|や|とか|やら|だの|も|か|または|および)$/;
const LIST_MARK = /^[、・/,，&+＆＋|｜#]$/;

/** Index of the next phrase of the list that the phrase at `at` stands in; undefined where it stands in none, or last. */
export function nextOfList(items: Item[], at: number): number | undefined {
  const phrase = items[at] as Phrase;
  const particle = lastParticle(phrase);
  let next = at + 1;
  // 農家の方と商品を考える: together with somebody, not a list.
  const together = particle === 'と' && isPerson(phrase) && items[next]?.type === 'phrase' && !isPerson(items[next] as Phrase);
  if (together) return undefined;
  if (particle === '' || COORDINATING.test(particle)) {
    while (isListMark(items[next], particle)) next++;
    if (next === at + 1 && particle === '') next = items[next]?.type === 'phrase' ? next : -1;
    const item = items[next];
    // 使い道、誰か一緒に考えて: calls, lists nothing
    if (item?.type === 'phrase' && /^(?:誰|だれ|どなた|どこ|皆さん|みなさん|皆)$/.test(item.text)) return undefined;
    // 先生とコラボする: the noun is the verb.
    const verb = items[next + 1];
    if (particle === 'と' && item?.type === 'phrase' && item.particles.length === 0 && verb?.type === 'predicate' && verb.lemma === 'する' && verb.start === item.end) return undefined;
    // 献立AIとか、楽になるものなら: one of the things that the clause describes
    if (item?.type === 'predicate' && next > at + 1 && /^(?:とか|や|やら|だの)$/.test(particle)) {
      const head = items.findIndex((later, index) => index > next && index <= next + 4 && later.type === 'phrase' && /^(?:もの|こと|の|やつ|ヤツ|あたり|系|類)$/.test(later.parts[0].text) && items[index - 1].type === 'predicate');
      if (head >= 0) return head;
    }
    if (item?.type === 'phrase' && (particle !== 'も' || item.particles.includes('も')) && !isAdverbial(item, particle)) return pastClause(items, at, next);
  }
  return undefined;
}

/** 会計に強い方、[動画が撮れる] 学生: the list goes on at the noun that the clause describes. */
function pastClause(items: Item[], at: number, next: number): number {
  if (!isPerson(items[at] as Phrase) || items[at - 1]?.type !== 'predicate') return next;
  const predicateAt = items.findIndex((item, index) => index > next && item.type === 'predicate');
  const predicate = items[predicateAt];
  return predicate?.type === 'predicate' && predicate.attributive && items[predicateAt + 1]?.type === 'phrase' ? predicateAt + 1 : next;
}

/** 紙で, 20年分: stands between a noun and its verb without being of their list. */
function isAdverbial(item: Phrase, particle: string): boolean {
  if (item.tokens.every((token) => token.detail === '数' || token.subdetail === '助数詞' || token.detail === '副詞可能')) return true;
  return particle === '' && /^(?:で|から|まで|では|でも)$/.test(item.particles.join(''));
}

function isListMark(item: Item | undefined, particle: string): boolean {
  if (item?.type === 'mark') return LIST_MARK.test(item.text) || (!item.text.trim() && particle === '');
  return item?.type === 'other' && /^(?:および|及び|または|かつ|そして|あと|それから|それと|ならびに|もしくは)$/.test(item.text);
}
