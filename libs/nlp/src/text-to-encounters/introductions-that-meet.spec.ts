import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readBlocks, withoutStars } from '../../../../scripts/learn-encounters/read-blocks.mjs';
import { readEncounterFiles } from '../lexicon-to-concepts/lexicon-files.js';
import { parseEncounterModel, type EncounterModel } from './encounter-model.js';
import { scenesOf } from './read-encounter.js';

const FOLDER = 'libs/nlp/lexicon/encounters/introductions';

let model: EncounterModel;
beforeAll(async () => { model = parseEncounterModel(await readEncounterFiles()); });

describe('introductions that meet', () => {
  it.each(readdirSync(FOLDER))('%s: in each block two who lack and three who give, and a star only where a sentence begins that can be quoted', (name) => {
    const file = readFileSync(`${FOLDER}/${name}`, 'utf8');
    const blocks = readBlocks(file);
    expect(blocks).toHaveLength(file.match(/^# /gmu)!.length);
    for (const { lacks, gives } of blocks) {
      expect([lacks.length, gives.length]).toEqual([2, 3]);
      for (const { text: starred } of [...lacks, ...gives]) {
        const { text, starts } = withoutStars(starred);
        expect(scenesOf(text, model).map(({ span }) => span[0])).toEqual(expect.arrayContaining(starts));
      }
    }
  });

  it('tell where the starred sentences begin once the stars are gone', () => {
    expect(withoutStars('*一つ。二つ。*三つ。')).toEqual({ text: '一つ。二つ。三つ。', starts: [0, 6] });
    expect(readBlocks('# 注\n\n# 音\n- 学生 | 静かな所がない\n+ 寺 | 本堂が空く\n')).toEqual([{ lacks: [{ role: '学生', text: '静かな所がない' }], gives: [{ role: '寺', text: '本堂が空く' }] }]);
  });
});
