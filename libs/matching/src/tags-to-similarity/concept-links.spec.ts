import { describe, expect, it } from '@jest/globals';
import type { ConceptNode } from '../people.js';
import fc from 'fast-check';
import { graph } from '../../test/people.js';
import { readConceptLinks } from './concept-links.js';

const links = readConceptLinks(graph);
const near = (a: string, b: string): number => links.near(a).find(({ concept }) => concept === b)?.closeness ?? 0;
const meets = (need: string, offer: string): number => links.meeting(need).find(({ concept }) => concept === offer)?.closeness ?? 0;
const anyConcept = fc.constantFrom(...Object.keys(graph.concepts));

describe('closeness of concepts', () => {
  it('is 1 for the same, less for one link, less again for siblings, and 0 for strangers', () => {
    expect(near('Python', 'Python')).toBe(1);
    expect(near('Python', 'プログラミング')).toBeLessThan(1);
    expect(near('Python', 'Go')).toBeLessThan(near('Python', 'プログラミング'));
    expect(near('Python', 'Go')).toBeGreaterThan(0);
    expect(near('Python', '釣り')).toBe(0);
  });

  it('is symmetric', () => {
    fc.assert(fc.property(anyConcept, anyConcept, (a, b) => {
      expect(near(a, b)).toBeCloseTo(near(b, a), 12);
    }));
  });

  it('fades on the way through a concept with many links', () => {
    const children = Array.from({ length: 60 }, (_, at) => `子${at}`);
    const crowded = { concepts: Object.fromEntries(['親', ...children].map((ja) =>
      [ja, { ja, category: '', broader: ja === '親' ? [] : ['親'], related: [], metBy: [], practises: [] }])) };
    const found = readConceptLinks(crowded).near('子0');
    expect(found.find(({ concept }) => concept === '親')?.closeness).toBeGreaterThan(0.3);
    expect(found.some(({ concept }) => concept === '子1')).toBe(false);
  });
});

describe('offers that meet a need', () => {
  it('follow met-by links, with no shared word', () => {
    expect(meets('孤立', '見守り')).toBeGreaterThan(0.5);
  });

  it('go on to what is near the answer, more weakly', () => {
    expect(meets('孤立', '安否確認')).toBeGreaterThan(0);
    expect(meets('孤立', '安否確認')).toBeLessThan(meets('孤立', '見守り'));
  });

  it('take a special skill for a general need rather than the other way round', () => {
    expect(meets('プログラミング', 'Python')).toBeGreaterThan(meets('Python', 'プログラミング'));
  });

  it('find the occupation that does what is needed, and what an occupation sought does', () => {
    expect(meets('看護', '看護師')).toBeGreaterThan(0.5);
    expect(meets('看護師', '看護')).toBeGreaterThan(0.4);
  });

  it('leave everyday concepts after one step, and do not mix them with the lexicon\'s own', () => {
    const everyday = (ja: string, more: Partial<ConceptNode> = {}): ConceptNode => ({ ja, category: 'くらし', broader: [], related: [], practises: [], metBy: [], everyday: 'thing', ...more });
    const links = readConceptLinks({ concepts: { a: everyday('a', { metWell: ['b'], metBy: ['c'] }), b: everyday('b', { metBy: ['d'] }), c: everyday('c'), d: everyday('d') } });
    expect(links.near('a')).toEqual([{ concept: 'a', closeness: 1 }]);
    const [self, well, part, ...further] = links.meeting('a');
    expect([self.concept, well.concept, part.concept]).toEqual(['a', 'b', 'c']);
    expect(self.closeness).toBeGreaterThan(well.closeness);
    expect(well.closeness).toBeGreaterThan(part.closeness);
    expect(further).toEqual([]);
  });
});
