import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { graph } from '../../test/people.js';
import { createPhraseLinker, phraseLikeness } from './link-phrases.js';

describe('phrases that the graph does not know', () => {
  it('lead to the concepts whose labels they hold, the last word most', () => {
    const found = createPhraseLinker(graph).conceptsIn('看護師の見守り');
    expect(found.map(({ concept }) => concept)).toEqual(['見守り', '看護師']);
    expect(found[0].closeness).toBeGreaterThan(found[1].closeness);
  });

  it('take the longer label where two overlap', () => {
    expect(createPhraseLinker(graph).conceptsIn('看護師会').map(({ concept }) => concept)).not.toContain('看護');
  });

  it('find a concept of one kanji where it stands as a word, not inside a compound', () => {
    const ships = { concepts: { 船: { ja: '船', category: '', broader: [], related: [], metBy: [], practises: [] } } };
    expect(createPhraseLinker(ships).conceptsIn('船に乗せてくれる人').map(({ concept }) => concept)).toEqual(['船']);
    expect(createPhraseLinker(ships).conceptsIn('風船アート')).toEqual([]);
  });

  it('do not find a Latin label inside a longer Latin word', () => {
    const found = createPhraseLinker(graph).conceptsIn('mango farming');
    expect(found).toEqual([]);
  });

  it('are found again by a later phrase that looks alike', () => {
    const linker = createPhraseLinker(graph);
    linker.likeBefore('ボードゲーム会');
    expect(linker.likeBefore('ボードゲームカフェ').map(({ concept }) => concept)).toEqual(['ボードゲーム会']);
    expect(linker.likeBefore('落語')).toEqual([]);
  });
});

describe('likeness of phrases', () => {
  it('is symmetric, within 0…1, and blind to width, case and ・', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
      const likeness = phraseLikeness(a, b);
      expect(likeness).toBe(phraseLikeness(b, a));
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
    }));
    expect(phraseLikeness('ﾃﾞｰﾀ・分析', 'データ分析')).toBe(1);
  });
});
