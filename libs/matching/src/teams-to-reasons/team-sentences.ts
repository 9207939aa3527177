import { isJapanese } from '../is-japanese.js';
import type { PhoneSentence } from '../similarity-to-teams/team-plan.js';
import type { TeamReasonType } from './explain-team.js';
import { isSomebody } from './label-heads.js';
import { shorten } from './shorten.js';

const sectors = new Map<string, PhoneSentence>(Object.entries({
  public: { ja: '行政', en: 'public sector', yasashii: '市役所など' },
  company: { ja: '企業', en: 'companies', yasashii: '会社' },
  npo: { ja: 'NPO', en: 'non-profits', yasashii: 'NPO' },
  citizen: { ja: '市民', en: 'citizens', yasashii: 'まち' },
  academia: { ja: '大学・研究', en: 'academia', yasashii: '大学' },
  student: { ja: '学生', en: 'students', yasashii: '学校' },
}));

/** Something a reason names: in the words of its holder, and under its English name where the concept has one. */
export interface Word { label: string; en?: string }
/** What English sentences call it: a word in Latin letters stands for itself. */
export const inEnglish = ({ label, en }: Word): string => shorten((isJapanese(label) && en) || label);

/** One reason of a team in every language; `names` of the members it is about, `words` of what it names. */
export const teamSentence = (type: Exclude<TeamReasonType, 'question'>, names: string[], words: Word[]): PhoneSentence => {
  const labels = words.map(({ label }) => label);
  const [first, second] = labels.map(shorten);
  const [firstEn, secondEn] = words.map(inEnglish);
  const [one, other] = names;
  switch (type) {
    case 'theme': return {
      ja: `${names.map(withSan).join('、')}は「${first}」でつながっています。`, en: `${listEn(names)} share “${firstEn}”.`,
      yasashii: `${names.map(withSan).join('、')}は 「${first}」の 話が いっしょに できます。`,
    };
    case 'need_met': return first === second
      ? {
        ja: `${withSan(one)}が求める「${first}」で、${withSan(other)}が力になれます。`, en: `${one} looks for “${firstEn}”, and ${other} can help with it.`,
        yasashii: `${withSan(one)}は 「${first}」を さがしています。${withSan(other)}が 力に なれます。`,
      }
      : {
        ja: `${withSan(one)}が求める「${first}」に、${withSan(other)}の「${second}」が役立ちます。`, en: `${one} looks for “${firstEn}”; ${other}'s “${secondEn}” can help.`,
        yasashii: `${withSan(one)}は 「${first}」を さがしています。${withSan(other)}の 「${second}」が 役に 立ちます。`,
      };
    case 'brings': return { ja: `${withSan(one)}は「${first}」を持ち寄ります。`, en: `${one} brings “${firstEn}”.`, yasashii: `${withSan(one)}は 「${first}」で 力に なれます。` };
    case 'cares': return { ja: `${withSan(one)}は「${first}」への関心を持ち寄ります。`, en: `${one} cares about “${firstEn}”.`, yasashii: `${withSan(one)}は 「${first}」に きょうみが あります。` };
    case 'quiet': return {
      ja: `${withSan(one)}の話はこれからです。まず聞いてみましょう。`, en: `${one} has not said much yet. Begin by listening.`,
      yasashii: `${withSan(one)}の ことは まだ わかりません。はじめに 話を 聞きましょう。`,
    };
    case 'missing': return {
      ja: `${withSan(one)}が求める「${first}」は、まだこのチームに${isSomebody(labels[0]) ? 'いません' : 'ありません'}。`, en: `“${firstEn}”, which ${one} looks for, is still missing in this team.`,
      yasashii: `${withSan(one)}は 「${first}」を さがしています。この チームには まだ ${isSomebody(labels[0]) ? 'いません' : 'ありません'}。`,
    };
    case 'sectors': return {
      ja: `${labels.map((label) => sectors.get(label)?.ja ?? label).join('、')}と、立場の違う人が集まっています。`,
      en: `Different walks of life meet: ${listEn(labels.map((label) => sectors.get(label)?.en ?? label))}.`,
      yasashii: `いろいろな 人が います。${labels.map((label) => sectors.get(label)?.yasashii ?? label).join('、')}の 人です。`,
    };
    default: return type satisfies never;
  }
};

/** A theme that nobody brings: all of them look for it. */
export const allLookFor = (names: string[], { label, en }: Word): PhoneSentence => ({
  ja: `${names.map(withSan).join('、')}は、${names.length === 2 ? 'ふたりとも' : 'みな'}「${shorten(label)}」を求めています。`,
  en: `${listEn(names)} ${names.length === 2 ? 'both' : 'all'} look for “${inEnglish({ label, en })}”.`,
  yasashii: `${names.map(withSan).join('、')}は ${names.length === 2 ? 'ふたりとも' : 'みんな'} 「${shorten(label)}」を さがしています。`,
});

