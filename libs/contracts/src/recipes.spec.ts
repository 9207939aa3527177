import { describe, expect, it } from '@jest/globals';
import { consentIn, defaultConsent, isDefaultConsent } from './recipes.js';

describe('feature 97 and 106: the consent text of a new event', () => {
  const text = defaultConsent('坂の（まち）・$1 ラボ', 30);

  it.each([['ja', '坂の（まち）・$1 ラボ', '30日後'], ['en', '“坂の（まち）・$1 ラボ”', '30 days'], ['yasashii', '坂の（まち）・$1 ラボ', '30日たつと']] as const)('is there in %s, with title and days', (language, title, days) => {
    expect(consentIn(text, language)).toContain(title);
    expect(consentIn(text, language)).toContain(days);
  });

  it('an organiser’s own text stays as it was written', () => {
    const own = `${text} 写真も撮ります。`;
    expect(isDefaultConsent(own)).toBe(false);
    expect(consentIn(own, 'en')).toBe(own);
    expect(isDefaultConsent(text)).toBe(true);
  });
});
