import type { ConceptGraph, ConceptNode } from '../people.js';
import { readConceptLinks } from '../tags-to-similarity/concept-links.js';

/** Two concepts that one link of the graph joins, whatever its kind. */
export const ONE_LINK = 0.3;

/** What an everyday concept is named after: くらし:厨房 is what everyday words mean by 厨房. */
export const plainName = (concept: string, everyday: ConceptNode['everyday']): string => (everyday ? concept.slice(concept.indexOf(':') + 1) : concept);

const plain = (concept: string, { concepts }: ConceptGraph): string => plainName(concept, concepts[concept]?.everyday);

/** Whether a reader takes two concepts for one: they are, are named after the same, or bear one name. */
export function isSameThing(a: string, b: string, graph: ConceptGraph): boolean {
  const [one, other] = [graph.concepts[a], graph.concepts[b]];
  return plain(a, graph) === plain(b, graph) || (one !== undefined && other !== undefined && (one.ja === other.ja || (one.en !== undefined && one.en === other.en)));
}

/** The same thing, or joined to it by one link: a logo to whoever makes posters is no thing that is missing. */
export const isCloseThing = (a: string, b: string, graph: ConceptGraph): boolean =>
  isSameThing(a, b, graph) || [a, plain(a, graph)].some((concept) => readConceptLinks(graph).near(concept).some((near) => near.closeness >= ONE_LINK && near.concept === plain(b, graph)));

/** Whether what somebody offers meets a need in any way that the graph knows: what a pair is told as help is not missing in a team. */
export const meets = (need: string, offer: string, graph: ConceptGraph): boolean => readConceptLinks(graph).meeting(need).some(({ concept }) => concept === offer);

const LATIN = /\p{Script=Latin}/u;
/** In small letters, with every word of Latin letters between spaces. */
const spaced = (text: string): string => text.toLowerCase().replace(/[\p{Script=Latin}\p{N}]+/gu, ' $& ').replace(/\s+/gu, ' ');

/** Whether a text has one of the words that a concept goes by: its badge, its own name in either language, and what it is named after. */
export function isNamedIn(text: string, { concept, label }: { concept: string; label: string }, graph: ConceptGraph): boolean {
  const node = graph.concepts[concept];
  const words = [label, node?.ja, plain(concept, graph), node?.en?.replace(/^an? /u, '')].filter((word) => word !== undefined && word.length > 1);
  return words.some((word) => spaced(text).includes(LATIN.test(word!) ? spaced(word!) : word!));
}
