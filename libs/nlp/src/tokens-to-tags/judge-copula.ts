import type { PredicateChunk } from './chunks.js';
import { headingToReading, topicBefore, type Clause } from './clause.js';
import { isDeniedNominal } from './denials.js';
import { NOTHING, type Reading } from './judge-predicate.js';
import { headOf, isTopic, type Item, type Phrase } from './join-phrases.js';
import { isFan, isTrade, lastsYears } from './phrase-classes.js';

/** Nouns that say of their topic what a verb would say. */
const PREDICATED: ['skill' | 'interest', RegExp][] = [
  ['skill', /^(?:天職|本領|相棒|十八番|武器|本業|本職|仕事|専門|得意分野|得意技|生業|飯の種|ライフワーク|メイン|守備範囲|経験者|担当|専任|職人|プロ|有資格者|現役|日常|ホームグラウンド|歴戦|母語|母国語)$|(?:段|級|歴|歴\d+年|年目|経験あり)$|(?:日常会話|ビジネス|ネイティブ|実務|仕事で使える)(?:レベル|程度)$|^毎日のこと$|^(?:日常茶飯事|日常業務|通常業務|自作|手作り|手製|自炊|自家製|内製|自己流)$/],
  ['interest', /^(?:使命感|心残り|趣味|生きがい|癒し|楽しみ|息抜き|日課|大好物|好物|推し|夢|目標|課題|テーマ|悩み|悩みの種|心配|心配事|気がかり|関心事|問題意識|使命|ミッション|執念|悲願|念願|生涯の仕事|これから|見習い|見習い中|修行中|入門|準備中|検討中|模索中|興味|宿題|願い|永遠のテーマ|勉強中|初挑戦|憧れ|ロマン|青春|人生|沼)$/],
];

/** What is still being learned or planned. */
export const UNDER_WAY = /(?:勉強|学習|練習|独学|修行|修業|特訓|入門|挑戦|検討|準備|計画|構想|妄想|模索|奮闘|格闘)中?$/;

/** The topic of a nominal predicate: 経理は素人です, Burp Suiteは相棒です, 盆栽は趣味です. */
export function judgeTopic(items: Item[], at: number): Reading {
  if (isDeniedNominal(items, at)) return { kind: 'unable', score: 0.8, rule: '素人です' };
  const next = items.slice(at + 1).find((item): item is Phrase => item.type === 'phrase');
  // 溶接の経験は五年です
  if (next && /(?:経験|歴|キャリア)$/.test(headOf(items[at] as Phrase).text) && /^[\d〇一二三四五六七八九十数半]+(?:年|年間|か月|ヶ月)(?:以上|ほど|半|近く)?$/.test(next.text)) return { kind: 'skill', score: 0.85, rule: '経験は…年' };
  const said = next && PREDICATED.find(([, pattern]) => pattern.test(headOf(next).text) || pattern.test(next.text));
  return said ? { kind: said[0], score: 0.82, rule: `は${headOf(next).text}` } : NOTHING;
}

/** 資料づくりがほとんど, デジタル化が人生の課題: what a noun behind が says of what stands before it. */
export function saidBehind(items: Item[], at: number): Reading | undefined {
  const behind = items.slice(at + 1).filter((item) => item.type !== 'mark');
  const next = behind.find((item) => item.type !== 'predicate');
  if (next && next === behind[0] && /^(?:ほとんど|大半|中心|主|メイン|大部分|全部|すべて|全て|だいたい|大体|半分|主力|主体|七割|八割|九割|ばかり)$/.test(next.text)) return { kind: 'skill', score: 0.74, rule: `が${next.text}` };
  if (next?.type !== 'phrase' || next !== behind[0] || next.particles.length > 0) return undefined;
  const said = PREDICATED.find(([, pattern]) => pattern.test(headOf(next).text));
  return said && { kind: said[0], score: 0.78, rule: `が${headOf(next).text}` };
}

/** What です says: what one is or does, unless a heading, topic or hobby decides. */
export function judgeCopula(clause: Clause, at: number, predicate: PredicateChunk): Reading {
  const { items, heading, hobbies } = clause;
  const topic = topicBefore(clause, at);
  if (predicate.negative) return { kind: 'unable', score: 0.85, rule: 'ではない' };
  if (heading) return headingToReading(heading);
  if (topic) return topic.reading;
  const phrase = items[at] as Phrase;
  // ヤングケアラーだった当事者です
  const who = items[items.indexOf(predicate) + 1];
  if (predicate.attributive && predicate.past && who?.type === 'phrase' && who.particles.length === 0 && /^(?:当事者|者|もの|身|人間|一人|ひとり|世代|経験者|本人|私)$/.test(who.text)) return { kind: 'skill', score: 0.74, rule: 'だった者' };
  if (predicate.attributive) return NOTHING;
  // 標本のデジタル化が人生の課題です
  const said = phrase.particles.join('') === 'が' ? saidBehind(items, at) : undefined;
  if (said) return said;
  if (/歴$/.test(headOf(phrase).text) || lastsYears(phrase)) return { kind: 'skill', score: 0.9, rule: '歴', sure: true };
  if (isTopic(phrase)) return judgeTopic(items, at);
  // 陶芸教室の生徒です
  if (/^(?:生徒|受講生|会員|部員|門下生|弟子)$/.test(headOf(phrase).text) && /(?:教室|スクール|道場|塾|サークル|同好会)$/.test(phrase.parts.at(-2)?.text ?? '')) return { kind: 'interest', score: 0.78, rule: '生徒です' };
  // 農業の修業中です
  if (UNDER_WAY.test(headOf(phrase).text) && phrase.text.length > headOf(phrase).text.length) return { kind: 'interest', score: 0.82, rule: '勉強中' };
  if (isFan(phrase)) return { kind: 'interest', score: 0.85, rule: '好き' };
  if (hobbies[at]) return { kind: 'interest', score: 0.75, rule: 'です>hobby time' };
  if (items.some((item, index) => index > at && item.type === 'other' && /^(?:全然|ぜんぜん|さっぱり|からっきし|まったく|全く)$/.test(item.text))) return { kind: 'unable', score: 0.8, rule: '全然です' };
  return { kind: 'skill', ...(isTrade(phrase) ? { score: 0.9 } : { score: 0.72, weak: 'does' as const }), rule: 'です' };
}
