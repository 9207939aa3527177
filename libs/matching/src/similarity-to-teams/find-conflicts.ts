import { namePeople } from '../name-people.js';
import { confidentialConflict, joinWords, ruleWords } from './conflict-sentences.js';
import { countedConflicts, type CountedConflict } from './counted-conflicts.js';
import { holdInOtherTeams, holdRules } from './hold-rules.js';
import { ruleAmong } from './select-people.js';
import type { BrokenRule, Conflict, FormTeamsInput, Sentence } from './team-plan.js';
import { changesOf, joined, pairsOf, type Change } from './loosenings.js';
import type { Rule, TeamRules } from './team-rules.js';

type Input = Pick<FormTeamsInput, 'people' | 'rules' | 'start' | 'pinned'>;
type Loosening = Conflict['loosenings'][number];

const LARGEST_SEARCHED_SET = 3;
const MOST_SHOWN = 3;
/** Pairs of changes that are searched at most, where single ones do not do; those that counting refutes cost little. */
const MOST_PAIRS_SEARCHED = 6;

/**
 * The rules that cannot all hold, for a plan that breaks some: what counting proves, or else the smallest set
 * (one, two, three rules, then any irreducible one) under which a search over rules alone finds no plan.
 */
export const findConflicts = (input: Input, broken: BrokenRule[]): Conflict[] => {
  const counted = countedConflicts(input);
  const found = counted.length > 0 ? counted.map((conflict) => ({ ...conflict, proven: true })) : searchedConflicts(input, broken);
  const loosenings = findLoosenings(input, new Set(found.flatMap(({ rules }) => rules)));
  return inConfidence(found, input).map(({ text, ...conflict }) => ({ ...conflict, text: withCure(text, loosenings[0]), loosenings }));
};

/** What involves a rule that was told in confidence names the organiser's own rules alone, each such set once. */
const inConfidence = <T extends CountedConflict & { proven: boolean }>(found: T[], { people, rules: { rules = [] } }: Input): T[] => {
  const confidential = new Set(rules.flatMap((rule, at) => (rule.confidential ? [idAt(rule, at)] : [])));
  const [nameOf, here] = [namePeople(people), new Set(people.map(({ id }) => id))];
  const told = found.map((conflict): T => {
    const kept = conflict.rules.filter((id) => !confidential.has(id));
    if (kept.length === conflict.rules.length) return conflict;
    return { ...conflict, rules: kept, text: confidentialConflict(rules.filter((rule, at) => kept.includes(idAt(rule, at))).map((rule) => ruleAmong(rule, here)), conflict.proven, nameOf) };
  });
  return told.filter(({ text }, at) => told.findIndex((other) => other.text.ja === text.ja) === at);
};

const withCure = (text: Sentence, cure: Loosening | undefined): Sentence =>
  (cure ? { ja: `${text.ja}${cure.text.ja}と成り立ちます。`, en: `${text.en} It works if you ${cure.text.en}.` } : text);

const idAt = (rule: Rule, at: number): string => rule.id ?? `rule-${at + 1}`;

/** Whether a plan that holds these rules turns up, where counting does not refute it. */
const canHold = (input: Input, rules: TeamRules): boolean => countedConflicts({ ...input, rules }).length === 0 && isFound(input, rules);

const isFound = (input: Input, rules: TeamRules): boolean =>
  holdRules({ ...input, rules }) !== undefined || holdInOtherTeams({ ...input, rules }) !== undefined;

