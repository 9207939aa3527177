import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { inShape } from './label-shape.js';

const { lexicon } = buildLexicon([{ name: 'concepts/t.txt', text: '[職業 / 手仕事] kind=skill\nライター = writer\n司書\nお花屋さん\nFigma\n' }]);
const shaped = (label: string) => inShape({ label, concept: label, named: false }, lexicon);

describe('the shape of a label', () => {
  it.each([
    ['指導員等', '指導員'], ['園芸など', '園芸'], ['税理士先生', '税理士'], ['デザイナーさんたち', 'デザイナー'], ['金魚3匹の世話', '金魚の世話'], ['盆栽12鉢の手入れ', '盆栽の手入れ'],
    ['建築系の短大', '建築'], ['福祉関係の仕事', '福祉'], ['ライターMIO', 'ライター'], ['陶芸作家のsana', '陶芸作家'],
  ])('%s → %s', (label, short) => expect(shaped(label).label).toBe(short));

  it.each(['男女平等', '高等', '初等', '学校の先生', 'お母さん', 'お花屋さん', '大家さん', 'お医者さん', '週2本の執筆', '築40年の家', '3匹の猫', '理系の大学', 'デザイナーFigma', '書家', '生徒会長', 'Webデザイナー', '2級建築士'])('%s stays', (label) =>
    expect(shaped(label).label).toBe(label));

  it('has the name of what is left', () => expect(shaped('司書さん')).toEqual({ label: '司書さん', concept: '司書さん', named: false }));
  it('has the concept of what is left', () => expect(shaped('ライターMIO')).toEqual({ label: 'ライター', concept: 'ライター', named: true }));
});
