import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Extractor } from '../extract-profile.js';
import { loadExtractor } from '../load-extractor.js';

let extractor: Extractor;
beforeAll(async () => { extractor = await loadExtractor(); });

describe('whom somebody looks for', () => {
  it.each([
    ['絵本コンペに応募したくて文章を書いてくれる方さがしてます', '文章を書いてくれる方'],
    ['団員がどんどん減ってるんで荷物を運んでくれる人募集', '荷物を運んでくれる人'],
    ['お酒を飲んで話せる人を探しています。', 'お酒を飲んで話せる人'],
  ])('%s: without the cause, with the manner', async (text, label) => {
    const { tags } = await extractor.extract(text);
    expect(tags.filter(({ kind }) => kind === 'seeking').map((tag) => tag.label)).toContain(label);
  });

  it('is about what they can do, whose concept the clause has', async () => {
    const concepts = async (text: string): Promise<string[]> => (await extractor.extract(text)).tags.map(({ concept }) => concept);
    expect(await concepts('写真が撮れる人を探しています。')).toEqual(await concepts('写真を撮るのが得意です。'));
    expect(await concepts('ピアノが弾ける人を募集しています。')).toEqual(['ピアノ']);
  });

  it('is nobody where it is not said what for', async () => {
    expect((await extractor.extract('2階が空いているので、使ってくれる人を探しています。')).tags.map(({ label }) => label)).not.toContain('使ってくれる人');
  });
});

describe('a sentence that dots end', () => {
  it('is no heading of the next', async () => {
    expect((await extractor.extract('左官を勘でやっていて、私には無理…。花屋をしています。')).tags.map(({ label }) => label)).toEqual(['花屋']);
  });
});
