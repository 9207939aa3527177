import { describe, expect, it } from '@jest/globals';
import { graph, person, says } from '../../test/people.js';
import { buildEventIndex } from './event-index.js';
import { createWordVectorReader } from './read-word-vectors.js';
import { pairScore } from './score-pair.js';
import { comparePersonVectors, embedBadges, vectorCloseness } from './text-vectors.js';
import { createWordVectorEmbedder } from './word-vector-embedder.js';

const file = ['の 1 1 1 0', '気球 0 0 1 1', '熱気球 0 0 0.9 1', '落語 1 0 0 0', '教室 0 1 0 0', 'jazz 0 0 0 -1'];
const reader = createWordVectorReader();
reader.push(new TextEncoder().encode(`${file.length} 4\n${file.join('\n')}\n`));
const embedder = createWordVectorEmbedder(reader.end());
const closeness = async (a: string, b: string): Promise<number> => {
  const [left, right] = await embedder.embed([a, b]);
  return vectorCloseness(left, right);
};

describe('word vectors as an embedder', () => {
  it('brings near words near and keeps strangers apart', async () => {
    expect(await closeness('気球', '熱気球')).toBeGreaterThan(0.95);
    expect(await closeness('気球', '落語')).toBe(0);
  });

  it('lets frequent words count less than rare ones', async () => {
    expect(await closeness('の落語', '落語')).toBeGreaterThan(await closeness('の落語', 'の'));
  });

  it('reads a phrase that the file does not hold through its longest known parts', async () => {
    expect(await closeness('熱気球教室', '教室')).toBeGreaterThan(0.3);
    expect(await closeness('ＪＡＺＺ', 'jazz')).toBeCloseTo(1, 6);
  });

  it('gives nothing for a text without a known word', async () => {
    expect(await embedder.embed(['###', ''])).toEqual([undefined, undefined]);
  });

  it('lets people meet whom the graph keeps apart', async () => {
    const people = [person('a', [says('seeking', '熱気球')]), person('b', [says('skill', '気球')]), person('c', [says('skill', '落語')])];
    const index = buildEventIndex(graph, await embedBadges(people, embedder));
    expect(pairScore(index, 'a', 'b')).toBeGreaterThan(pairScore(index, 'a', 'c'));
  });

  it('compares people alike from both sides', async () => {
    const people = [person('a', [says('seeking', '熱気球'), says('skill', '落語')]), person('b', [says('skill', '気球')])];
    const [a, b] = (await embedBadges(people, embedder)).map(({ vectors }) => vectors!);
    expect(comparePersonVectors(a, b)).toBe(comparePersonVectors(b, a));
    expect(comparePersonVectors(a, b)).toBeGreaterThan(0);
  });
});
