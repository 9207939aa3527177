import type { EventIndex, IndexedPerson } from '../tags-to-similarity/event-index.js';
import { hashOf } from '../tags-to-similarity/hash-of.js';
import { commonLanguageOf, sectorMixOf } from '../tags-to-similarity/score-pair.js';

/** Neutral scores stay below any score that has a ground in what people said. */
export const highestNeutralScore = 0.01;

/** A number in 0…1 that two ids always give, so that newcomers' lists differ and nobody is everyone's first guess. */
const mixOfIds = (a: string, b: string): number => hashOf(`${a}\u0000${b}`) / 2 ** 32;

/**
 * Score of someone about whom nothing common is known, in 0…0.01: another sector and a common language first,
 * people with something on their badge before those without, then spread by id.
 */
function neutralScore(person: IndexedPerson, other: IndexedPerson): number {
  const known = hasStatements(other) ? 1 : 0;
  const points = 0.4 * known + 0.2 * sectorMixOf(person, other) + 0.2 * commonLanguageOf(person, other) + 0.2 * mixOfIds(person.person.id, other.person.id);
  return points * highestNeutralScore;
}

/** Whether anything is known that a match can rest on. */
export const hasStatements = ({ person }: IndexedPerson): boolean => person.statements.length > 0 || person.jackets.some(({ concepts }) => concepts.length > 0);

/** People whom `person` has nothing known in common with, best first. */
export function neutralList(index: EventIndex, person: IndexedPerson, taken: ReadonlySet<string>, count: number): { id: string; score: number }[] {
  const rest = index.places.filter((other): other is IndexedPerson => other !== undefined && other !== person && !taken.has(other.person.id));
  return rest.map((other) => ({ id: other.person.id, score: neutralScore(person, other) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}
