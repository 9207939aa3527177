import { describe, expect, it } from '@jest/globals';
import { createEndpointEmbedder, EmbeddingsError, postTo } from './endpoint-embedder.js';
import { createIntroductionEmbedder } from './introduction-embedder.js';
import { vectorCloseness } from './text-vectors.js';

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
    await expect(asking).rejects.toMatchObject({ ja: expect.stringContaining('送り先') });
  });
});

describe('asking an endpoint over HTTP', () => {
  const answeringWith = (answer: Response | Error) => {
    const asked: RequestInit[] = [];
    const send = (_: string, request: RequestInit) => { asked.push(request); return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer); };
    return { asked, asking: postTo(send, 'http://localhost/v1/embeddings', 'geheim')({ model: 'm', input: ['一'] }) };
  };

  it('sends the key, follows no redirect, and gives the answer', async () => {
    const { asked, asking } = answeringWith(Response.json({ data: [] }));
    expect(await asking).toEqual({ data: [] });
    expect(asked).toMatchObject([{ method: 'POST', redirect: 'error', headers: { authorization: 'Bearer geheim' }, body: '{"model":"m","input":["一"]}' }]);
  });

  it.each([
    ['a text that it will not take', new Response('', { status: 413 }), 'answers 413', true], ['a wrong key', new Response('', { status: 401 }), 'answers 401', false],
    ['no JSON', new Response('<html>'), 'answers no JSON', false], ['nobody', new TypeError('fetch failed'), 'cannot be reached', false],
  ])('tells %s in one sentence', async (_, answer, sentence, refusesTexts) => {
    const error = await answeringWith(answer).asking.catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(EmbeddingsError);
    expect(error).toMatchObject({ message: expect.stringContaining(sentence), refusesTexts });
  });
});

describe('vectors of introductions', () => {
  /** A model that finds all texts alike, as models for sentences do: one large part in common, one small one of its own. */
  const model = () => {
    let calls = 0;
    return {
      calls: () => calls,
      embedder: createIntroductionEmbedder({
        embed: (texts) => {
          calls += 1;
          if (calls === 1) return Promise.reject(new EmbeddingsError('still loading', 'まだ読み込んでいます'));
          return Promise.resolve(texts.map((text) => (text ? Float32Array.of(0.99, text.includes('海') ? 0.1 : -0.05, text.includes('山') ? 0.1 : -0.05) : undefined)));
        },
      }),
    };
  };

  it('are without what all introductions have in common, which is asked for once; a model that was down is asked again', async () => {
    const { calls, embedder } = model();
    await expect(embedder.embed(['海'])).rejects.toThrow('still loading');
    const [sea, alsoSea, mountain, none] = await embedder.embed(['海が好き', '海へ行く', '山が好き', '']);
    expect(vectorCloseness(sea, alsoSea)).toBeCloseTo(1, 5);
    expect(vectorCloseness(sea, mountain)).toBeLessThan(0.1);
    expect(none).toBeUndefined();
    await embedder.embed(['山']);
    expect(calls()).toBe(4);
  });

  it('of another length than the common part are refused, not compared', async () => {
    const asking = createIntroductionEmbedder({ embed: (texts) => Promise.resolve(texts.map(() => (texts.length > 1 ? Float32Array.of(1, 0) : Float32Array.of(1, 0, 0)))) }).embed(['海']);
    await expect(asking).rejects.toThrow(EmbeddingsError);
    await expect(asking).rejects.toThrow('different lengths (2 and 3)');
  });
});