/** What two share by everyday words, in the sentences in which they said so, which may have been misheard. */
export const quotesAlike = ([one, other]: string[], quotes: string[]): PhoneSentence => {
  const [first, second] = quotes.map(shorten);
  return {
    ja: `${withSan(one)}の「${first}」と、${withSan(other)}の「${second}」。話がつながりそうです。`, en: `${one} wrote “${first}”, and ${other} wrote “${second}”. The two may have to do with each other.`,
    yasashii: `${withSan(one)}は 「${first}」と 書きました。${withSan(other)}は 「${second}」と 書きました。ふたりの 話は つながるかも しれません。`,
  };
};

/** The same of more than two, or where a sentence is not shown. */
export const perhapsShared = (names: string[], word: Word): PhoneSentence => ({
  ja: `${names.map(withSan).join('、')}の話は、「${shorten(word.label)}」に関わりそうです。`, en: `What ${listEn(names)} wrote may touch on “${inEnglish(word)}”.`,
  yasashii: `${names.map(withSan).join('、')}は 「${shorten(word.label)}」に ちかい 話を しています。`,
});

/** What one looks for and another gives, in the sentences in which they said so. */
export const quotesThatMeet = ([one, other]: string[], quotes: string[]): PhoneSentence => {
  const [need, offer] = quotes.map(shorten);
  return {
    ja: `「${need}」という${withSan(one)}に、${withSan(other)}の「${offer}」がつながりそうです。`, en: `${one} wrote “${need}”; ${other} wrote “${offer}”. The two may go together.`,
    yasashii: `${withSan(one)}は 「${need}」と 書きました。${withSan(other)}は 「${offer}」と 書きました。いっしょに 話して みて ください。`,
  };
};

/** What one member adds or misses, in the sentence in which they said so, which may have been misheard. */
export const quoted = (type: 'brings' | 'missing', name: string, sentence: string): PhoneSentence => {
  const words = shorten(sentence);
  return type === 'brings'
    ? { ja: `${withSan(name)}は「${words}」と書いています。`, en: `${name} wrote “${words}”.`, yasashii: `${withSan(name)}は 「${words}」と 書きました。` }
    : {
      ja: `「${words}」という${withSan(name)}には、チームの外の人が力になれるかもしれません。`, en: `${name} wrote “${words}”. Somebody outside this team may be able to help.`,
      yasashii: `${withSan(name)}は 「${words}」と 書きました。チームの 外の 人が 力に なれるかも しれません。`,
    };
};

/** The same where that sentence is not shown. */
export const likely = (type: 'brings' | 'missing', name: string, word: Word): PhoneSentence => {
  const [label, en] = [shorten(word.label), inEnglish(word)];
  return type === 'brings'
    ? { ja: `${withSan(name)}は「${label}」のことで力になれるかもしれません。`, en: `${name} may be able to help with “${en}”.`, yasashii: `${withSan(name)}は 「${label}」の ことで 力に なれるかも しれません。` }
    : {
      ja: `${withSan(name)}が求めていそうな「${label}」は、まだこのチームに${isSomebody(word.label) ? 'いません' : 'ありません'}。`, en: `“${en}”, which ${name} probably looks for, is still missing in this team.`,
      yasashii: `${withSan(name)}は たぶん 「${label}」を さがしています。この チームには まだ ${isSomebody(word.label) ? 'いません' : 'ありません'}。`,
    };
};

/** Who has said something and shows none of it has been heard already. */
export const nothingShown = (name: string): PhoneSentence => ({
  ja: `${withSan(name)}との共通点は、まだ見つかっていません。話してみると見つかるかもしれません。`, en: `Nothing in common with ${name} is known yet. A chat may find it.`,
  yasashii: `${withSan(name)}と 同じところは まだ わかりません。話して みませんか。`,
});

/** One looks for company in what the other cares about, who need not be able to do it. */
export const companyFound = ([one, other]: string[], [need, shared]: Word[]): PhoneSentence => ({
  ja: `${withSan(one)}が求める「${shorten(need.label)}」に、「${shorten(shared.label)}」に関心がある${withSan(other)}がなれそうです。`,
  en: `${one} looks for “${inEnglish(need)}”, and ${other} cares about “${inEnglish(shared)}”.`,
  yasashii: `${withSan(one)}は 「${shorten(need.label)}」を さがしています。${withSan(other)}は 「${shorten(shared.label)}」に きょうみが あります。`,
});

/** The same as in the pages (`look/translation.ts`), which a test holds to it. */
const ADDRESSED = /(?:さん|さま|様|ちゃん|くん|君|先生)(?:（[^（）]*）)?$/u;

/** With さん, unless the name ends in a form of address already. */
export const withSan = (name: string): string => (ADDRESSED.test(name) ? name : `${name}さん`);

const listEn = (names: string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
