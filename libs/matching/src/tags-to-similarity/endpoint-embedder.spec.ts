import { describe, expect, it } from '@jest/globals';
import { createEndpointEmbedder, EmbeddingsError } from './endpoint-embedder.js';

const answering = (answer: (input: string[]) => unknown) => {
  const asked: string[][] = [];
  return { asked, embedder: createEndpointEmbedder({ model: 'm', post: ({ input }) => { asked.push(input); return Promise.resolve(answer(input)); } }) };
};
const lengths = (input: string[]) => ({ data: input.map((text, index) => ({ index, embedding: [text.length, 0] })) });

describe('vectors from an endpoint', () => {
  it('come at unit length, in the order of the texts; a text without a word is not sent, one that comes twice is sent once', async () => {
    const { asked, embedder } = answering((input) => ({ data: lengths(input).data.reverse() }));
    const vectors = await embedder.embed(['あ', ' ', 'あいう', 'あ']);
    expect(asked).toEqual([['あ', 'あいう']]);
    expect(vectors.map((vector) => vector && [...vector])).toEqual([[1, 0], undefined, [1, 0], [1, 0]]);
  });

  it('are asked for in batches', async () => {
    const { asked, embedder } = answering(lengths);
    await embedder.embed(Array.from({ length: 130 }, (_, at) => `語${at}`));
    expect(asked.map((input) => input.length)).toEqual([64, 64, 2]);
  });

  it.each([
    ['no list', {}, 'without "data"'], ['null', null, 'without "data"'], ['too few', { data: [] }, '0 vectors for 2 texts'],
    ['one number twice', { data: [{ index: 0, embedding: [1] }, { index: 0, embedding: [1] }] }, 'numbers a vector 0'],
    ['words', { data: [{ index: 0, embedding: ['x'] }, { index: 1, embedding: [1] }] }, 'no vector of numbers'],
    ['different lengths', { data: [{ index: 0, embedding: [1] }, { index: 1, embedding: [1, 2] }] }, 'different lengths'],
  ])('that are %s are refused in one sentence', async (_, answer, sentence) => {
    const asking = answering(() => answer).embedder.embed(['一', '二']);
    await expect(asking).rejects.toThrow(EmbeddingsError);
    await expect(asking).rejects.toThrow(sentence);
  });
});
