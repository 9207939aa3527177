import type { Kind, MatchPerson, PersonVectors } from '../people.js';

/** The door for better models: turns texts into vectors of one fixed length. Off unless the operator configures one. */
export interface Embedder {
  /** One vector a text, in order; undefined where no word of the text is known. */
  embed(texts: readonly string[]): Promise<(Float32Array | undefined)[]>;
}

/** The sum of products of numbers in the same places, the same whichever of the two comes first. */
export function productOf(a: Float32Array, b: Float32Array): number {
  // four sums, so that no product waits for the last one; in one order whichever of the two comes first
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let index = 0; index < whole; index += 4) {
    first += a[index] * b[index];
    second += a[index + 1] * b[index + 1];
    third += a[index + 2] * b[index + 2];
    fourth += a[index + 3] * b[index + 3];
  }
  for (let index = whole; index < a.length; index += 1) first += a[index] * b[index];
  return first + second + third + fourth;
}

/** In −1…1. */
const cosineOfUnits = (a: Float32Array, b: Float32Array): number => Math.min(1, Math.max(-1, productOf(a, b)));

/** Cosine of two unit vectors, negative ones as 0; 0 where one is missing. */
export const vectorCloseness = (a: Float32Array | undefined, b: Float32Array | undefined): number => (a && b ? Math.max(0, cosineOfUnits(a, b)) : 0);

/**
 * Closeness of two people in 0…1 by their vectors: of their introductions where both have one, else of what they write about,
 * and of needs beside offers both ways; undefined where the model knows no word of one of them. Symmetric.
 */
export function comparePersonVectors(a: PersonVectors, b: PersonVectors): number | undefined {
  if (a.text && b.text) return vectorCloseness(a.text, b.text);
  if (!a.about || !b.about) return undefined;
  const about = vectorCloseness(a.about, b.about);
  const met = vectorCloseness(a.needs, b.offers) + vectorCloseness(b.needs, a.offers);
  return 0.5 * about + 0.25 * met;
}

const facetTexts = (person: MatchPerson): [about: string, needs: string, offers: string] => {
  const of = (kind: Kind): string[] => person.statements.filter((statement) => statement.kind === kind).map(({ label }) => label);
  const jackets = person.jackets.map(({ title }) => title);
  const text = (labels: string[]): string => [...labels].sort().join('、');
  return [text([...of('interest'), ...of('skill'), ...of('seeking'), ...jackets]), text(of('seeking')), text([...of('skill'), ...jackets])];
};

/** People with the vectors of what each writes about, asks for and brings. Badge words are embedded, never the introduction. */
export async function embedBadges<P extends MatchPerson>(people: readonly P[], embedder: Embedder): Promise<P[]> {
  const vectors = await embedder.embed(people.flatMap(facetTexts));
  return people.map((person, at) => ({ ...person, vectors: { ...person.vectors, about: vectors[3 * at], needs: vectors[3 * at + 1], offers: vectors[3 * at + 2] } }));
}
