import type { Sentence } from '../similarity-to-teams/team-plan.js';
import type { TeamReasonType } from './explain-team.js';
import { shorten } from './shorten.js';

const sectorsJa: Record<string, string> = { public: '行政', company: '企業', npo: 'NPO', citizen: '市民', academia: '大学・研究', student: '学生' };
const sectorsEn: Record<string, string> = { public: 'public sector', company: 'companies', npo: 'non-profits', citizen: 'citizens', academia: 'academia', student: 'students' };

/** One reason of a team in both languages; `names` of the members it is about, `labels` as written by them. */
export const teamSentence = (type: Exclude<TeamReasonType, 'question'>, names: string[], labels: string[]): Sentence => {
  const [first, second] = labels.map(shorten);
  const [one, other] = names;
  switch (type) {
    case 'theme': return {
      ja: `${names.map(withSan).join('、')}は「${first}」でつながっています。`, en: `${listEn(names)} share “${first}”.`,
    };
    case 'need_met': return first === second
      ? { ja: `${withSan(one)}が求める「${first}」を、${withSan(other)}が持っています。`, en: `${one} looks for “${first}”, and ${other} brings it.` }
      : { ja: `${withSan(one)}が求める「${first}」に、${withSan(other)}の「${second}」が役立ちます。`, en: `${one} looks for “${first}”; ${other}'s “${second}” can help.` };
    case 'brings': return { ja: `${withSan(one)}は「${first}」を持ち寄ります。`, en: `${one} brings “${first}”.` };
    case 'cares': return { ja: `${withSan(one)}は「${first}」への関心を持ち寄ります。`, en: `${one} cares about “${first}”.` };
    case 'quiet': return { ja: `${withSan(one)}の話はこれからです。まず聞いてみましょう。`, en: `${one} has not said much yet. Begin by listening.` };
    case 'missing': return {
      ja: `${withSan(one)}が求める「${first}」は、まだこのチームにありません。`, en: `“${first}”, which ${one} looks for, is still missing in this team.`,
    };
    case 'sectors': return {
      ja: `${labels.map((label) => sectorsJa[label] ?? label).join('・')}と、立場の違う人が集まっています。`,
      en: `Different walks of life meet: ${listEn(labels.map((label) => sectorsEn[label] ?? label))}.`,
    };
    default: return type satisfies never;
  }
};

/** With さん, unless the name ends in a form of address already. */
export const withSan = (name: string): string => (/(さん|ちゃん|くん|先生)$/u.test(name) ? name : `${name}さん`);

const listEn = (names: string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
