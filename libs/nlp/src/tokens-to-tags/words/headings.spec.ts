import { describe, expect, it } from '@jest/globals';
import { findRegions } from '../split-sentences.js';
import { isOnlyWished } from './headings.js';

describe('a heading of what is learnt, liked or wanted', () => {
  it.each(['勉強中', '習得中', 'いま独学しているもの', '触ってみたい技術', '好きなもの', '興味のある分野', 'Learning', 'マイブーム'])('%s makes no skill', (label) => expect(isOnlyWished(label)).toBe(true));
  it.each(['得意なこと', '好き・得意', '興味と経験', '研究テーマ', '探しています', '苦手なこと', '勉強会', 'できること'])('%s says nothing of that', (label) => expect(isOnlyWished(label)).toBe(false));

  it.each(['興味を持っているもの', '関心がある分野', 'すきなもの', 'いま勉強していること', '触ってみたい技術', '気になるもの', 'これから学びたいこと'])('%s needs no mark', (line) =>
    expect(findRegions(`${line}\n石組み\n\n漆`).map(({ reading, start, end }) => [reading, start, end])).toEqual([['interest', line.length, line.length + 4]]));
  it.each(['興味を持って通っています', 'やりたいことがあるけれど', '庭の手入れ', '好きな庭'])('%s is none of these', (line) => expect(findRegions(`${line}\n石組み`)).toEqual([]));
});
