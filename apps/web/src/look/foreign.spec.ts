import { describe, expect, it } from '@jest/globals';
import { aroundJapanese, foreign } from './foreign.js';

describe('the language in which something is heard', () => {
  it.each([['写真', 'en', 'ja'], ['さくら', 'en', 'ja'], ['I take photographs.', 'ja', 'en']] as const)('%s on a page in %s: %s', (text, page, lang) => {
    expect(foreign(text, page)).toBe(lang);
  });

  it.each([['写真', 'ja'], ['photography', 'en'], ['3D', 'ja'], ['2026', 'ja'], ['🙂', 'en'], ['Webの写真', 'ja']] as const)('%s on a page in %s: the page’s own', (text, page) => {
    expect(foreign(text, page)).toBeUndefined();
  });
});

describe('the Japanese in an English sentence', () => {
  it.each([
    ['ノブ cares about “海の清掃” and “surfing”.', ['', 'ノブ', ' cares about “', '海の清掃', '” and “surfing”.']],
    ['坂のまちラボ（2026年）', ['', '坂のまちラボ（2026年', '）']],
    ['「海」、「山」 and Web上の店', ['「', '海」、「山', '」 and Web', '上の店', '']],
    ['Nothing of it', ['Nothing of it']],
  ])('of %s', (text, pieces) => {
    expect(aroundJapanese(text)).toEqual(pieces);
  });
});
