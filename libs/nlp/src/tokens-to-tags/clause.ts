import type { PredicateChunk } from './chunks.js';
import { findOthers } from './find-subjects.js';
import { judgePredicate, NOTHING, type Reading } from './judge-predicate.js';
import { headOf, isTopic, lastParticle, type Item, type Phrase } from './join-phrases.js';
import { isPerson } from './phrase-classes.js';
import type { HeadingReading } from './words/headings.js';
import { topicReading } from './words/topics.js';

/** A phrase of the text and what the text says about it. */
export interface Mention {
  phrase: Phrase;
  reading: Reading;
  /** The predicate that governs it, for verbs that belong to the name: 写真 を 撮る. */
  predicate?: PredicateChunk;
  /** The noun that its relative clause describes: 会計に強い 方. */
  head?: Phrase;
  /** Stands in a relative clause that only describes something else. */
  inside?: boolean;
  /** A second reading of the same phrase, under a later verb. */
  second?: boolean;
  /** The relative clause in front of this phrase: where it begins. */
  clauseStart?: number;
}

/** What came before: an elliptic sentence takes over the reading of the one before it. */
export interface Context {
  heading?: HeadingReading;
  /** Reading that a fragment or aside takes over. */
  inherited?: Reading;
}

/** A topic that announces what follows it, and where it stands. */
export interface Topic {
  at: number;
  reading: Reading;
}

/** One sentence with what holds for the whole of it. */
export interface Clause extends Context {
  items: Item[];
  /** Per item: whether it tells of somebody else. */
  others: boolean[];
  /** Per item: whether it tells of free time: what is done there is an interest. */
  hobbies: boolean[];
  /** In order of place: 本業は…、趣味は…. */
  topics: Topic[];
}

const HOBBY_TIME = /^(?:(?:毎|主に)?(?:週末|土日|休日|日曜|日曜日)|お?休みの日|余暇|プライベート|オフの日|オフ|暇なとき|趣味|最近の趣味|もっぱら|マイブーム)$/;
/** Times and posts that end what is said of free time: 平日は銀行員. */
const WORK_TIME = /^(?:平日|普段|ふだん|昼間?|日中|仕事|お仕事|本業|本職|副業|前職|現職|職場|会社|勤務先|大学|学校|現役時代|今|現在)$/;
/** Doing these is more than a pastime, whenever it is done. */
const NO_PASTIME = /(?:ボランティア|支援|相談|活動|通訳|翻訳|指導|教室|講師|コーチ|案内役?|ガイド|運営|開発|介護|看護|世話役?|手伝い|研究|教師|先生)$/;

/** Per item, whether the sentence tells there of free time: from 趣味で on, and in its own clause before it. */
function findHobbies(items: Item[]): boolean[] {
  const hobbies = new Array<boolean>(items.length).fill(false);
  const endsClause = (item: Item): boolean => item.type === 'predicate' && !item.attributive && (item.continues || item.contrast);
  items.forEach((item, at) => {
    if (!(item.type === 'other' || item.type === 'phrase') || !HOBBY_TIME.test(item.text) || (item.type === 'phrase' && /^[がの]/.test(item.particles.join('')))) return;
    let from = at;
    while (from > 0 && !endsClause(items[from - 1]) && !(items[from - 1].type === 'mark' && /^[、/]$/.test(items[from - 1].text) && item.type === 'phrase' && item.particles.length > 0)) from--;
    let to = at + 1;
    while (to < items.length) {
      const next = items[to];
      if ((next.type === 'phrase' || next.type === 'other') && WORK_TIME.test(next.text) && !(next.type === 'phrase' && /^[がの]/.test(next.particles.join('')))) break;
      to++;
    }
    hobbies.fill(true, from, to);
  });
  return hobbies.map((is, at) => is && !(items[at].type === 'phrase' && NO_PASTIME.test(headOf(items[at] as Phrase).text)));
}

/** What a heading says about everything under it. */
export const headingToReading = (heading: HeadingReading): Reading => (heading === 'nothing' ? NOTHING : { kind: heading, score: 0.9, rule: 'heading', sure: true });

/** Topics that announce what follows: 趣味は, 得意なのは, 探しているのは. */
function findTopics(items: Item[]): Topic[] {
  const topics: Topic[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item.type !== 'phrase' || !isTopic(item)) continue;
    const before = items[at - 1];
    const inClause = before?.type === 'predicate' && before.attributive ? judgePredicate(before) : undefined;
    // 趣味で作っているのは
    const clause = inClause?.kind === 'skill' && items.slice(0, at).some((earlier) => earlier.type === 'phrase' && HOBBY_TIME.test(earlier.text)) ? { ...inClause, kind: 'interest' as const } : inClause;
    const head = headOf(item);
    const carries = head.formal || /^(?:人|方|分野|領域|テーマ|ジャンル|もの|こと|食べ物|スポーツ|言語|仕事|作業|ところ|料理|科目|技術|活動)$/.test(head.text);
    const announced = !items.slice(at + 1).some((later, index, rest) => later.type === 'predicate' && later.lemma !== 'だ' && !later.attributive && rest.slice(0, index).every((earlier) => earlier.type !== 'predicate'));
    // OCRに詳しい方もぜひ: calls to somebody, announces nothing.
    if (isPerson(item) && items.slice(at + 1).some((later) => later.type === 'other' && /^(?:ぜひ|是非)$/.test(later.text))) continue;
    // 話を聞くことなら何時間でも
    if (inClause && head.formal && announced && lastParticle(item) === 'なら' && inClause.kind === 'interest' && before?.type === 'predicate' && !before.wish) {
      topics.push({ at, reading: { kind: 'skill', score: 0.72, rule: 'ことなら' } });
      continue;
    }
    if (clause && carries && announced && clause.kind !== 'nothing') {
      topics.push({ at, reading: { ...clause, rule: `topic:${clause.rule}` } });
      continue;
    }
    // 溶接の経験は五年です: of the welding, no topic
    const next = items[at + 1];
    if (item.parts.length > 1 && /^(?:経験|キャリア)$/.test(head.text) && next?.type === 'phrase' && /^[\d〇一二三四五六七八九十数半]+(?:年|か月|ヶ月)/.test(next.text)) continue;
    // 音楽療法の資格は来年受けます: one qualification, no topic
    if (item.parts.length > 1 && /^(?:資格|免許|検定|経験|研究|担当)$/.test(head.text) && items.slice(at + 1).some((later) => later.type === 'predicate' && later.lemma !== 'だ')) continue;
    // 会社では…私は: where it is, not what it is about.
    const named = /^(?:では|には|でも|にも)$/.test(item.particles.join('')) ? undefined : topicReading(item.text) ?? topicReading(head.text);
    if (named) topics.push({ at, reading: { kind: named, score: 0.88, rule: `topic:${item.text}` } });
  }
  return topics;
}

/** The topic that stands nearest before a place. */
export const topicBefore = ({ topics }: Clause, at: number): Topic | undefined => topics.findLast((topic) => topic.at < at);

/** Finds in a sentence what holds for the whole of it: other people, free time, a topic. */
export const lookOverClause = (items: Item[], context: Context): Clause => ({
  ...context, items, others: findOthers(items), topics: findTopics(items),
  hobbies: findHobbies(items),
});
