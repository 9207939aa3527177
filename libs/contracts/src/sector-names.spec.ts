import { expect, it } from '@jest/globals';
import { sectorNamed } from './sector-names.js';

it('a sector is meant in Japanese or English, in any letters and widths; any other text names none', () => {
  const written = ['市民', ' Citizen ', '市民・住民', '行政', '企業', 'ＮＰＯ法人', '大学・研究', '学生', '', 'メディア'];
  expect(written.map(sectorNamed)).toEqual(['citizen', 'citizen', 'citizen', 'public', 'company', 'npo', 'academia', 'student', undefined, undefined]);
});
