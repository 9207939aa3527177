import { describe, expect, it } from '@jest/globals';
import { person, says } from '../../test/people.js';
import type { ConceptNode, MatchStatement } from '../people.js';
import { readFacets, type FacetEntry, type Facets } from './read-facets.js';
import { defaultWeights } from './weights.js';

const node = (everyday: ConceptNode['everyday']): ConceptNode => ({ ja: '', category: '', broader: [], related: [], metBy: [], practises: [], everyday });
const nodes: Record<string, ConceptNode> = { 車: node('thing'), 人手: node('wide'), 料理: node(undefined) };
const read = (statements: MatchStatement[], background?: Parameters<typeof person>[2]): Facets => readFacets(person('a', statements, background), new Map(), defaultWeights, (concept) => nodes[concept]);
const weightOf = (entries: FacetEntry[], concept: string): number => entries.find((one) => one.concept === concept)?.weight ?? 0;
const offered = (concept: string, score: number): number => weightOf(read([says('skill', concept, { score })]).offers, concept);

describe('needs and offers of everyday words', () => {
  it('weigh the same however likely they are, others by how sure they were read', () => {
    expect(offered('車', 0.2)).toBe(offered('車', 0.9));
    expect(offered('料理', 0.2)).toBeLessThan(offered('料理', 0.9));
  });

  it('weigh less as an offer of what nearly everybody has a little of, and not as a need of it', () => {
    expect(offered('人手', 0.9)).toBeLessThan(offered('車', 0.9));
    const needed = (concept: string): number => weightOf(read([says('seeking', concept)]).needs, concept);
    expect(needed('人手')).toBe(needed('車'));
  });

  it('count as said: less is then guessed from a role', () => {
    const guessed = (statements: MatchStatement[]): number => weightOf(read(statements, { background: [{ concept: '料理', label: '料理', weight: 0.7, implied: { says: 'offer', by: '食堂' } }] }).offers, '料理');
    expect(guessed([says('skill', '車', { score: 0.2 })])).toBeLessThan(guessed([]));
  });
});
