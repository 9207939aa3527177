import type { ConceptGraph, ConceptNode, MatchStatement } from '../people.js';
import { readConceptLinks, type Neighbour } from '../tags-to-similarity/concept-links.js';
import { createPhraseLinker, phraseLikeness, LEAST_LIKENESS } from '../tags-to-similarity/link-phrases.js';
import { nodeOf } from '../tags-to-similarity/node-of.js';
import { oncePerGraph } from '../tags-to-similarity/once-per-graph.js';

/** Two concepts that one link of the graph joins, whatever its kind. */
export const ONE_LINK = 0.3;

/** What an everyday concept is named after: くらし:厨房 is what everyday words mean by 厨房. */
export const plainName = (concept: string, everyday: ConceptNode['everyday']): string => (everyday ? concept.slice(concept.indexOf(':') + 1) : concept);

const plain = (concept: string, graph: ConceptGraph): string => plainName(concept, nodeOf(graph, concept)?.everyday);

/** Whether one of these is what everyday words mean: it may be misheard, so its writer's sentence tells it and nothing is claimed. */
export const isEveryday = (concepts: readonly string[], graph: ConceptGraph): boolean => concepts.some((concept) => nodeOf(graph, concept)?.everyday);

/** Whether a reader takes two concepts for one: they are, are named after the same, or bear one name. */
export function isSameThing(a: string, b: string, graph: ConceptGraph): boolean {
  if (a === b || plain(a, graph) === plain(b, graph)) return true;
  const [one, other] = [nodeOf(graph, a), nodeOf(graph, b)];
  return one !== undefined && other !== undefined && (one.ja === other.ja || (one.en !== undefined && one.en === other.en));
}

/** Of each concept of the graph what one link joins to it, and what meets a need for it, once asked for. */
const neighbours = oncePerGraph((graph: ConceptGraph) => {
  const links = readConceptLinks(graph);
  const remembering = (read: (concept: string) => readonly Neighbour[], least: number) => {
    const known = new Map<string, ReadonlySet<string>>();
    return (concept: string): ReadonlySet<string> | undefined => {
      if (!links.has(concept)) return undefined;
      let found = known.get(concept);
      if (!found) known.set(concept, found = new Set(read(concept).filter(({ closeness }) => closeness >= least).map((one) => one.concept)));
      return found;
    };
  };
  return { near: remembering(links.near, ONE_LINK), meeting: remembering(links.meeting, 0) };
});

/** The same thing, or joined to it by one link: a logo to whoever makes posters is no thing that is missing. */
export function isCloseThing(a: string, b: string, graph: ConceptGraph): boolean {
  const { near } = neighbours(graph);
  const other = plain(b, graph);
  return isSameThing(a, b, graph) || near(a)?.has(other) === true || near(plain(a, graph))?.has(other) === true;
}

const phrases = oncePerGraph(createPhraseLinker);

/**
 * Tells of what somebody offers whether it meets a need in any way that the pair reasons know: what a pair is told as help is not missing
 * in a team. A phrase that the graph does not know is met by what meets the concepts in it, and by a phrase like it.
 */
export function whatMeets(need: string, graph: ConceptGraph): (offer: string) => boolean {
  const { meeting } = neighbours(graph);
  const known = meeting(need);
  if (known) return (offer) => known.has(offer);
  const parts = phrases(graph).conceptsIn(need).map(({ concept }) => concept);
  const alike = (offer: string): boolean => !nodeOf(graph, offer) && phraseLikeness(need, offer) >= LEAST_LIKENESS;
  return (offer) => parts.some((part) => part === offer || meeting(part)?.has(offer)) || alike(offer);
}

/** Everyday words for somebody who is sought for a certain thing: whoever teaches knitting does not teach phones. */
const FOR_A_THING: ReadonlySet<string> = new Set(['講師', '一緒にやる仲間']);

/** One statement of a person, among all of theirs. */
export interface Saying { one: MatchStatement; among: readonly MatchStatement[] }

/**
 * Whether an everyday need and offer, one of which is for a certain thing, are for the same: told by the tags in their sentences.
 * @returns `sure` also where neither is for a certain thing, `unsure` where one does not name it, or by a phrase of which the graph knows no neighbours
 */
export function fitOfThings(need: Saying, offer: Saying, graph: ConceptGraph): 'sure' | 'unsure' | 'apart' {
  const isForThing = ({ one: { concept } }: Saying): boolean => isEveryday([concept], graph) && FOR_A_THING.has(plain(concept, graph));
  if (!isForThing(need) && !isForThing(offer)) return 'sure';
  const [sought, given] = [thingsIn(need, graph), thingsIn(offer, graph)];
  if (sought.length === 0 || given.length === 0) return 'unsure';
  if (sought.some((a) => given.some((b) => isCloseThing(a, b, graph) || whatMeets(a, graph)(b) || whatMeets(b, graph)(a)))) return 'sure';
  return [...sought, ...given].every((thing) => nodeOf(graph, thing)) ? 'apart' : 'unsure';
}

/** What a statement names by itself, or else the tags that were read from its words. */
function thingsIn({ one, among }: Saying, graph: ConceptGraph): string[] {
  if (!isEveryday([one.concept], graph)) return [one.concept];
  const own = FOR_A_THING.has(plain(one.concept, graph)) ? [] : [plain(one.concept, graph)];
  return [...own, ...among.filter((other) => !isEveryday([other.concept], graph) && isWithin(other, one)).map(({ concept }) => concept)];
}

/** Whether one thing was said in the words in which another was. */
export const isWithin = ({ at: inner }: MatchStatement, { at: outer }: MatchStatement): boolean => inner !== undefined && outer !== undefined && outer[0] <= inner[0] && inner[1] <= outer[1];

const COMPANION = /(?:の|を?する|をやる|と)?(?:相手|仲間|相棒|友達|友だち|ともだち|友人|パートナー|メンバー)$|\s(?:partner|buddy|companion|friend|mate)s?$/iu;

/** In what a companion is sought, where a need is for one: 囲碁 of 囲碁の相手. Whoever likes it is one as much as whoever can do it. */
export function companyIn(need: string, graph: ConceptGraph): ReadonlySet<string> {
  const name = nodeOf(graph, need)?.ja ?? need;
  if (nodeOf(graph, need)?.everyday || !COMPANION.test(name)) return new Set();
  const shared = name.replace(COMPANION, '');
  return new Set([shared, ...phrases(graph).conceptsIn(shared).map(({ concept }) => concept)]);
}

const LATIN = /\p{Script=Latin}/u;
/** In small letters, with every word of Latin letters between spaces. */
const spaced = (text: string): string => text.toLowerCase().replace(/[\p{Script=Latin}\p{N}]+/gu, ' $& ').replace(/\s+/gu, ' ');

/** Tells of a text whether it has one of the words that a concept goes by: its badge, its own name in either language, and what it is named after. */
export function namesOf({ concept, label }: { concept: string; label: string }, graph: ConceptGraph): (text: string) => boolean {
  const node = nodeOf(graph, concept);
  const words = [label, node?.ja, plain(concept, graph), node?.en?.replace(/^an? /u, '')].filter((word) => word !== undefined && word.length > 1) as string[];
  const japanese = words.filter((word) => !LATIN.test(word));
  const latin = words.filter((word) => LATIN.test(word)).map(spaced);
  return (text) => japanese.some((word) => text.includes(word)) || (LATIN.test(text) && latin.some((word) => spaced(text).includes(word)));
}
