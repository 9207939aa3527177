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

const wordsOf = (rule: Rule, nameOf: NameOf): Sentence => {
  switch (rule.type) {
    case 'together': return { ja: `${names(rule.people, nameOf)}は同じチーム`, en: `${names(rule.people, nameOf, ', ')} together` };
    case 'apart': return { ja: `${names(rule.people, nameOf)}は別のチーム`, en: `${names(rule.people, nameOf, ', ')} apart` };
    case 'pin': return { ja: `${nameOf(rule.person)}は${rule.team}`, en: `${nameOf(rule.person)} in ${rule.team}` };
    case 'count': {
      const who = selectorWords(rule.who, nameOf);
      const team = rule.team === undefined ? { ja: '各チーム', en: 'every team' } : { ja: rule.team, en: rule.team };
      const range = rangeWords(rule.min, rule.max);
      return { ja: `${team.ja}に${who.ja}${range.ja}`, en: `${range.en} ${who.en} in ${team.en}` };
    }
    case 'same': return { ja: `${rule.attribute}がチームの中で同じ`, en: `one ${rule.attribute} per team` };
    case 'spread': return { ja: `${rule.attribute}が同じ人は1チームに${rule.max}人まで`, en: `at most ${rule.max} of one ${rule.attribute} per team` };
    case 'not_alone': return { ja: `${selectorWords(rule.who, nameOf).ja}をひとりにしない`, en: `no lone ${selectorWords(rule.who, nameOf).en}` };
    case 'separate': return {
      ja: `${selectorWords(rule.who, nameOf).ja}と${selectorWords(rule.from, nameOf).ja}は別のチーム`,
      en: `${selectorWords(rule.who, nameOf).en} apart from ${selectorWords(rule.from, nameOf).en}`,
    };
    default: return rule satisfies never;
  }
};

const names = (people: string[], nameOf: NameOf, separator = '、'): string => people.map(nameOf).join(separator);

/** A range of numbers of people. */
export const rangeWords = (min?: number, max?: number): Sentence => {
  if (min !== undefined && min === max) return { ja: `ちょうど${min}人`, en: `exactly ${min}` };
  if (max === undefined) return { ja: min === 1 ? '' : `${min}人以上`, en: `at least ${min}` };
  return min ? { ja: `${min}〜${max}人`, en: `${min} to ${max}` } : { ja: `${max}人まで`, en: `at most ${max}` };
};

export const selectorWords = (who: Selector, nameOf: NameOf): Sentence => {
  if ('people' in who) return { ja: names(who.people, nameOf), en: names(who.people, nameOf, ', ') };
  if ('concept' in who) return { ja: who.concept, en: who.concept };
  if ('role' in who) return { ja: `${who.role}を出せる人`, en: `people who offer ${who.role}` };
  if ('values' in who) return { ja: who.values.join('・'), en: who.values.join(' or ') };
  const { atLeast, atMost } = who;
  return {
    ja: `${who.attribute}${atLeast === undefined ? '' : `${atLeast}以上`}${atMost === undefined ? '' : `${atMost}以下`}`,
    en: `${who.attribute}${atLeast === undefined ? '' : ` ≥ ${atLeast}`}${atMost === undefined ? '' : ` ≤ ${atMost}`}`,
  };
};

/**
 * Why the organiser's rules cannot hold beside what people told in confidence. Where they name no more than two people, it would say who
 * these are: then it says no cause.
 */
export const confidentialConflict = (own: readonly Rule[], nameOf: NameOf): Sentence => {
  if (own.length === 0) return { ja: '会わないようにしている人どうしがいるため、この人数のチームには分けられません。', en: 'Some people avoid each other, so that no teams of these sizes are possible.' };
  const words = joinWords(own.map((rule) => ruleWords(rule, nameOf)));
  const named = new Set(own.flatMap(namedIn));
  if (named.size === 1 || named.size === 2) return { ja: `${words.ja}は、ほかの条件と同時には守れません。`, en: `${words.en} cannot be kept together with other rules.` };
  return { ja: `会わないようにしている人どうしがいるため、${words.ja}は守れません。`, en: `Some people avoid each other, so ${words.en} cannot be kept.` };
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
