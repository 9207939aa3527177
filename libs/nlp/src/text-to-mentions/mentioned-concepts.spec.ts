import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { mentionedConcepts } from './mentioned-concepts.js';

const { lexicon, problems } = buildLexicon([{
  name: 'concepts/test.txt',
  text: '[試験 / 海] kind=skill\n船 = boat = 漁船\n定置網漁 = set-net fishing = 定置網\nセンサー = sensor\nいす = chair\nIT = information technology\n魚 = fish',
}]);
const mentioned = (text: string): string[] => mentionedConcepts(text, lexicon).sort();

describe('concepts that a text mentions', () => {
  it('are found by any spelling, the longest at each place', () => {
    expect(problems).toEqual([]);
    expect(mentioned('定置網を三代。漁船に小さなｾﾝｻｰを')).toEqual(['センサー', '定置網漁', '船']);
  });

  it('do not come from inside other words', () => {
    expect(mentioned('風船を飛ばしています。センサーズ社')).toEqual([]);
    expect(mentioned('It is a boathouse')).toEqual([]);
  });

  it('are found in English, over several words and in other forms, but not in everyday words', () => {
    expect(mentioned('I love boats, set-net fishing and information technology')).toEqual(['IT', '定置網漁', '船']);
    expect(mentioned('Is it good?')).toEqual([]);
  });

  it('take a single kanji where it stands alone', () => {
    expect(mentioned('船は朝9時に戻る')).toEqual(['船']);
  });
});
