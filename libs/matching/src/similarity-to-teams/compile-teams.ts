import { canonicalOrder } from './canonical-order.js';
import { chooseTeams, givenTeams, type ChosenTeam } from './choose-teams.js';
import { relativePairs, sumOfHighest } from './relative-pairs.js';
import { heldTerms, ruleTerm } from './rule-terms.js';
import { joinUnits, nameTeams, seatsGiven, seatUnits } from './seats-given.js';
import type { FormTeamsInput, GivenTeam } from './team-plan.js';
import type { TeamProblem, WeightedTerm } from './team-problem.js';
import type { TeamPerson, TeamRules, Wish } from './team-rules.js';
import { givesSameConcept, wishTerms } from './wish-terms.js';

type Meetings = NonNullable<TeamRules['met']>;

/** The problem with the seating to begin from: a team for each unit, −1 = none yet. */
export interface CompiledTeams {
  problem: TeamProblem;
  start: Int32Array;
  /** What changes in the problem when these have met too: rounds are searched against each other without compiling again. */
  afterMeetings: (met: Meetings) => Pick<TeamProblem, 'values' | 'inner'>;
}

export interface CompileInput extends Pick<FormTeamsInput, 'people' | 'pairs' | 'needsMet' | 'rules' | 'pinned' | 'unlike'> {
  start?: GivenTeam[];
  /** The teams to fill, where they are not those that `chooseTeams` chooses. */
  teams?: ChosenTeam[];
  /** Exactly the teams of `start`, in their order, and people in the order of input: for judging and repairing a plan. */
  asGiven?: boolean;
  /** With `asGiven`: the last team of `start` is no team but everybody without one, and changes nothing in what the others are measured by. */
  bench?: boolean;
  /** With `asGiven`: everybody sits where `start` has them, also those whom a rule holds together or elsewhere, and moves alone: as a hand moves people. */
  oneByOne?: boolean;
  /** Meetings will be added: the values of pairs are in force even where all are 0 so far. */
  meetings?: boolean;
}

/** Pair values of people who were in a team before fall by this many times the best value in sight, for each time. */
const MET_BEFORE = 3;
/** People who know each other already lose the best value in sight, those who want to meet on both sides gain half of it. */
const KNOWN_BEFORE = 1;
const WANT_TO_MEET = 0.5;
/** Half of the pairs of a plan that stands come out different for a few hundredths of its worth; ten times as much spoils the plan (teams-features.md). */
const UNLIKE = 0.1;
/** Little: how well a team fits is known roughly, and much weight on the team that seems weakest cost the others without helping it (teams-objective.md). */
const DEFAULT_WEAKEST = 0.05;

