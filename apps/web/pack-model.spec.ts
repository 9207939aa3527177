import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { packModel, type Model } from './pack-model.js';

const source = readFileSync('node_modules/budoux/module/data/models/ja.js', 'utf8');
const evaluate = async (module: string): Promise<Model> => ((await import(`data:text/javascript,${encodeURIComponent(module)}`)) as { model: Model }).model;

describe('the packed model of phrases', () => {
  it('is the model, and a good deal lighter', async () => {
    const model = await evaluate(source.replace(/\/\/# source.*/, ''));
    const packed = packModel(model);
    expect(await evaluate(packed)).toEqual(model);
    expect(gzipSync(packed).length).toBeLessThan(0.82 * gzipSync(JSON.stringify(model)).length);
  });
});
