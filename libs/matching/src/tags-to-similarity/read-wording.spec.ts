import { describe, expect, it } from '@jest/globals';
import { graph, person } from '../../test/people.js';
import { buildEventIndex } from './event-index.js';
import { commonWords, readWording, wordingParts } from './read-wording.js';
import { pairScore, pairTerms } from './score-pair.js';

const writes = (id: string, text: string) => person(id, [], { wording: readWording([text], true) });

describe('wording', () => {
  it('is the runs of kanji and katakana and the Latin content words of the texts', () => {
    expect(readWording(['定置網をやってます。ｾﾝｻｰを', undefined, 'I would like drones'], true).runs).toEqual(['定置網', 'センサー', 'drones']);
  });

  it('is compared by single kanji, pairs of characters and whole Latin words', () => {
    expect(wordingParts(['定置網', 'ロボ', 'drones'])).toEqual(['drones', 'ロボ', '定', '定置', '網', '置', '置網']);
  });

  it('leaves out everyday words and numbers', () => {
    expect(readWording(['今日は参加者として三十年の相談に'], true).runs).toEqual(['参加者']);
  });

  it('names the pieces in common, longest first, and none of one character', () => {
    const common = (a: string, b: string) => commonWords(readWording([a], true), readWording([b], true));
    expect(common('定置網漁、港、魚市場', '大型定置網、港町、市場')).toEqual(['定置網', '市場']);
    expect(common('港', '港町')).toEqual([]);
    expect(common('party', 'parts')).toEqual([]);
  });

  it('names no beginning that two katakana words share, unless it is the word of one of them', () => {
    const common = (a: string, b: string) => commonWords(readWording([a], true), readWording([b], true));
    expect(common('バックエンド', 'バックパック')).toEqual([]);
    expect(common('コーヒー', 'コーヒーミル')).toEqual(['コーヒー']);
  });

  it('brings near who writes of the same though no concept is known', () => {
    const index = buildEventIndex(graph, [writes('a', '定置網の漁師'), writes('b', '漁師町の宿'), writes('c', '囲碁')]);
    expect(pairScore(index, 'a', 'b')).toBeGreaterThan(0);
    expect(pairScore(index, 'a', 'c')).toBe(0);
  });

  it('does not count words that most people write', () => {
    const index = buildEventIndex(graph, Array.from({ length: 8 }, (_, at) => writes(`p${at}`, `漁業 ${'甲乙丙丁戊己庚辛'[at]}`)));
    expect(pairTerms(index, 'p0', 'p1').wording).toBe(0);
  });

  it('leaves the score alone where one text is not known', () => {
    const index = buildEventIndex(graph, [writes('a', '定置網'), person('b', [])]);
    expect(pairTerms(index, 'a', 'b').wording).toBeUndefined();
  });
});
