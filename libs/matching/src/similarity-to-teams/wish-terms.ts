import { numberOf, valuesOf } from './select-people.js';
import { listValues, marks } from './rule-terms.js';
import type { Selector, TeamPerson, Wish } from './team-rules.js';
import {
  BalanceTerm, ChoiceTerm, CountTerm, countTable, MixTerm, NeedsTerm, SameTerm, ThemeTerm, WantsTerm, type TeamTerm,
} from './team-terms.js';

export interface WishContext {
  people: TeamPerson[];
  cap: number;
  /** How far b gives what a seeks, by positions in `people`. */
  needsMet: (a: number, b: number) => number;
  themes: { id: string }[];
  themeOf: Int32Array;
  /** What each team that exists already looks for. */
  wanted: Selector[][];
}

/** The terms of a wish, each with its share of the wish's weight; `pairs` has none, the board knows it, nor has what no team could give. */
export const wishTerms = (wish: Wish, context: WishContext): { share: number; term: TeamTerm }[] => {
  if (wish.type === 'pairs') return [];
  if (wish.type === 'cover') return wish.who.map((who) => ({ share: 1 / wish.who.length, term: countWish(who, context, 1, Infinity) }));
  const term = oneTerm(wish, context);
  return term ? [{ share: 1, term }] : [];
};

const oneTerm = (wish: Exclude<Wish, { type: 'pairs' | 'cover' }>, context: WishContext): TeamTerm | undefined => {
  const { people, cap } = context;
  switch (wish.type) {
    case 'needs': return needsTerm(people, context.needsMet);
    case 'data': return needsTerm(people, (a, b) => (wantsDataOf(people[a], people[b]) ? 1 : 0));
    case 'theme': return themeTerm(people);
    case 'mix': return mixTerm(people, cap, wish.attribute);
    case 'sectors': return mixTerm(people, cap, 'sector');
    case 'balance': return balanceTerm(people, wish.attribute);
    case 'choice': return choiceTerm(context);
    case 'wants': return new WantsTerm(context.wanted.map((wants) => wants.map((who) => marks(people, who))));
    case 'proportion': return proportionTerm(wish, context);
    case 'count': return countWish(wish.who, context, wish.min ?? 0, wish.max ?? Infinity);
    case 'not_alone': return new CountTerm(marks(people, wish.who), countTable(cap, (count) => (count === 1 ? 0 : 1)), cap);
    case 'same': {
      const { lists, values } = listValues(people, (person) => valuesOf(person, wish.attribute));
      return new SameTerm(lists, values.length, false);
    }
  }
};

const countWish = (who: Extract<Wish, { type: 'count' }>['who'], { people, cap }: WishContext, min: number, max: number): TeamTerm => {
  const value = (count: number): number => {
    if (count < min) return count / min;
    return count > max ? Math.max(0, 1 - (count - max) / Math.max(1, max)) : 1;
  };
  return new CountTerm(marks(people, who), countTable(cap, value), cap);
};

const proportionTerm = (wish: Extract<Wish, { type: 'proportion' }>, { people, cap }: WishContext): TeamTerm => {
  const meant = marks(people, wish.who);
  const share = wish.share ?? meant.reduce((sum, one) => sum + one, 0) / Math.max(1, people.length);
  const farthest = Math.max(share, 1 - share);
  return new CountTerm(meant, countTable(cap, (count, size) => (size === 0 ? 1 : 1 - Math.abs(count / size - share) / farthest)), cap);
};

/** None where fewer than two values are told: no team can be mixed, nor is one worse than another. */
const mixTerm = (people: TeamPerson[], cap: number, attribute: string): TeamTerm | undefined => {
  const { lists, values } = listValues(people, (person) => valuesOf(person, attribute).slice(0, 1));
  if (values.length < 2) return undefined;
  const category = Int32Array.from(people, (_, at) => (lists.start[at + 1] > lists.start[at] ? lists.items[lists.start[at]] : -1));
  const most = Float64Array.from({ length: cap + 1 }, (_, size) => mostDifferentPairs(size, values.length));
  return new MixTerm(category, most);
};

