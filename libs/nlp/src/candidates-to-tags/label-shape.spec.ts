import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { inShape } from './label-shape.js';

const { lexicon } = buildLexicon([{ name: 'concepts/t.txt', text: '[職業 / 手仕事] kind=skill\nライター = writer\n司書\nお花屋さん\n' }]);
const shaped = (label: string) => inShape({ label, concept: label, named: false }, lexicon);

describe('the shape of a label', () => {
  it.each([
    ['指導員等', '指導員'], ['園芸など', '園芸'], ['税理士先生', '税理士'], ['デザイナーさんたち', 'デザイナー'],
  ])('%s → %s', (label, short) => expect(shaped(label).label).toBe(short));

  it.each(['男女平等', '高等', '初等', '学校の先生', 'お母さん', 'お花屋さん', '大家さん', 'お医者さん', '書家', 'Webデザイナー'])('%s stays', (label) =>
    expect(shaped(label).label).toBe(label));

  it('has the name of what is left', () => expect(shaped('司書さん')).toEqual({ label: '司書さん', concept: '司書さん', named: false }));
  it('has the concept of what is left', () => expect(shaped('ライター等')).toEqual({ label: 'ライター', concept: 'ライター', named: true }));
});