/** Turns people, pair values and rules into the numbers that the search works on. */
export const compileTeams = (input: CompileInput): CompiledTeams => {
  const { rules } = input;
  const n = input.people.length;
  const read = (table: CompileInput['pairs']) => (typeof table === 'function' ? table : (a: number, b: number) => table[a * n + b]);
  const order = input.asGiven ? [...input.people.keys()] : canonicalOrder(input.people, read(input.pairs));
  const people = order.map((position) => input.people[position]);
  const value = (a: number, b: number): number => read(input.pairs)(order[a], order[b]);
  const teams = input.asGiven ? givenTeams(rules, input.start ?? []) : nameTeams(input.teams ?? chooseTeams(people, rules, input), input);
  const given = seatsGiven(teams, rules, input, input.asGiven);
  const { units, unitOf } = joinUnits(people, input.oneByOne ? {} : rules, given.bound);
  const names = teams.map(({ name }) => name);
  const seats = seatUnits(people, units, given, input.oneByOne);
  // A hand may have put more people into a team than its size allows: all of them need room.
  const cap = capOf(teams, units, input.asGiven ? seats.start : seats.fixed, n);
  const size = n / Math.max(1, teams.length - (input.bench ? 1 : 0));
  const { pairs, change, ideal } = pairValues(people, joinUnits(people, rules).unitOf, value, input, Math.round(size) - 1);
  const themes = (rules.themes ?? []).map(({ id, teams: most }) => ({ id, teams: most ?? 1 }));
  const { themeOf, themeFixed } = startThemes(teams, themes);
  const needsMet = input.needsMet === undefined ? undefined : read(input.needsMet);
  const met = (a: number, b: number): number => (needsMet ? needsMet(order[a], order[b]) : givesSameConcept(people[a], people[b]) ? 1 : 0);
  const context = { people, cap, names, needsMet: met, themes, themeOf, wanted: teams.map(({ slot }) => slot?.wants ?? []) };
  const wishes = activeWishes(rules, (input.meetings ?? false) || pairs.some((one) => one !== 0))
    .map((wish) => ({ wish, terms: wishTerms(wish, context) })).filter(({ wish, terms }) => wish.type === 'pairs' || terms.length > 0);
  const weights = weightsOf(wishes.map(({ wish }) => wish));
  const problem: TeamProblem = {
    people, unitOf, units, ...unitValues(pairs, units, n), pairScale: ideal, names, cap, themes, themeOf, themeFixed,
    pairWeight: weights.get('pairs') ?? 0,
    min: Int32Array.from(teams, ({ min }) => min),
    max: Int32Array.from(teams, ({ max }) => max),
    fixed: seats.fixed,
    wishes: wishes.flatMap(({ wish, terms }) => terms.map(({ share, term }): WeightedTerm => ({ wish: wish.id!, weight: share * weights.get(wish.id!)!, term }))),
    rules: [
      ...(rules.rules ?? []).flatMap((rule, at) => {
        const term = ruleTerm(rule, context);
        return term ? [{ rule: rule.id ?? `rule-${at + 1}`, term }] : [];
      }),
      // A plan made by hand is told of these as it stands.
      ...(input.oneByOne ? [] : heldTerms(rules.rules, names, people, (person) => seats.fixed[unitOf[person]])),
    ],
    softness: softnessOf(rules.weakest ?? DEFAULT_WEAKEST),
  };
  return { problem, start: seats.start, afterMeetings: valuesAfterMeetings(pairs, change, units, n) };
};

const softnessOf = (weakest: number): number => (weakest <= 0 ? Infinity : Math.max(0.01, 0.25 * (1 - weakest) / weakest));

/** Wishes in force, each with an id; the values of pairs come by themselves where nobody turned them off. */
const activeWishes = (rules: TeamRules, hasPairs: boolean): Wish[] => {
  const wishes = (rules.wishes ?? []).map((wish, at) => ({ ...wish, id: wish.type === 'pairs' ? 'pairs' : wish.id ?? `wish-${at + 1}` }));
  if (!wishes.some(({ type }) => type === 'pairs')) wishes.unshift({ type: 'pairs', id: 'pairs', priority: 1 });
  const wanting = (rules.teams ?? []).some(({ wants }) => wants?.length);
  if (wanting && !wishes.some(({ type }) => type === 'wants')) wishes.push({ type: 'wants', id: 'wants', priority: 1 });
  return wishes.filter((wish) => weightOf(wish) > 0 && (wish.type !== 'pairs' || hasPairs) && (wish.type !== 'wants' || wanting));
};

/** Priority 1 weighs 1, each further one half of the one before. */
const weightOf = ({ priority = 2, weight }: Wish): number => weight ?? 0.5 ** (priority - 1);

const weightsOf = (wishes: Wish[]): Map<string, number> => {
  const total = wishes.reduce((sum, wish) => sum + weightOf(wish), 0);
  return new Map(wishes.map((wish) => [wish.id!, weightOf(wish) / total]));
};

