import type { Candidate } from './choose-tags.js';
import type { Mention } from './clause.js';
import { headOf } from './join-phrases.js';
import type { Name } from './name-concepts.js';

/** Categories of what people do for pleasure. */
const PASTIMES = /^(?:趣味|スポーツ)/;

/** What one is to the others, whatever it is done for. */
const ROLE_TAIL = /(?:世話役|世話人|世話係|コーチ|監督|審判員?|指導員?|指導者|先生|講師|師範|主宰|代表|会長|副会長|部長|キャプテン|主将|幹事|運営|スタッフ|ボランティア|事務局|インストラクター|ガイド|案内人|案内役|実行委員長?|委員長|トレーナー|マネージャー|司会|進行役|審査員|広報|会計係?|(?:子育て|介護|育児|開業|営業|運営|栽培|飼育|養殖|製造|修理|制作|開発|執筆|連載|経営|通訳|翻訳|勤務)中)$/;
/** Work that nobody names for its own sake. */
const TRADE_ACTION = /(?:測量|散布|栽培|製造|加工|施工|養殖|養蜂|養鶏|酪農|飼育|販売|整備|修理|溶接|点検|検査|清掃|調理|運転|配送|配達|設計|施工管理|解体|塗装|板金|鋳造|鍛造|切削|研磨|組立|組み立て|梱包|検品|仕入れ|卸売|接客|警備|介助|送迎|保守|監視|記帳|経理|会計|剪定|伐採|造園|縫製|染色|印刷|製本|製版|校正|校閲|編集|撮影|空撮|録音|通訳|翻訳|速記|取材|執筆|鑑定|査定|仲介|調律|調剤|診療|看護|介護|保育|観測|計測|測定)$/;

/** Doing a hobby is an interest; a theme that someone works on is a skill. */
export function kindOf({ phrase, reading: { kind, weak, rule } }: Mention, { concept, rule: naming }: Name): Candidate['kind'] {
  // 花屋のパート, 数学科の助教
  if (weak === 'bare' && naming === 'lexicon>field' && phrase.parts.length > 1) return kind as Candidate['kind'];
  // 陶芸を始めました
  if (weak && concept && /(?:始|はじ)める/.test(rule) && (concept.kind === 'interest' || /^(?:芸術|文化|ものづくり|健康|語学)/.test(concept.category))) return 'interest';
  // 3D CADはFusion派, Stataユーザー: whoever takes a side among tools uses one
  if (concept && kind === 'interest' && rule === '好き' && /^(?:情報技術|デザイン \/ デザインツール)/.test(concept.category) && /^[A-Za-z]/.test(phrase.text) && /(?:派|推し|使い|勢|民|ユーザー|信者)$/.test(phrase.text)) return 'skill';
  if (!weak || kind !== 'skill' || !concept) return kind as Candidate['kind'];
  // ウォーキングサッカーの世話役, 子育て中: more than a pastime
  if (ROLE_TAIL.test(headOf(phrase).text)) return 'skill';
  if (weak === 'bare' && TRADE_ACTION.test(headOf(phrase).text) && !PASTIMES.test(concept.category)) return 'skill';
  return weak === 'bare' || PASTIMES.test(concept.category) ? concept.kind : 'skill';
}