const searchedConflicts = (input: Input, broken: BrokenRule[]): (CountedConflict & { proven: boolean })[] => {
  const here = new Set(input.people.map(({ id }) => id));
  const rules = (input.rules.rules ?? []).map((rule, at): Rule => ({ ...ruleAmong(rule, here), id: idAt(rule, at) }));
  const only = (kept: readonly Rule[]): TeamRules => ({ ...input.rules, rules: [...kept] });
  if (canHold(input, only(rules))) return [];
  const set = smallestSet(rules, (kept) => !canHold(input, only(kept)));
  const nameOf = namePeople(input.people);
  const words = joinWords(set.map((rule) => ruleWords(rule, nameOf)));
  return [{
    rules: set.length === 0 ? ['size'] : set.map(({ id }) => id!), proven: false, short: broken.reduce((sum, { by }) => sum + by, 0),
    text: set.length === 0
      ? { ja: '固定された人とチームの人数が両立しません。', en: 'Pinned people and the sizes of teams do not fit together.' }
      : { ja: `${words.ja}が${set.length > 1 ? '同時に' : ''}成り立つ分け方が見つかりません。`, en: `No plan was found in which ${words.en} hold${set.length > 1 ? '' : 's'}.` },
  }];
};

/** The smallest set of rules that is impossible, tried by size; beyond three, one from which no rule can be left out. */
const smallestSet = (rules: Rule[], impossible: (kept: readonly Rule[]) => boolean): Rule[] => {
  if (impossible([])) return [];
  for (let size = 1; size <= Math.min(LARGEST_SEARCHED_SET, rules.length); size++) {
    if (countSets(rules.length, size) > 60) break;
    const found = subsets(rules, size).find(impossible);
    if (found) return found;
  }
  return rules.reduce((kept, rule) => {
    const without = kept.filter((other) => other !== rule);
    return impossible(without) ? without : kept;
  }, rules);
};

const countSets = (of: number, size: number): number => (size === 0 ? 1 : (countSets(of, size - 1) * (of - size + 1)) / size);

const subsets = <T>(items: T[], size: number): T[][] => {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
};

/** Single changes after which everything can hold, cheapest first; where no single one does, several together. */
const findLoosenings = (input: Input, conflicting: Set<string>): Loosening[] => {
  const { people, rules } = input;
  const changes = changesOf(people, rules).filter(({ rule }) => rule === undefined || conflicting.has(rule));
  const single = changes.reduce((found: Change[], one) => {
    const needed = found.length < MOST_SHOWN && found.every(({ kind }) => kind !== one.kind);
    return needed && canHold(input, one.apply(rules)) ? [...found, one] : found;
  }, []);
  return (single.length > 0 ? single : severalAtOnce(input, changes)).map(({ apply, text }) => ({ rules: apply(rules), text }));
};

/** The cheapest two changes that do together, or as many as are left once each makes up for some of what counting refutes. */
const severalAtOnce = (input: Input, changes: Change[]): Change[] => {
  let searched = 0;
  for (const pair of pairsOf(changes)) {
    const rules = pair.apply(input.rules);
    if (shortBy(input, rules) > 0) continue;
    if (isFound(input, rules)) return [pair];
    if (++searched === MOST_PAIRS_SEARCHED) break;
  }
  const all = enough(changes, (set) => shortBy(input, joined(set).apply(input.rules)));
  return all.length > 2 && isFound(input, joined(all).apply(input.rules)) ? [joined(all)] : [];
};

/** Changes, each of another kind, with which nothing is short: one after another, and each as small as the others then allow; none where they do not do. */
const enough = (changes: Change[], shortWith: (set: Change[]) => number): Change[] => {
  let all: Change[] = [];
  for (let short = shortWith(all); short > 0; short = shortWith(all)) {
    const next = changes.map((one) => [...all.filter(({ kind }) => kind !== one.kind), one]).find((set) => shortWith(set) < short);
    if (!next) return [];
    all = next;
  }
  for (const change of all) {
    const smaller = changes.filter(({ kind, cost }) => kind === change.kind && cost < change.cost);
    all = [[], ...smaller.map((one) => [one])].map((less) => all.flatMap((one) => (one === change ? less : [one]))).find((set) => shortWith(set) === 0) ?? all;
  }
  return all;
};

const shortBy = (input: Input, rules: TeamRules): number => countedConflicts({ ...input, rules }).reduce((sum, { short }) => sum + short, 0);
