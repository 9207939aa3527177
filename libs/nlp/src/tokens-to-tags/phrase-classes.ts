import { headOf, type Phrase } from './join-phrases.js';
import { BARE_PERSONS, PERSONS, SELF } from './words/nouns.js';

/** Ends like an occupation or qualification. */
export const isTrade = (phrase: Phrase): boolean => /(?:師|士|(?:作|画|写真|音楽|芸術|専門|評論|起業|研究|園芸|陶芸|料理|建築|農|実業|政治|小説|漫画|翻訳|演奏|活動|書)家|屋|員|職人|職|エンジニア|デザイナー|プログラマー?|ライター|コーチ|講師|教員|教諭|者|官|医|司|ター|ナー|スト|マン|ヤー|長|農家|漁師|大工|主|営業|経理|総務|人事|広報|事務)$/.test(headOf(phrase).text);

/** 消防団15年, 保育士10年目: how long says that it is done. */
export const lastsYears = (phrase: Phrase): boolean => /[^\d〇一二三四五六七八九十数].*?[\d〇一二三四五六七八九十数]+(?:年|年目|ヶ月|か月|カ月|年間|周年)$/.test(headOf(phrase).text) && !/(?:大学|高校|中学|小学|博士|修士|学部|院|高専|短大|専門学校)/.test(phrase.text);

/** Whether a phrase names somebody, by trade or not: 方, 仲間, デザイナー. */
export const isPerson = (phrase: Phrase): boolean => {
  const text = headOf(phrase).text;
  return PERSONS.has(text) || /(?:さん|者|士|師|家|屋|員|職|エンジニア|デザイナー|プログラマー?|マン|スト|ター|ナー|仲間|メンバー|好き)$/.test(text);
};

/** Whether a phrase only names somebody, not a trade or thing. */
export const isBarePerson = (phrase: Phrase): boolean => BARE_PERSONS.has(headOf(phrase).text) || SELF.has(phrase.text);
