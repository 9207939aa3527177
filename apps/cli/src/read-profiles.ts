import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ConceptGraph, ConceptNode, Kind, MatchPerson, MatchStatement, TeamPerson } from '@tsunagu/matching';
import { InputError } from './problems.js';

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
  const { concepts, links } = await parse(file, conceptsSchema);
  const nodes = new Map(concepts.map(({ id, label, type }): [string, ConceptNode] => [id, { ja: label ?? id, category: type, broader: [], related: [], metBy: [], practises: [] }]));
  for (const [from, to, how] of links) {
    const [one, other] = [nodes.get(from), nodes.get(to)];
    if (!one || !other) throw new InputError(`${file} line 1: a link names ${JSON.stringify(one ? to : from)}, which is no concept`);
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

/** Reads profiles, one JSON object a line. @throws InputError naming the line */
export function parseProfiles(text: string, { concepts }: ConceptGraph): (MatchPerson & TeamPerson)[] {
  const seen = new Set<string>();
  return text.replace(/^\uFEFF/, '').split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const profile = readProfile(line, at + 1);
    if (seen.has(profile.id)) throw new InputError(`line ${at + 1}: two people have the id ${JSON.stringify(profile.id)}`);
    seen.add(profile.id);
    return [toPerson(profile, (concept) => concepts[concept]?.ja ?? concept)];
  });
}

function readProfile(line: string, number: number): Profile {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new InputError(`line ${number}: not JSON (${(error as Error).message})`, { cause: error });
  }
  const parsed = profileSchema.safeParse(value);
  if (!parsed.success) throw new InputError(`line ${number}: ${parsed.error.issues[0].path.join('.') || 'profile'}: ${parsed.error.issues[0].message}`);
  return parsed.data;
}

const toPerson = ({ id, name, sector, languages, attributes, themes, needs, offers, groups }: Profile, label: (concept: string) => string): MatchPerson & TeamPerson => {
  const says = (kind: Kind) => (concept: string): MatchStatement => ({ kind, concept, label: label(concept), score: 1 });
  return {
    id, name, languages, attributes, sector: sector ?? undefined, jackets: [],
    statements: [...needs.map(says('seeking')), ...offers.map(says('skill')), ...themes.map(says('interest'))],
    background: groups.map((concept) => ({ concept, label: label(concept), weight: 1 })),
  };
};

async function parse<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${(error as Error).message}`, { cause: error });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InputError(`${file} line 1: ${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}`);
  return parsed.data;
}
