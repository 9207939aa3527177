import type { Kind } from '../../statements.js';

/** What stands behind a heading: a kind, something the person is not, or nothing for the badge. */
export type HeadingReading = Kind | 'unable' | 'nothing';

const TABLE: [HeadingReading, RegExp][] = [
  ['nothing', /^(?:お?名前|氏名|なまえ|ニックネーム|呼び名|ハンドルネーム|HN|name|住まい|お住まい|居住地|住所|出身地?|在住|場所|年齢|生年月日|誕生日|血液型|性格|座右の銘|家族|家族構成|twitter|x|github|sns|連絡先|メール|url|サイト|ホームページ|所属|会社|勤務先|学校|大学|affiliation|location|from|age|一言|ひとこと)$/i],
  ['unable', /^弱$|弱点|短所|欠点|苦手|不得意|不得手|できない|出来ない|(?:無理|むり|ムリ)(?!な?く|せず)|たくない|避けたい|できません|出来ません|できぬ|やらない(?:こと)?$|やりません|使わない|使えない|使いません|書けない|話せない|未経験|知らない|わからない|分からない|わかりません|お断り|cannot|can't|can not|no experience|嫌い|きらい|弱み|興味[のが]?な[いし]|関心[のが]?な[いし]|(?<![a-z])ng(?![a-z])|\bnot (?:my |a |really )?(?:good|skills?|strengths?|jobs?|things?)|\bno (?:skills?|clue|idea)|weak(?:ness|nesses)?\b/i],
  ['seeking', /^(?:求|探|want|求人|want(?:s|ed)?|(?:i |we )?would (?:like|love)|(?:i|we)[’']d (?:like|love))$|ほしい|欲しい|探し|さがし|募集|求め|求む|ほしい|欲しい|仲間|つながりたい|繋がりたい|会いたい|あいたい|話したい(?!こと|テーマ)|相談したい(?!こと)|困っている(?!こと)|困ってます|教えて|必要|助けて|組みたい|手伝って|looking|seek|wanted|need|help|search|\bmiss(?:ing)?\b|lack|wish ?list/i],
  ['interest', /困りごと|困り事|お困り|^悩み|もやもや|モヤモヤ|不満|不便|問題意識|^(?:好|趣|夢|願い|野望|好物|will)$|学び|野望|願い|関心事|趣味|好き|すき|興味|関心|たい|勉強|学習|(?:習得|修得|独学|練習|修行|修業|特訓|お?稽古)(?:中|して)|気になる|きになる|しりたい|目標|夢|テーマ|課題|ハマ|はまって|推し|マイブーム|挑戦|interest|hobb|like|love|learn|want|passion|curious/i],
  ['nothing', /^(?:希望(?:する|の)?|(?:参加|活動|勤務|対応)(?:できる|可能な?|可))(?:勤務地|給与|年収|時給|勤務時間|時間|曜日|日時|日程|時間帯|頻度|地域|エリア|場所)$/],
  ['interest', /^(?:ご?希望|志望|応募)(?:する|したい|の)?(?:職種|職|業務|仕事|活動|分野|役割|役職|係|配属|コース|テーマ|部署|内容)?$/],
  ['skill', /^(?:職|技|職歴|武器|肩書き?|can|本職)$|武器|持ち物|持ち込み|手元|肩書|得意技|でき(?:る|ます)|出来る|得意|スキル|特技|専門|専攻|仕事|しごと|職業|職種|本業|副業|経験|資格|免許|強み|担当|業務|使え|使って|書ける|話せ|言語|技術|ツール|提供|持って|持ち|手持ち|データ|教えられ|乗れ|経歴|職歴|前職|現職|研究|活動|役割|役職|やってきた|やってる|やっている|していること|メイン|サブ|貢献|出せる|skill|job|work|can do|experience|occupation|role|stack|tech|bring|offer|share|provide|lend|^(?:i |we )?(?:have|own)$|strength|expertise|background|i can|i do/i],
];

/** What a heading announces; undefined when the words are no heading that the tables know. */
export function headingReading(label: string): HeadingReading | undefined {
  const trimmed = label.trim();
  return TABLE.find(([, pattern]) => pattern.test(trimmed))?.[0];
}

/** What somebody learns, likes or wants to do, and nothing that they could be said to do for work. */
const WISHED = /(?:勉強|学習|習得|修得|修行|修業|練習|独学|挑戦|入門|学び|習い|お?稽古)中|(?:勉強|学習|練習|独学)して(?:い)?(?:る|ます)|たい|興味|関心|気になる|きになる|気になって|好き|すき|ハマ|はまって|マイブーム|推し|\b(?:learning|studying|interest(?:s|ed)?|curious|want)\b/i;
const DONE = /得意|でき(?:る|ます)|出来る|経験|スキル|仕事|業務|研究|専門|実績|教え|提供|\b(?:skills?|work|teaching)\b/i;

/** Whether a heading says that nothing below it is a skill yet: 勉強中, 触ってみたい技術, 好きなもの. */
export const isOnlyWished = (label: string): boolean => headingReading(label) === 'interest' && WISHED.test(label) && !DONE.test(label);
