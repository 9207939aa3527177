import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { packModel, type Model } from './pack-model.js';

const source = readFileSync('node_modules/budoux/module/data/models/ja.js', 'utf8');
const evaluate = (module: string): Model => new Function(`${module.replace('export const model', 'const model').replace(/\/\/# source.*/, '')}; return model;`)() as Model;

describe('the packed model of phrases', () => {
  it('is the model, and a good deal lighter', () => {
    const model = evaluate(source);
    const packed = packModel(model);
    expect(evaluate(packed)).toEqual(model);
    expect(gzipSync(packed).length).toBeLessThan(0.82 * gzipSync(JSON.stringify(model)).length);
  });
});
