import { attributeWords, roleWords, valueWords } from './known-words.js';
import type { Sentence } from './team-plan.js';
import type { Rule, Selector } from './team-rules.js';

/** Names of people for sentences; ids where no name is known. */
export type NameOf = (id: string) => string;

/** The organiser's own words for a rule, or what it says, in 「」 or “”; without names where it was told in confidence. */
export const ruleWords = (rule: Rule, nameOf: NameOf): Sentence => {
  if (rule.confidential) return { ja: '「会わないようにしている人どうしは別のチーム」', en: '“people who avoid each other apart”' };
  if (rule.label) return { ja: `「${rule.label}」`, en: `“${rule.label}”` };
  const { ja, en } = wordsOf(rule, nameOf);
  return { ja: `「${ja}」`, en: `“${en}”` };
};

/** What a rule says, as the console's list of rules says it. */
const wordsOf = (rule: Rule, nameOf: NameOf): Sentence => {
  switch (rule.type) {
    case 'together': return { ja: `${names(rule.people, nameOf)}は同じチーム`, en: `${names(rule.people, nameOf, ', ')}: same team` };
    case 'apart': return { ja: `${names(rule.people, nameOf)}は別のチーム`, en: `${names(rule.people, nameOf, ', ')}: different teams` };
    case 'pin': return { ja: `${nameOf(rule.person)}は${rule.team}`, en: `${nameOf(rule.person)} in ${rule.team}` };
    case 'count': return countWords(rule, selectorWords(rule.who, nameOf));
    case 'same': return { ja: `${attributeWords(rule.attribute).ja}がチームの中で同じ`, en: `one ${attributeWords(rule.attribute).en} per team` };
    case 'spread': return { ja: `同じ${attributeWords(rule.attribute).ja}の人は1チームに${rule.max}人まで`, en: `At most ${rule.max} of one ${attributeWords(rule.attribute).en} in a team` };
    case 'not_alone': return notAloneWords(rule.who, nameOf);
    case 'separate': {
      const [who, from] = [selectorWords(rule.who, nameOf), selectorWords(rule.from, nameOf)];
      return { ja: `${who.ja}と${from.ja}を別のチームに`, en: `${who.en} and ${from.en} in different teams` };
    }
    default: return rule satisfies never;
  }
};

const countWords = ({ min, max, team }: Extract<Rule, { type: 'count' }>, who: Sentence): Sentence => {
  const range = rangeWords(min, max);
  const en = `${range.en[0].toUpperCase()}${range.en.slice(1)} in ${team ?? (min === undefined ? 'a team' : 'every team')}: ${who.en}`;
  const where = team ?? 'どのチーム';
  if (max === undefined) return { ja: `${where}に${team === undefined ? 'も' : 'は'}${who.ja}を${min}人以上`, en };
  return { ja: `${where}${team === undefined ? 'も' : 'では'}${who.ja}は${range.ja}`, en };
};

export const notAloneWords = (who: Selector, nameOf: NameOf): Sentence => {
  const { ja, en } = selectorWords(who, nameOf);
  return { ja: `${ja}がひとりだけのチームを作らない`, en: `Nobody alone in a team: ${en}` };
};

const names = (people: string[], nameOf: NameOf, separator = '・'): string => people.map(nameOf).join(separator);

/** A range of numbers of people. */
export const rangeWords = (min?: number, max?: number): Sentence => {
  if (min !== undefined && min === max) return { ja: `ちょうど${min}人`, en: `exactly ${min}` };
  if (max === undefined) return { ja: min === 1 ? '' : `${min}人以上`, en: `at least ${min}` };
  return min ? { ja: `${min}〜${max}人`, en: `${min} to ${max}` } : { ja: `${max}人まで`, en: `at most ${max}` };
};