/** Room for teams to pass their size while people are exchanged, and for everybody where sizes cannot hold them. */
const capOf = (teams: ChosenTeam[], units: number[][], seated: Int32Array, people: number): number => {
  const bound = teams.map((_, team) => units.reduce((sum, unit, at) => sum + (seated[at] === team ? unit.length : 0), 0));
  const largest = Math.max(0, ...teams.map(({ max }, team) => Math.max(max, bound[team])));
  const unit = Math.max(1, ...units.map(({ length }) => length));
  return Math.max(largest, Math.ceil(people / Math.max(1, teams.length))) + unit;
};

/** Lowers or raises the values of all pairs of a group, by times the best value in sight. */
type Change = (pairs: Float64Array, group: string[], by: number) => void;

const pairValues = (people: TeamPerson[], unitOf: Int32Array, value: (a: number, b: number) => number, { rules, unlike = [] }: CompileInput, partners: number): { pairs: Float64Array; change: Change; ideal: number } => {
  const n = people.length;
  const pairs = new Float64Array(n * n);
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) pairs[a * n + b] = pairs[b * n + a] = value(a, b);
  relativePairs(pairs, n, partners);
  const most = pairs.reduce((highest, one) => Math.max(highest, Math.abs(one)), 0) || 1;
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const change: Change = (values, group, by) => {
    const places = group.flatMap((id) => placeOf.get(id) ?? []);
    // Who must be together is so by a rule, however often: that makes no plan better or worse.
    for (const a of places) for (const b of places) if (unitOf[a] !== unitOf[b]) values[a * n + b] += by * most;
  };
  for (const { people: group } of rules.known ?? []) change(pairs, group, -KNOWN_BEFORE);
  for (const { people: group } of rules.mutual ?? []) change(pairs, group, WANT_TO_MEET);
  // Before meetings: in later rounds few have good partners left whom they have not met, and measured by those every number grows.
  const ideal = idealMean(pairs, n, partners);
  meet(pairs, change, rules.met ?? []);
  for (const group of unlike) change(pairs, group, -UNLIKE);
  return { pairs, change, ideal };
};

const meet = (pairs: Float64Array, change: Change, met: Meetings): void => {
  for (const { people, times = 1 } of met) change(pairs, people, -MET_BEFORE * times);
};

/** A function of its own, so that nothing else of what was compiled keeps the table of all people alive. */
const valuesAfterMeetings = (pairs: Float64Array, change: Change, units: number[][], n: number): CompiledTeams['afterMeetings'] => (met) => {
  const changed = pairs.slice();
  meet(changed, change, met);
  return unitValues(changed, units, n);
};

/** Values of pairs of units and inside them. */
const unitValues = (pairs: Float64Array, units: number[][], n: number): { values: Float64Array; inner: Float64Array } => {
  const values = new Float64Array(units.length * units.length);
  const inner = new Float64Array(units.length);
  units.forEach((one, u) => units.forEach((other, v) => {
    let sum = 0;
    for (const a of one) for (const b of other) sum += pairs[a * n + b];
    if (u === v) inner[u] = sum / 2;
    else values[u * units.length + v] = sum;
  }));
  return { values, inner };
};

/** The mean pair value if each person could sit with the best partners they have: what counts as 1. */
const idealMean = (pairs: Float64Array, n: number, partners: number): number => {
  const best = Math.max(1, Math.min(n - 1, partners));
  let sum = 0;
  for (let a = 0; a < n; a++) sum += sumOfHighest(pairs.subarray(a * n, (a + 1) * n), best);
  return sum > 0 ? sum / (n * best) : 1;
};

const startThemes = (teams: ChosenTeam[], themes: { id: string; teams: number }[]): { themeOf: Int32Array; themeFixed: boolean[] } => {
  const themeOf = Int32Array.from(teams, ({ theme }) => themes.findIndex(({ id }) => id === theme));
  const themeFixed = [...themeOf].map((theme) => theme >= 0);
  for (let team = 0; team < teams.length; team++) {
    if (themeFixed[team]) continue;
    themeOf[team] = themes.findIndex((theme, at) => themeOf.filter((worn) => worn === at).length < theme.teams);
  }
  return { themeOf, themeFixed };
};
