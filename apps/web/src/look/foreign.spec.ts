import { describe, expect, it } from '@jest/globals';
import { foreign } from './foreign.js';

describe('the language in which something is heard', () => {
  it.each([['写真', 'en', 'ja'], ['さくら', 'en', 'ja'], ['I take photographs.', 'ja', 'en']] as const)('%s on a page in %s: %s', (text, page, lang) => {
    expect(foreign(text, page)).toBe(lang);
  });

  it.each([['写真', 'ja'], ['photography', 'en'], ['3D', 'ja'], ['2026', 'ja'], ['🙂', 'en'], ['Webの写真', 'ja']] as const)('%s on a page in %s: the page’s own', (text, page) => {
    expect(foreign(text, page)).toBeUndefined();
  });
});
