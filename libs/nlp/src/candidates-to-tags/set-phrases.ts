import { firstGroupsAround } from './first-groups.js';
import type { Stretch } from './noun-stretches.js';

const TITLE_OF = '(?:コーナー|欄|見出し)';
/** Whoever makes it has it for work: 「本の森」のコーナーを担当. */
const OF_WORK = '(?:を|の)[^、。]{0,6}(?:担当|企画|運営|執筆|作|つく|書[いくき]|描|デザイン|制作|編集|更新|管理|連載)';

const PATTERNS: RegExp[] = [
  // 今年もブログ訪問、よろしく: of the greeting behind it a line end is left
  /(?:(?:今年|本年|来年|今後|これから|新年)度?も|引き続き)、?([^、。はがを\n]{1,12})(?:のほど|の程)?、\n(?:[。!\n]|$)/dgu,
  // 詳しくはサイトをご覧ください
  /(?:詳しく|くわしく|詳細|続き|その他|活動の様子|料金|お申し?込み|お問い?合わせ)は、?(?:こちらの|下記の|上の|右の)?([^、。はがをでに]{1,20})(?:まで(?=[。、\s]|$)|(?:を|で|から|まで|にて|へ)(?:ご?覧|ご?参照|ご?確認|見て|チェック|アクセス|お問い?合わせ|お気軽|どうぞ|お願い))/dgu,
  // 雑誌の『切手交換』のコーナー
  new RegExp(`[「『]([^「」『』]{1,20})[」』](?:の|という|って)${TITLE_OF}(?!${OF_WORK})`, 'dgu'),
];

/** What a sentence names only to greet, to point elsewhere, or because it is written somewhere: no tag. In UTF-16 units of it. */
export const inSetPhrases = (text: string, sentence: Stretch): Stretch[] => firstGroupsAround(text, sentence, PATTERNS);
