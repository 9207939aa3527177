import type { Said } from './judge-circumstances.js';
import type { PredicateChunk } from './chunks.js';
import { NOTHING, type Reading } from './judge-predicate.js';
import { headOf } from './join-phrases.js';

/** What people pour into what they love. */
const DEVOTED = /^(?:人生|情熱|青春|時間|お金|給料|小遣い|全財産|心血|余生|週末|休日|すべて|全て|魂|愛情)$/;

/** Set ways of saying that one can, loves or is learning something, by noun, particle and verb together. */
export function byIdiom({ clause: { items }, predicateAt, phrase, predicate, particle }: Said): Reading | undefined {
  const head = headOf(phrase).text;
  const before = items[predicateAt - 1];
  const later = items.slice(predicateAt + 1).find((item): item is PredicateChunk => item.type === 'predicate' && !item.attributive);
  // 乳牛を飼っています: a trade, unlike 猫を飼う
  if (predicate.lemma === '飼う' && !predicate.wish && !predicate.negative && /(?:牛|豚|鶏|ニワトリ|にわとり|蜂|ミツバチ|みつばち|合鴨|ダチョウ|蚕|うなぎ|ウナギ|ヤマメ|アユ|錦鯉)$/.test(head)) return { kind: 'skill', score: 0.84, rule: '飼う' };
  // 建築学科を出て
  if (/^[をは]$/.test(particle) && /^(?:出る|でる|卒業する|卒業|修了する|終える)$/.test(predicate.lemma) && !predicate.negative && !predicate.wish && /(?:学科|学部|専攻|コース|専門学校|研究科|課程|ゼミ|学校)$/.test(head)) return { kind: 'skill', score: 0.68, rule: `を${predicate.lemma}`, known: true };
  // レゴで遊ぶ, ボカロで遊んでみたい: not only a means
  if (phrase.particles.join('') === 'で' && /^(?:遊ぶ|楽しむ)$/.test(predicate.lemma) && !predicate.negative) return { kind: 'interest', score: 0.8, rule: `で${predicate.lemma}` };
  // ボッチャの普及をがんばってます
  if (/^[をに]$/.test(particle) && /^(?:頑張る|がんばる|励む|はげむ|努める|努力する|いそしむ|勤しむ)$/.test(predicate.lemma) && predicate.progressive && !predicate.negative) return { kind: 'skill', score: 0.74, rule: predicate.lemma, weak: 'does' };
  // 料理の腕だけは褒められます
  if (phrase.parts.length > 1 && /^(?:腕|腕前|味|仕上がり)$/.test(head) && /^(?:褒める|ほめる|認める|評判|確か|上がる|買う)$/.test(predicate.lemma) && !predicate.negative) return { kind: 'skill', score: 0.8, rule: `${head}>${predicate.lemma}` };
  // 看護の世界に入って二十年
  if (phrase.parts.length > 1 && /^(?:世界|道|業界)$/.test(head) && particle === 'に' && /^(?:入る|進む|飛び込む|身を置く)$/.test(predicate.lemma) && !predicate.wish && !predicate.negative) return { kind: 'skill', score: 0.76, rule: `${head}に入る` };
  // 老後は…; 地震のたびに: when
  if ((head === '老後' && particle === 'は' && phrase.parts.length === 1) || /^(?:たび|度)$/.test(head)) return NOTHING;
  // 耕作放棄地を見るたびに
  const occasion = items[predicateAt + 1];
  if (/^(?:見る|聞く|通る|知る)$/.test(predicate.lemma) && predicate.attributive && occasion?.type === 'phrase' && /^たび/.test(occasion.text)) return { kind: 'interest', score: 0.66, rule: `${predicate.lemma}たび` };
  // スマホで診察が受けられる時代を待っています
  if (/^(?:待つ|待ち望む|夢見る|願う)$/.test(predicate.lemma) && /^(?:時代|日|社会|とき|時|未来)$/.test(head)) return { kind: 'interest', score: 0.7, rule: `${head}を${predicate.lemma}` };
  // 医者に運動を勧められています
  if (/^(?:勧める|すすめる|薦める|誘う|促す|強いる|注意する|止める)$/.test(predicate.lemma) && predicate.tokens.some(({ base }) => /^(?:れる|られる)$/.test(base)) && !predicate.wish) return NOTHING;
  // コーヒーにはうるさいです
  if (phrase.particles[0] === 'に' && /^(?:うるさい|一家言)$/.test(predicate.lemma) && !predicate.negative) return { kind: 'interest', score: 0.78, rule: 'にうるさい' };
  // 鉄道の話になると止まりません
  if (/^(?:話|こと)$/.test(head) && particle === 'に' && predicate.lemma === 'なる' && (predicate.condition || (items[predicateAt + 1]?.type === 'other' && /^と/.test(items[predicateAt + 1].text))) && later && /^(?:止まる|とまる|熱い|熱くなる|長い|語る|饒舌)/.test(later.lemma)) return { kind: 'interest', score: 0.84, rule: 'の話になると' };
  // 猫に人生を捧げています
  if (particle === 'に' && before?.type === 'phrase' && before !== phrase && DEVOTED.test(headOf(before).text) && /^(?:捧げる|ささげる|注ぐ|溶かす|費やす|つぎ込む|注ぎ込む|かける|賭ける|燃やす|使う|投じる)$/.test(predicate.lemma) && !predicate.negative) return { kind: 'interest', score: 0.84, rule: `に${predicate.lemma}` };
  // ラーメンのためならどこへでも行きます
  if (/^(?:ため|為)$/.test(head) && particle === 'なら') return { kind: 'interest', score: 0.84, rule: 'のためなら' };
  // 手話を覚えているところです
  const behind = items[predicateAt + 1];
  if (/^(?:覚える|身につける|慣れる)$/.test(predicate.lemma) && predicate.progressive && behind && 'text' in behind && /^(?:ところ|とこ|最中|途中|段階)/.test(behind.text)) return { kind: 'interest', score: 0.8, rule: '覚えているところ' };
  return undefined;
}