export const selectorWords = (who: Selector, nameOf: NameOf): Sentence => {
  if ('people' in who) return { ja: names(who.people, nameOf), en: names(who.people, nameOf, ', ') };
  if ('concept' in who) return { ja: `「${who.concept}」の人`, en: `people with “${who.concept}”` };
  if ('role' in who) return { ja: `${roleWords(who.role).ja}を出せる人`, en: `people who give ${roleWords(who.role).en}` };
  if ('values' in who) {
    const values = who.values.map((value) => valueWords(who.attribute, value));
    return { ja: values.map(({ ja }) => ja).join('・'), en: values.map(({ en }) => en).join(', ') };
  }
  const { attribute, atLeast, atMost } = who;
  return {
    ja: `${attributeWords(attribute).ja}${atLeast === undefined ? '' : `${atLeast}以上`}${atMost === undefined ? '' : `${atMost}以下`}`,
    en: `${attributeWords(attribute).en}${atLeast === undefined ? '' : ` ≥ ${atLeast}`}${atMost === undefined ? '' : ` ≤ ${atMost}`}`,
  };
};

/**
 * Why the organiser's rules cannot hold beside what people told in confidence. Where they name no more than two people, it would say who
 * these are: then it says no cause.
 * @param proven shown by counting, not only by searching without success
 */
export const confidentialConflict = (own: readonly Rule[], proven: boolean, nameOf: NameOf): Sentence => {
  if (own.length === 0) {
    return proven
      ? { ja: '会わないようにしている人どうしがいるため、この人数のチームには分けられません。', en: 'Some people avoid each other, so that no teams of these sizes are possible.' }
      : { ja: '会わないようにしている人どうしがいて、この人数のチームに分ける方法が見つかりません。', en: 'Some people avoid each other, and no teams of these sizes were found.' };
  }
  const words = joinWords(own.map((rule) => ruleWords(rule, nameOf)));
  const named = new Set(own.flatMap(namedIn));
  if (named.size === 1 || named.size === 2) {
    return proven
      ? { ja: `${words.ja}は、ほかの条件と同時には守れません。`, en: `${words.en} cannot be kept together with other rules.` }
      : { ja: `${words.ja}を、ほかの条件と同時に守れる分け方が見つかりません。`, en: `No plan was found in which ${words.en} can be kept together with other rules.` };
  }
  if (!proven) return { ja: `会わないようにしている人どうしがいて、${words.ja}も守れる分け方が見つかりません。`, en: `Some people avoid each other, and no plan was found that keeps ${words.en} too.` };
  return { ja: `会わないようにしている人どうしがいるため、${words.ja}は守れません。`, en: `Some people avoid each other, so ${words.en} cannot be kept.` };
};

const ANOTHER: Sentence = { ja: 'ほかの条件', en: 'another rule' };

/**
 * A rule that a team breaks. One that was told in confidence is not even called that where the team is a pair, or where the organiser's own
 * rules name one or two of its members: beside the sentence about these it would say who avoids whom.
 */
export const brokenWords = (rule: Rule, members: readonly string[], rules: readonly Rule[], nameOf: NameOf): Sentence => {
  if (!rule.confidential) return ruleWords(rule, nameOf);
  const named = new Set(rules.filter((one) => !one.confidential).flatMap(namedIn).filter((id) => members.includes(id)));
  return members.length <= 2 || named.size === 1 || named.size === 2 ? ANOTHER : ruleWords(rule, nameOf);
};

/** People whom a rule is about by name. */
const namedIn = (rule: Rule): string[] => {
  if (rule.type === 'together' || rule.type === 'apart') return rule.people;
  if (rule.type === 'pin') return [rule.person];
  const selectors = rule.type === 'separate' ? [rule.who, rule.from] : 'who' in rule ? [rule.who] : [];
  return selectors.flatMap((who) => ('people' in who ? who.people : []));
};

/** Several things in one sentence, in both languages. */
export const joinWords = (words: Sentence[]): Sentence => ({ ja: words.map(({ ja }) => ja).join('と'), en: words.map(({ en }) => en).join(' and ') });
