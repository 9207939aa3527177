import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from './vocabulary.js';

const known = new Vocabulary<string>();
for (const word of ['寺', '大工', '大工道具店', 'バス', 'IT会社']) known.set(word, word);
const found = (text: string): string[] => known.find(text).map(({ meaning }) => meaning);

describe('plain words', () => {
  it('are found by one walk, the longest at each place', () => {
    expect(found('大工道具店と大工、IT会社')).toEqual(['大工道具店', '大工', 'IT会社']);
  });

  it('are never a part of a longer word in katakana or Latin letters, one kanji only by itself', () => {
    expect(found('バスケ部、東大寺、この寺')).toEqual(['寺']);
  });
});
