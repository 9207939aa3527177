import { brokenByBound } from './held-rules.js';
import { isMeant, valuesOf } from './select-people.js';
import type { Rule, Selector, TeamPerson } from './team-rules.js';
import { ConstantTerm, CountTerm, countTable, outsideTable, SameTerm, SeparateTerm, SpreadTerm, type Lists, type TeamTerm } from './team-terms.js';

export interface TermContext {
  people: TeamPerson[];
  cap: number;
  names: (string | undefined)[];
}

/** The term that counts by how many people a team breaks the rule; none for `together` and `pin`, which moves keep by themselves (but see `heldTerms`). */
export const ruleTerm = (rule: Rule, context: TermContext): TeamTerm | undefined => {
  const { people, cap, names } = context;
  switch (rule.type) {
    case 'together':
    case 'pin':
      return undefined;
    case 'apart':
      return new CountTerm(marks(people, { people: rule.people }), outsideTable(cap, 0, 1), cap);
    case 'count': {
      const only = rule.team === undefined ? -1 : names.indexOf(rule.team);
      return new CountTerm(marks(people, rule.who), outsideTable(cap, rule.min ?? 0, rule.max ?? Infinity), cap, only);
    }
    case 'not_alone':
      return new CountTerm(marks(people, rule.who), countTable(cap, (count) => (count === 1 ? 1 : 0)), cap);
    case 'separate':
      return new SeparateTerm(marks(people, rule.who), marks(people, rule.from));
    case 'same': {
      const { lists, values } = listValues(people, (person) => valuesOf(person, rule.attribute));
      return new SameTerm(lists, values.length, true);
    }
    case 'spread': {
      const { lists, values } = listValues(people, (person) => valuesOf(person, rule.attribute));
      return new SpreadTerm(lists, values.length, rule.max);
    }
  }
};

/** What `together` and `pin` are broken by where who is bound to a team is asked for in another. */
export const heldTerms = (...held: Parameters<typeof brokenByBound>): { rule: string; term: TeamTerm }[] =>
  brokenByBound(...held).map(({ rule, team, by }) => ({ rule, term: new ConstantTerm(team, by) }));

/** 1 for each person who is meant. */
export const marks = (people: TeamPerson[], who: Selector): Uint8Array => Uint8Array.from(people, (person) => (isMeant(person, who) ? 1 : 0));

/** Numbers the values that people have, in order of appearance; `lists` holds each person's. */
export const listValues = (people: TeamPerson[], valuesOfPerson: (person: TeamPerson) => string[]): { lists: Lists; values: string[] } => {
  const numbers = new Map<string, number>();
  const items: number[] = [];
  const start = new Int32Array(people.length + 1);
  people.forEach((person, at) => {
    for (const value of valuesOfPerson(person)) {
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      items.push(numbers.get(value)!);
    }
    start[at + 1] = items.length;
  });
  return { lists: { start, items: Int32Array.from(items) }, values: [...numbers.keys()] };
};
