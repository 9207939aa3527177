import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startEmbeddings, type EmbeddingsEndpoint } from '../../../test/helpers/embeddings-endpoint.js';
import { run } from './candidates.js';
import { InputError, UsageError } from './problems.js';

interface Line {
  id: string;
  candidates: { id: string; score: number; reasons: { type: string; text: string }[]; terms?: Record<string, number> }[];
}

describe('tsunagu candidates', () => {
  let folder: string;
  let event: string;
  const inFolder = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'candidates-'));
    event = await inFolder('event.json', JSON.stringify({
      event: { title: '学びの会' },
      participants: [
        { id: 'a', intro: 'プログラミングを教えてくれる人を探しています。' },
        { id: 'b', intro: 'プログラミングが得意です。' },
        { id: 'c', intro: '将棋が好きです。' },
        { id: 'd' },
      ],
    }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function linesOf(...args: string[]): Promise<Line[]> {
    const written: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    try {
      await run(args);
    } finally {
      write.mockRestore();
    }
    return written.map((line) => JSON.parse(line) as Line);
  }

  async function notedBy(...args: string[]): Promise<{ lines: Line[]; noted: string }> {
    const written: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    try {
      return { lines: await linesOf(...args), noted: written.join('') };
    } finally {
      write.mockRestore();
    }
  }

  it('feature 21 and 22: one line a person, best first, each candidate with a sentence that says why', async () => {
    const lines = await linesOf(event);
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(lines[0].candidates[0].id).toBe('b');
    expect(lines[0].candidates[0].reasons[0].text).toContain('プログラミング');
    for (const { candidates } of lines) {
      expect(candidates).toHaveLength(3);
      for (const { reasons } of candidates) expect(reasons.length).toBeGreaterThan(0);
    }
  });

  it('shows as many as asked for, in English where asked for', async () => {
    const [{ candidates }] = await linesOf(event, '--top', '1', '--lang', 'en');
    expect(candidates).toHaveLength(1);
    expect(candidates[0].reasons[0].text).toBe('You wrote “プログラミングを教えてくれる人を探しています” (perhaps about building apps): this person may help with building apps (“プログラミングが得意です”).');
  });

  it('prints the terms of the score with --explain', async () => {
    const [{ candidates }] = await linesOf(event, '--explain');
    expect(Object.keys(candidates[0].terms!)).toEqual(expect.arrayContaining(['themes', 'needsMet', 'needsMetBack', 'score']));
  });

  it('feature 31: keeps everybody in somebody\'s first places', async () => {
    const lines = await linesOf(event, '--top', '5');
    expect(new Set(lines.flatMap(({ candidates }) => candidates.map(({ id }) => id))).size).toBe(4);
  });

  it('blends in word vectors from a file with --vectors', async () => {
    const vectors = await inFolder('words.vec', '3 3\nプログラミング 1 0 0.2\n将棋 0 1 0.1\n人 0.3 0.3 0.3\n');
    const [{ candidates }] = await linesOf(event, '--vectors', vectors, '--explain');
    expect(candidates[0].terms!.vectors).toBeGreaterThan(0);
  });

  it('tells where a file knows no word of anybody, and is silent where it knows one', async () => {
    const [foreign, known] = [await inFolder('foreign.vec', '2 2\nblåbær 1 0\nfisk 0 1\n'), await inFolder('known.vec', '1 2\n将棋 1 0\n')];
    const { lines, noted } = await notedBy(event, '--vectors', foreign);
    expect(lines).toEqual(await linesOf(event));
    expect(noted).toMatch(/^tsunagu: \[vectors\.none_known\] .*foreign\.vec, --vectors: .*言葉のうち、ファイルにあるものは0個.* \/ .*of [1-9]\d* words .* knows 0.*\n$/);
    expect((await notedBy(event, '--vectors', known)).noted).toBe('');
  });

  it('refuses broken word vectors and missing files as bad input', async () => {
    const broken = await inFolder('broken.vec', '2 2\n人 0.3 x\n');
    await expect(linesOf(event, '--vectors', broken)).rejects.toThrow(InputError);
    await expect(linesOf(event, '--vectors', broken)).rejects.toThrow(/^\[vectors\.invalid\] .*broken\.vec: 単語ベクトルとして読めません（2行目：言葉と2個の数を書いてください）.* \/ .*\(line 2: expected a word and 2 numbers\)/);
    const cut = await inFolder('cut.vec', '100 2\n人 0.3 0.1\n');
    await expect(linesOf(event, '--vectors', cut)).rejects.toThrow(/^\[vectors\.invalid\] .*100語とありますが.* \/ .*after 1 of the 100 words/);
    await expect(linesOf(join(folder, 'none.json'))).rejects.toThrow('none.json');
    const long = await inFolder('long.json', JSON.stringify({ participants: [{ id: 'a', intro: 'あ'.repeat(1_001) }] }));
    await expect(linesOf(long)).rejects.toThrow(/^\[intro\.too_long\] .*long\.json, participants\.a\.intro: /);
  });

  describe('with an endpoint for vectors', () => {
    let endpoint: EmbeddingsEndpoint;
    let url: string;
    let allowed: string;
    beforeAll(async () => {
      endpoint = await startEmbeddings(['プログラミング', '将棋']);
      ({ url } = endpoint);
      allowed = await inFolder('allowed.json', JSON.stringify({
        event: { title: '学びの会', texts_may_leave: true },
        participants: [{ id: 'a', intro: 'プログラミングを教えてくれる人を探しています。' }, { id: 'b', intro: 'プログラミングが得意です。秘密の話もします。' }, { id: 'c', intro: '将棋が好きです。' }],
      }));
    });
    afterAll(() => endpoint.close());

    it('blends in vectors of introductions and tells what was sent where', async () => {
      const { lines, noted } = await notedBy(allowed, '--embeddings', url, '--model', 'small', '--explain');
      const [toB, toC] = ['b', 'c'].map((id) => lines[0].candidates.find((one) => one.id === id)!.terms!.vectors);
      expect(toB).toBeGreaterThan(toC);
      expect(noted).toMatch(/^tsunagu: \[introductions\.sent\] --embeddings: 3人の自己紹介を .* \/ 3 introductions were sent to http:\/\/127\.0\.0\.1:\d+ for vectors of small\.\n$/);
      const bodies = await endpoint.asked();
      expect(bodies.every(({ model }) => model === 'small')).toBe(true);
      expect(bodies.flatMap(({ input }) => input)).toContain('将棋が好きです。');
    });

    it.each([
      ['answers with nothing but zeros', 'zeros', /^tsunagu: \[introductions\.sent\] --embeddings: 3人の自己紹介を [^\n]+ 3 introductions were sent [^\n]+\n$/],
      ['fails once it has the introductions', 'failing', /^tsunagu: \[vectors\.unavailable\] [^\n]+answers 500[^\n]+\ntsunagu: \[introductions\.sent\] --embeddings: 3人の自己紹介を [^\n]+\n$/],
      ['answers introductions by another model', 'longer', /^tsunagu: \[vectors\.unavailable\] [^\n]+different lengths \(2 and 4\)[^\n]+\ntsunagu: \[introductions\.sent\] --embeddings: 3人の自己紹介を [^\n]+\n$/],
    ])('tells what was sent where it %s', async (_, model, told) => {
      const { lines, noted } = await notedBy(allowed, '--embeddings', url, '--model', model);
      expect((await endpoint.asked()).filter((body) => body.model === model).flatMap(({ input }) => input)).toContain('将棋が好きです。');
      expect(noted).toMatch(told);
      expect(lines).toEqual(await linesOf(allowed));
    });

    it('is asked for no event whose consent text does not say so', async () => {
      const before = await endpoint.asked();
      await expect(linesOf(event, '--embeddings', url, '--model', 'small')).rejects.toThrow('texts_may_leave');
      expect(await endpoint.asked()).toEqual(before);
    });

    it.each([
      ['nobody is there', () => 'http://127.0.0.1:9/v1/embeddings', 'small', 'cannot be reached'], ['the path is another', () => url.replace('v1', 'v2'), 'small', 'answers 404'],
      ['its vectors are none', () => url, 'broken', /answers 1 vectors for \d+ texts|no vector/],
    ])('where %s, one sentence says so and the candidates are found without it', async (_, where, model, sentence) => {
      const { lines, noted } = await notedBy(allowed, '--embeddings', where(), '--model', model);
      expect(noted).toMatch(/^tsunagu: \[vectors\.unavailable\] --embeddings: ベクトルなしで[^\n]+ \/ Candidates are found without vectors[^\n]+\n$/);
      expect(noted).toMatch(sentence);
      expect(noted.split(' / ')[0]).not.toMatch(/the endpoint/);
      expect(lines).toEqual(await linesOf(allowed));
    });
  });

  it.each([[['--top', '0']], [['--top', 'x']], [['--lang', 'fr']], [['--share', '2']], [['--embeddings', 'http://localhost:1']], [['--embeddings', 'localhost', '--model', 'm']], [['--colour']], [['a.json', 'b.json']]])('refuses %j as wrong usage', async (args) => {
    await expect(linesOf(...args)).rejects.toThrow(UsageError);
  });
});