/** Pairs with different values where `size` people have `values` values as evenly as can be. */
const mostDifferentPairs = (size: number, values: number): number => {
  const larger = size % values;
  const each = Math.floor(size / values);
  const alike = larger * each * (each + 1) / 2 + (values - larger) * each * (each - 1) / 2;
  return size * (size - 1) / 2 - alike;
};

const balanceTerm = (people: TeamPerson[], attribute: string): TeamTerm => {
  const numbers = Float64Array.from(people, (person) => numberOf(person, attribute) ?? NaN);
  const known = numbers.filter((number) => !Number.isNaN(number)).sort();
  const mean = known.reduce((sum, number) => sum + number, 0) / Math.max(1, known.length);
  const variance = known.reduce((sum, number) => sum + (number - mean) ** 2, 0) / Math.max(1, known.length);
  return new BalanceTerm(numbers, mean, Math.sqrt(variance));
};

const themeTerm = (people: TeamPerson[]): TeamTerm => {
  const conceptsOf = (person: TeamPerson): string[] => [...new Set((person.statements ?? []).map(({ concept }) => concept))];
  const { lists, values } = listValues(people, conceptsOf);
  const holders = new Float64Array(values.length);
  for (const concept of lists.items) holders[concept]++;
  // What everybody shares joins nobody in particular.
  return new ThemeTerm(lists, holders.map((count) => 1 - (count / (people.length + 1)) ** 2));
};

/**
 * So much of what somebody seeks is given by a partner who is worth it: of pairs of six graded events with 0.2 or more 0.57 are
 * good, of all 0.29. Nearly everybody gives a trace of what anybody seeks.
 */
const ANSWERED = 0.2;

/** None where nobody's need could be met, in whatever team: called fulfilled it would hide that, and any plan is as good. */
const needsTerm = (people: TeamPerson[], met: (a: number, b: number) => number): TeamTerm | undefined => {
  const n = people.length;
  const seeks = new Uint8Array(n);
  const table = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    if (!(people[a].statements ?? []).some(({ kind }) => kind === 'seeking')) continue;
    for (let b = 0; b < n; b++) {
      if (a === b || met(a, b) <= 0) continue;
      table[a * n + b] = Math.min(1, met(a, b) / ANSWERED);
      seeks[a] = 1;
    }
  }
  return seeks.includes(1) ? new NeedsTerm(seeks, table) : undefined;
};

/** Whether b holds data on something that a seeks. */
const wantsDataOf = (a: TeamPerson, b: TeamPerson): boolean => {
  const held = new Set((b.jackets ?? []).filter(({ sharing }) => sharing !== 'closed').flatMap(({ concepts }) => concepts.map(({ concept }) => concept)));
  return (a.statements ?? []).some(({ kind, concept }) => kind === 'seeking' && held.has(concept));
};

/** Whether b does or holds what a seeks, by equal concepts alone. */
export const givesSameConcept = (a: TeamPerson, b: TeamPerson): boolean => {
  const given = new Set((b.statements ?? []).filter(({ kind }) => kind === 'skill').map(({ concept }) => concept));
  return (a.statements ?? []).some(({ kind, concept }) => kind === 'seeking' && given.has(concept)) || wantsDataOf(a, b);
};

const choiceTerm = ({ people, themes, themeOf }: WishContext): TeamTerm => {
  const pleased = new Float64Array(Math.max(1, people.length * themes.length));
  people.forEach(({ choices = [] }, person) => themes.forEach(({ id }, theme) => {
    const rank = choices.indexOf(id);
    pleased[person * themes.length + theme] = choices.length === 0 ? -1 : rank < 0 ? 0 : 1 - rank / (choices.length + 1);
  }));
  return new ChoiceTerm(pleased, themes.length, themeOf);
};
