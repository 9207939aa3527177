import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Extractor } from '../extract-profile.js';
import { loadExtractor } from '../load-extractor.js';

let extractor: Extractor;
beforeAll(async () => { extractor = await loadExtractor(); });

const skills = async (text: string): Promise<string[]> => (await extractor.extract(text)).tags.filter(({ kind, score }) => kind === 'skill' && score > 0.7).map(({ label }) => label);

describe('the trade by which somebody introduces themselves', () => {
  it.each([
    ['はじめまして、大工の金井です。よろしくお願いします。', '大工'], ['私は保健師の佐藤です。登山が好きです。', '保健師'], ['教員の宮脇と申します。', '教員'], ['歯科医の森といいます。', '歯科医'],
    ['フリーランスのデザイナーの林です。', 'デザイナー'], ['畳職人の端くれです。', '畳職人'], ['農家の高橋', '農家'],
  ])('%s', async (text, trade) => expect(await skills(text)).toContain(trade));

  it.each(['同僚は税理士の倉持です。', '隣が税理士の倉持です。', '看護師の妻です。', '大工の募集です。'])('%s: nobody’s here', async (text) => expect(await skills(text)).toEqual([]));
});
