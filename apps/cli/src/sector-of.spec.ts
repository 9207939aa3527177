import { expect, it } from '@jest/globals';
import { sectorOf } from './sector-of.js';

it('a sector is meant in Japanese or English, in any letters; any other text stands as it is', () => {
  const written = ['市民', 'Citizen', '市民・住民', '行政', '企業', 'ＮＰＯ法人', '大学・研究', '学生', '', null, 'メディア'];
  expect(written.map(sectorOf)).toEqual(['citizen', 'citizen', 'citizen', 'public', 'company', 'npo', 'academia', 'student', undefined, undefined, 'メディア']);
});
