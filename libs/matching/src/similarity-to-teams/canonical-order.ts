import { compareText } from '../compare-text.js';
import type { TeamPerson } from './team-rules.js';

/**
 * Positions of people in an order that depends on their pair values and answers, not on the order of input,
 * and on ids only between people who differ in nothing else: so a renamed event gets teams of the same value.
 */
export const canonicalOrder = (people: TeamPerson[], value: (a: number, b: number) => number): number[] => {
  const n = people.length;
  const row = new Float64Array(Math.max(0, n - 1));
  // Sorted before they are added: the sum must not depend on the order of input in its last digit.
  const sumOfRow = (entry: (other: number) => number, person: number): number => {
    for (let other = 0, at = 0; other < n; other++) if (other !== person) row[at++] = entry(other);
    return row.sort().reduce((sum, one) => sum + one, 0);
  };
  const first = people.map((_, person) => sumOfRow((other) => value(person, other), person));
  const second = people.map((_, person) => sumOfRow((other) => value(person, other) * first[other], person));
  const signature = people.map(({ id: _id, name: _name, ...answers }) => JSON.stringify(sortKeys(answers)));
  return people.map((_, person) => person).sort((a, b) =>
    first[b] - first[a] || second[b] - second[a] || compareText(signature[a], signature[b]) || compareText(people[a].id, people[b].id));
};

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)).map(([key, inner]) => [key, sortKeys(inner)]));
};
