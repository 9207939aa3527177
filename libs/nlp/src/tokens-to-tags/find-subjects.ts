import type { PredicateChunk } from './chunks.js';
import { headOf, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { senseOfPredicate } from './judge-predicate.js';
import { OTHERS, SELF } from './words/nouns.js';

const stripHonorific = (text: string): string => text.replace(/^[おご](?=[一-鿿])/, '').replace(/(?:さん|さま|様|たち|達|ちゃん|くん|君|氏|方)$/, '');

/** Whether a phrase names somebody else: 夫, 会社の同期, うちの娘. */
export function isOther(phrase: Phrase): boolean {
  const head = headOf(phrase).text;
  // 妹夫婦が, 夫の会社が
  if (/^(?:妹|姉|弟|兄|息子|娘|孫|友人|叔父|叔母)(?:夫婦|一家|家族)$/.test(head)) return true;
  if (phrase.parts.length > 1 && /^(?:会社|店|お店|職場|勤務先|実家|工場|友人|知人|同僚)$/.test(head) && isOther({ ...phrase, parts: phrase.parts.slice(0, -1) })) return true;
  // 参加者の多くは, 生徒の一部が
  if (phrase.parts.length > 1 && /^(?:多く|ほとんど|大半|半分|一部|皆さん|みなさん|皆|みんな|全員|一人|何人か|中)$/.test(head)) return isOther({ ...phrase, parts: phrase.parts.slice(0, -1) });
  return OTHERS.has(head) || OTHERS.has(stripHonorific(head)) || /.(?:先輩|同僚|友人|上司|後輩|同期)$/.test(head) || /^(?:隣|となり|近所|ご近所|周り|まわり|うち|同じ.{1,4})の(?:人|方|.{1,4}さん|席の人)$/.test(phrase.text) || /^(?:隣|となり|よそ|他|ほか|別)の(?:課|部|部署|班|チーム|会社|店|研究室|クラス)$/.test(phrase.text) || /^(?:うち|弊社|当社|会社|職場|チーム|研究室|店|教室|部|学校|隣)の(?:.*の)?(?:若手|若いの|若い衆|新人|メンバー|スタッフ|社員|学生|生徒|子|人|者|.{1,5}さん|エンジニア|デザイナー|担当者?)$/.test(phrase.text);
}

const isSelf = (phrase: Phrase): boolean => SELF.has(phrase.text) || SELF.has(headOf(phrase).text);

/** Seeking turns "somebody" into the one who is sought. */
function isSought(items: Item[], from: number): boolean {
  const next = items.slice(from + 1).find((item): item is PredicateChunk => item.type === 'predicate');
  if (!next) return false;
  const sense = senseOfPredicate(next);
  return sense === 'seek' || sense === 'ask' || (sense === 'meet' && (next.wish || next.condition || next.question || next.request));
}

function nextPredicate(items: Item[], from: number): number {
  const found = items.findIndex((item, at) => at > from && item.type === 'predicate');
  return found < 0 ? items.length : found;
}

/** End of what a は-subject governs: up to a contrast that a new topic follows, else to the end. */
function topicEnd(items: Item[], from: number): number {
  for (let at = from + 1; at < items.length; at++) {
    const item = items[at];
    if (item.type === 'phrase' && isSelf(item)) return at;
    if (item.type !== 'phrase' || !/^(?:は|って|とは)$/.test(lastParticle(item)) || isOther(item)) continue;
    const before = items.slice(from + 1, at).some((earlier) => earlier.type === 'predicate' && (earlier.contrast || earlier.continues || /(?:から|ので|で)$/.test(earlier.text)));
    if (before) return at;
  }
  return items.length;
}

/** 新人はExcelが得意です, 取引先がSNSに詳しい: somebody who is not the writer does it. */
function actsForItself(items: Item[], at: number): boolean {
  const phrase = items[at] as Phrase;
  if (!/^(?:は|が)$/.test(lastParticle(phrase)) || isSelf(phrase) || !/(?:たち|達|子ら|メンバー|スタッフ|社員|部員|職員|新人|若手|取引先|部員|婿|弟子|教え子|若者|学生|生徒|住民|利用者|職人|先生|業者|担当者|専門家|プロ|友人|仲間|人|方)$/.test(headOf(phrase).text)) return false;
  const next = items.slice(at + 1).find((item): item is PredicateChunk => item.type === 'predicate');
  const sense = next && senseOfPredicate(next);
  return next !== undefined && !next.wish && !next.negative && !next.attributive && !next.condition && (sense === 'ability' || sense === 'make' || sense === 'work' || (sense === 'do' && /(?:たち|達|スタッフ|社員|部員|職員|業者|担当者|専門家)$/.test(headOf(phrase).text)));
}

/** For each item, whether it is said of somebody else than the writer. */
export function findOthers(items: Item[]): boolean[] {
  const others = new Array<boolean>(items.length).fill(false);
  // 弊社では…扱っていますが、私は…
  const self = items.findIndex((item) => item.type === 'phrase' && /^(?:私|わたし|わたくし|僕|ぼく|俺|おれ|自分|あたし|当方|小生)/.test(item.text) && /^(?:は|も)$/.test(lastParticle(item)));
  const group = items.findIndex((item) => item.type === 'phrase' && /(?:弊社|当社|会社|社内|チーム|部署|職場|うち|周り|研究室|サークル)$/.test(item.text) && /^(?:は|には|では|も)$/.test(item.particles.join('')));
  if (group >= 0 && self > group) others.fill(true, group, self);
  items.forEach((item, at) => {
    // 友人のほうが上手い: what is compared is the other's, from the topic on.
    if (item.type === 'phrase' && /^(?:ほう|方)$/.test(headOf(item).text) && item.parts.length > 1 && lastParticle(item) === 'が' && isOther({ ...item, parts: item.parts.slice(0, -1) })) others.fill(true, 0, nextPredicate(items, at) + 1);
    // 祖父の代まで醤油を造っていました
    if (item.type === 'phrase' && /^(?:代|時代|頃)$/.test(headOf(item).text) && item.parts.length > 1 && /^(?:まで|は|では|には)$/.test(lastParticle(item)) && isOther({ ...item, parts: item.parts.slice(0, 1) }) && !/^(?:子供|子ども|こども)$/.test(item.parts[0].text)) others.fill(true, at, nextPredicate(items, at) + 1);
    if (item.type !== 'phrase' || !(isOther(item) || actsForItself(items, at))) return;
    const particle = lastParticle(item);
    if (!/^(?:が|は|も|って|から|には|では|にも)$/.test(particle) || isSought(items, at)) return;
    const end = particle === 'が' || particle === 'から' ? nextPredicate(items, at) + 1 : topicEnd(items, at);
    // 高齢者がスマホを使えるようにしたい: the wish is the writer's.
    const next = items[nextPredicate(items, at)];
    if (particle === 'が' && next?.type === 'predicate' && next.wish && /よう/.test(next.text)) {
      others[at] = true;
      return;
    }
    others.fill(true, at, end);
    // パソコンは息子がやってくれます: what they do it to stands before them.
    if (particle === 'が') for (let before = at - 1; before >= 0 && !(items[before].type === 'predicate' && !(items[before] as PredicateChunk).attributive); before--) if (items[before].type === 'phrase' && lastParticle(items[before] as Phrase) === 'は' && !isSelf(items[before] as Phrase)) others[before] = true;
  });
  return others;
}
