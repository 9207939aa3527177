import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from './build-lexicon.js';
import { englishName } from './english-name.js';

const { lexicon } = buildLexicon([
  { name: 'concepts/test.txt', text: '[試験 / 仕事] kind=skill\n営業 = sales = セールス\n情報技術 = information technology = IT\n現場? = site work = 現場作業\n竹細工 = 竹工芸\nOKR' },
  { name: 'situations/names.txt', text: '場所提供 = 場所 = a place to use' },
]);
const nameOf = (label: string, concept: string) => englishName({ label, concept }, lexicon);

describe('the English name of a tag', () => {
  it.each([
    ['営業', '営業', 'sales'], ['セールス', '営業', 'sales'], ['せーるす', '営業', 'sales'], ['現場', '現場', 'site work'], ['場所', 'くらし:場所提供', 'a place to use'],
  ])('%s is called by the name of its concept', (label, concept, name) => {
    expect(nameOf(label, concept)).toBe(name);
  });

  it.each([
    ['IT', '情報技術'], ['machine learning', '機械学習'], ['OKR', 'OKR'], // Latin: shown as it is
    ['訪問販売の研修', '営業'], ['うちの倉庫', 'くらし:場所提供'], // narrower than the concept
    ['竹細工', '竹細工'], ['湘南未来会議', '湘南未来会議'], // no English name, no concept
  ])('%s (%s) has none beside itself', (label, concept) => {
    expect(nameOf(label, concept)).toBeUndefined();
  });
});
