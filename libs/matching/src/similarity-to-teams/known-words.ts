import type { Sentence } from './team-plan.js';

/** Attributes that every event knows, and their values, by the names that the pages give them. What else a file asks for is named as it is written there. */
const ATTRIBUTES: Record<string, Sentence> = {
  affiliation: { ja: '所属', en: 'affiliation' }, sector: { ja: '立場', en: 'sector' }, languages: { ja: '言語', en: 'language' }, language: { ja: '言語', en: 'language' }, team_wish: { ja: 'チームの希望', en: 'wish about teams' },
};
const VALUES: Record<string, Record<string, Sentence>> = {
  sector: {
    citizen: { ja: '市民・住民', en: 'Resident' }, public: { ja: '行政', en: 'Government' }, company: { ja: '企業', en: 'Company' },
    npo: { ja: 'NPO・市民団体', en: 'Non-profit' }, academia: { ja: '大学・研究', en: 'University' }, student: { ja: '学生', en: 'Student' },
  },
  team_wish: { looking: { ja: 'チームを探している', en: 'Looking for a team' }, have_team: { ja: 'もう決まっている', en: 'I have a team' }, alone: { ja: 'ひとりで参加したい', en: 'On my own' } },
  language: {
    ja: { ja: '日本語の画面を使う人', en: 'people who use the page in Japanese' }, en: { ja: '英語の画面を使う人', en: 'people who use the page in English' },
    yasashii: { ja: 'やさしい日本語の画面を使う人', en: 'people who use the page in やさしい日本語' },
  },
};
const ROLES: Record<string, Sentence> = {
  place: { ja: '場所', en: 'a place' }, hands: { ja: '人手', en: 'helping hands' }, material: { ja: '物・道具', en: 'things and tools' }, vehicle: { ja: '車', en: 'a vehicle' }, knowledge: { ja: '知識・助言', en: 'knowledge' },
  data: { ja: 'データ', en: 'data' }, money: { ja: '資金', en: 'money' }, time: { ja: '時間', en: 'time' }, contacts: { ja: 'つながり', en: 'contacts' }, audience: { ja: '参加者・聞き手', en: 'an audience' },
};

const asWritten = (word: string): Sentence => ({ ja: word, en: word });
const known = (words: Record<string, Sentence> | undefined, word: string): Sentence => (words && Object.hasOwn(words, word) ? words[word] : asWritten(word));

export const attributeWords = (attribute: string): Sentence => known(ATTRIBUTES, attribute);
export const valueWords = (attribute: string, value: string | number | boolean): Sentence => known(Object.hasOwn(VALUES, attribute) ? VALUES[attribute] : undefined, String(value));
export const roleWords = (role: string): Sentence => known(ROLES, role);
