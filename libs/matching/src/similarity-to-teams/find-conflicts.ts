import { anneal } from './anneal.js';
import { compileTeams } from './compile-teams.js';
import { confidentialConflict, joinWords, ruleWords } from './conflict-sentences.js';
import { countedConflicts, type CountedConflict } from './counted-conflicts.js';
import { fillSeats } from './fill-seats.js';
import { sizeOf } from './choose-teams.js';
import { seededRandom } from './seeded-random.js';
import { TeamBoard } from './team-board.js';
import type { BrokenRule, Conflict, FormTeamsInput, Sentence } from './team-plan.js';
import type { Rule, TeamRules } from './team-rules.js';

type Input = Pick<FormTeamsInput, 'people' | 'rules' | 'start' | 'pinned'>;
interface Loosening { rules: TeamRules; text: Sentence; cost: number; /** What it changes; the cheapest of one kind is enough. */ kind: string }

/** Steps after which a set of rules that still breaks counts as impossible. */
const most = (people: number): number => Math.min(120_000, 2000 + 60 * people * people);
const LARGEST_SEARCHED_SET = 3;
const MOST_SHOWN = 3;

/**
 * The rules that cannot all hold, for a plan that breaks some: what counting proves, or else the smallest set
 * (one, two, three rules, then any irreducible one) under which a search over rules alone finds no plan.
 */
export const findConflicts = (input: Input, broken: BrokenRule[]): Conflict[] => {
  const counted = countedConflicts(input.people, input.rules);
  const found = counted.length > 0 ? counted.map((conflict) => ({ ...conflict, proven: true })) : searchedConflicts(input, broken);
  const loosenings = findLoosenings(input, new Set(found.flatMap(({ rules }) => rules)));
  return inConfidence(found, input).map(({ text, ...conflict }) => ({ ...conflict, text: withCure(text, loosenings[0]), loosenings: loosenings.map(({ cost: _cost, kind: _kind, ...shown }) => shown) }));
};

/** What involves a rule that was told in confidence names the organiser's own rules alone, each such set once. */
const inConfidence = <T extends CountedConflict>(found: T[], { people, rules: { rules = [] } }: Input): T[] => {
  const confidential = new Set(rules.flatMap((rule, at) => (rule.confidential ? [idAt(rule, at)] : [])));
  const named = new Map(people.map(({ id, name }) => [id, name || id]));
  const told = found.map((conflict): T => {
    const kept = conflict.rules.filter((id) => !confidential.has(id));
    if (kept.length === conflict.rules.length) return conflict;
    return { ...conflict, rules: kept, text: confidentialConflict(rules.filter((rule, at) => kept.includes(idAt(rule, at))), (id) => named.get(id) ?? id) };
  });
  return told.filter(({ text }, at) => told.findIndex((other) => other.text.ja === text.ja) === at);
};

const withCure = (text: Sentence, cure: Loosening | undefined): Sentence =>
  (cure ? { ja: `${text.ja}${cure.text.ja}と成り立ちます。`, en: `${text.en} It works if you ${cure.text.en}.` } : text);

const idAt = (rule: Rule, at: number): string => rule.id ?? `rule-${at + 1}`;

/** Whether a plan that holds these rules turns up. */
const canHold = (input: Input, rules: TeamRules): boolean => {
  if (countedConflicts(input.people, rules).length > 0) return false;
  const { problem, start } = compileTeams({ ...input, rules: { ...rules, wishes: [] }, pairs: () => 0 });
  const random = seededRandom(1);
  const board = new TeamBoard(problem, fillSeats(problem, start, random), random);
  if (board.bestViolation > 0 && problem.min.length > 1 && problem.fixed.includes(-1)) {
    anneal(board, random, most(input.people.length), () => board.bestViolation === 0);
  }
  return board.bestViolation === 0;
};

const searchedConflicts = (input: Input, broken: BrokenRule[]): (CountedConflict & { proven: boolean })[] => {
  const rules = (input.rules.rules ?? []).map((rule, at): Rule => ({ ...rule, id: idAt(rule, at) }));
  const only = (kept: readonly Rule[]): TeamRules => ({ ...input.rules, rules: [...kept] });
  if (canHold(input, only(rules))) return [];
  const set = smallestSet(rules, (kept) => !canHold(input, only(kept)));
  const named = new Map(input.people.map(({ id, name }) => [id, name || id]));
  const words = joinWords(set.map((rule) => ruleWords(rule, (id) => named.get(id) ?? id)));
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

/** Single changes after which everything can hold, cheapest first: sizes by one to three, then a number, then a rule less. */
const findLoosenings = (input: Input, conflicting: Set<string>): Loosening[] =>
  [...sizeLoosenings(input), ...ruleLoosenings(input, conflicting)].sort((a, b) => a.cost - b.cost)
    .reduce((found: Loosening[], one) => {
      const needed = found.length < MOST_SHOWN && found.every(({ kind }) => kind !== one.kind);
      return needed && canHold(input, one.rules) ? [...found, one] : found;
    }, []);

const sizeLoosenings = ({ rules }: Input): Loosening[] => {
  const size = sizeOf(rules);
  const larger = [1, 2, 3].map((more): Loosening => ({
    rules: { ...rules, size: { ...size, max: size.max + more } }, cost: more, kind: 'max',
    text: { ja: `人数の上限を${size.max}→${size.max + more}にする`, en: `raise the largest size from ${size.max} to ${size.max + more}` },
  }));
  const smaller = [1, 2].filter((less) => size.min - less >= 1).map((less): Loosening => ({
    rules: { ...rules, size: { ...size, min: size.min - less } }, cost: less + 0.5, kind: 'min',
    text: { ja: `人数の下限を${size.min}→${size.min - less}にする`, en: `lower the smallest size from ${size.min} to ${size.min - less}` },
  }));
  return [...larger, ...smaller];
};

const ruleLoosenings = ({ rules, people }: Input, conflicting: Set<string>): Loosening[] => {
  const named = new Map(people.map(({ id, name }) => [id, name || id]));
  return (rules.rules ?? []).flatMap((rule, at): Loosening[] => {
    if (rule.confidential || !conflicting.has(idAt(rule, at))) return [];
    const words = ruleWords(rule, (id) => named.get(id) ?? id);
    const replaced = (by: Rule[]): TeamRules => ({ ...rules, rules: rules.rules!.flatMap((other) => (other === rule ? by : [other])) });
    const kind = idAt(rule, at);
    const off = { rules: replaced([]), cost: 5, kind, text: { ja: `${words.ja}を外す`, en: `drop ${words.en}` } };
    if (rule.type === 'count' && rule.min !== undefined && rule.min > 1) {
      const less = { ...rule, min: rule.min - 1 };
      return [{ rules: replaced([less]), cost: 3, kind, text: { ja: `${words.ja}を${less.min}人以上にする`, en: `ask for ${less.min} instead in ${words.en}` } }, off];
    }
    if (rule.type === 'count' && rule.max !== undefined) {
      const more = { ...rule, max: rule.max + 1 };
      return [{ rules: replaced([more]), cost: 3, kind, text: { ja: `${words.ja}を${more.max}人までにする`, en: `allow ${more.max} in ${words.en}` } }, off];
    }
    return [off];
  });
};
