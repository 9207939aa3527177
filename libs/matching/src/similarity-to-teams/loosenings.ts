import { namePeople } from '../name-people.js';
import { sizeOf } from './choose-teams.js';
import { ruleWords } from './conflict-sentences.js';
import { ruleAmong } from './select-people.js';
import type { Sentence } from './team-plan.js';
import type { Rule, TeamPerson, TeamRules } from './team-rules.js';

/** Something that makes rules easier to hold. */
export interface Change {
  apply: (rules: TeamRules) => TeamRules;
  text: Sentence;
  cost: number;
  /** What it changes; the cheapest of one kind is enough. */
  kind: string;
  /** Id of the rule that it changes; none for sizes. */
  rule?: string;
}

/** Single changes, cheapest first: sizes by one to three, the smallest as far as so few people need, then a number, then a rule less. */
export const changesOf = (people: TeamPerson[], rules: TeamRules): Change[] =>
  [...sizeChanges(people, rules), ...ruleChanges(people, rules)].sort((a, b) => a.cost - b.cost);

const sizeChanges = (people: TeamPerson[], rules: TeamRules): Change[] => {
  const size = sizeOf(rules);
  const far = size.min - Math.floor(people.length / (rules.teams?.length || 1));
  const larger = [1, 2, 3].map((more): Change => ({
    apply: (given) => ({ ...given, size: { ...sizesOf(given), max: size.max + more } }), cost: more, kind: 'max',
    text: { ja: `人数の上限を${size.max}→${size.max + more}にする`, en: `raise the largest size from ${size.max} to ${size.max + more}` },
  }));
  const smaller = [1, 2, ...(far > 2 ? [far] : [])].filter((less) => size.min - less >= 1).map((less): Change => ({
    apply: (given) => ({ ...given, size: { ...sizesOf(given), min: size.min - less } }), cost: less + 0.5, kind: 'min',
    text: { ja: `人数の下限を${size.min}→${size.min - less}にする`, en: `lower the smallest size from ${size.min} to ${size.min - less}` },
  }));
  return [...larger, ...smaller];
};

/** Sizes as they are asked for: the target follows them unless it is given. */
const sizesOf = (rules: TeamRules): NonNullable<TeamRules['size']> => rules.size ?? sizeOf(rules);

const ruleChanges = (people: TeamPerson[], rules: TeamRules): Change[] => {
  const [nameOf, here] = [namePeople(people), new Set(people.map(({ id }) => id))];
  return (rules.rules ?? []).flatMap((rule, at): Change[] => {
    if (rule.confidential) return [];
    const words = ruleWords(ruleAmong(rule, here), nameOf);
    const id = rule.id ?? `rule-${at + 1}`;
    const by = (others: Rule[]): Pick<Change, 'apply' | 'kind' | 'rule'> =>
      ({ apply: (given) => ({ ...given, rules: given.rules!.flatMap((other) => (other === rule ? others : [other])) }), kind: id, rule: id });
    const off = { ...by([]), cost: 5, text: { ja: `${words.ja}を外す`, en: `drop ${words.en}` } };
    if (rule.type === 'count' && rule.min !== undefined && rule.min > 1) {
      const less = { ...rule, min: rule.min - 1 };
      return [{ ...by([less]), cost: 3, text: { ja: `${words.ja}を${less.min}人以上にする`, en: `ask for ${less.min} instead in ${words.en}` } }, off];
    }
    if (rule.type === 'count' && rule.max !== undefined) {
      const more = { ...rule, max: rule.max + 1 };
      return [{ ...by([more]), cost: 3, text: { ja: `${words.ja}を${more.max}人までにする`, en: `allow ${more.max} in ${words.en}` } }, off];
    }
    return [off];
  });
};

/** Two changes at once, of different kinds, cheapest first. */
export const pairsOf = (changes: Change[]): Change[] =>
  changes.flatMap((one, at) => changes.slice(at + 1).filter(({ kind }) => kind !== one.kind).map((other) => joined([one, other]))).sort((a, b) => a.cost - b.cost).slice(0, MOST_PAIRS);
const MOST_PAIRS = 200;

/** Several changes at once. */
export const joined = (changes: Change[]): Change => ({
  apply: (rules) => changes.reduce((given, { apply }) => apply(given), rules),
  cost: changes.reduce((sum, { cost }) => sum + cost, 0), kind: changes.map(({ kind }) => kind).join(' '),
  text: {
    ja: changes.map(({ text: { ja } }, at) => (at < changes.length - 1 ? `${ja.replace(/する$/, 'し').replace(/外す$/, '外し')}、` : ja)).join(''),
    en: changes.map(({ text: { en } }) => en).join(' and '),
  },
});
