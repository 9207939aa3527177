import { fieldProblem } from '@tsunagu/contracts';
import { z } from 'zod';
import { nodeOf, type ConceptGraph, type ConceptNode, type Kind, type MatchPerson, type MatchStatement, type TeamPerson } from '@tsunagu/matching';
import { checkShape } from './check-shape.js';
import { parseJsonLine } from './json-lines.js';
import { lineOfPath } from './json-position.js';
import { parseJson } from './parse-json.js';
import { InputError } from './problems.js';
import { readTextFile } from './read-text-file.js';
import { sectorOf } from './sector-of.js';
import { refusal } from './sentences.js';

/** What somebody wants, brings and cares about, as concepts: for whoever has read the introductions already. */
export const profileSchema = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  sector: z.string().nullish(),
  languages: z.array(z.string()).optional(),
  themes: z.array(z.string()).default([]).describe('concepts they care about'),
  needs: z.array(z.string()).default([]).describe('concepts they look for, or problems they have'),
  offers: z.array(z.string()).default([]).describe('concepts they can do or bring'),
  groups: z.array(z.string()).default([]).describe('people it is about: counts a little, as what a text touches on does'),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/**
 * Concepts with their links. `eases`: a problem is met by it · `broader`: the second is the wider one · `practises`: an occupation
 * does it · any other word: the two are related.
 */
export const conceptsSchema = z.object({
  concepts: z.array(z.object({ id: z.string().min(1), label: z.string().optional(), type: z.string().default('') })),
  links: z.array(z.tuple([z.string(), z.string(), z.string()])).default([]),
});

type Profile = z.infer<typeof profileSchema>;

/** Reads CONCEPTS.json. @throws InputError */
export async function readConcepts(file: string): Promise<ConceptGraph> {
  const text = await readTextFile(file);
  const { concepts, links } = checkShape(conceptsSchema, parseJson(text, file), { file }, text);
  const nodes = new Map(concepts.map(({ id, label, type }): [string, ConceptNode] => [id, { ja: label ?? id, category: type, broader: [], related: [], metBy: [], practises: [] }]));
  for (const [at, [from, to, how]] of links.entries()) {
    const [one, other] = [nodes.get(from), nodes.get(to)];
    if (!one || !other) throw new InputError(refusal('concepts.unknown', { concept: one ? to : from }), { file, line: lineOfPath(text, ['links', at]), field: `links.${at}` });
    if (how === 'eases') one.metBy.push(to);
    else if (how === 'broader') one.broader.push(to);
    else if (how === 'practises') one.practises.push(to);
    else {
      one.related.push(to);
      other.related.push(from);
    }
  }
  return { concepts: Object.fromEntries(nodes) };
}

/** Profiles, one JSON object a line. @throws InputError naming the line */
export function parseProfiles(text: string, graph: ConceptGraph, file?: string): (MatchPerson & TeamPerson)[] {
  const seen = new Map<string, number>();
  return text.replace(/^\uFEFF/, '').split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const place = { file, line: at + 1 };
    const profile = checkShape(profileSchema, parseJsonLine(line, place), place);
    const before = seen.get(profile.id);
    if (before !== undefined) throw new InputError(fieldProblem('id', 'match.person_twice', { id: profile.id }), { file, line: [before, at + 1], field: 'id' });
    seen.set(profile.id, at + 1);
    return [toPerson(profile, (concept) => nodeOf(graph, concept)?.ja ?? concept)];
  });
}

const toPerson = ({ id, name, sector, languages, attributes, themes, needs, offers, groups }: Profile, label: (concept: string) => string): MatchPerson & TeamPerson => {
  const says = (kind: Kind) => (concept: string): MatchStatement => ({ kind, concept, label: label(concept), score: 1 });
  return {
    id, name, languages, attributes, sector: sectorOf(sector), jackets: [],
    statements: [...needs.map(says('seeking')), ...offers.map(says('skill')), ...themes.map(says('interest'))],
    background: groups.map((concept) => ({ concept, label: label(concept), weight: 1 })),
  };
};
