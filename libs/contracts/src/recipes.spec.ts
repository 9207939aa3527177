import { describe, expect, it } from '@jest/globals';
import { consentIn, consentRead, defaultConsent, isDefaultConsent } from './recipes.js';

describe('feature 97 and 106: the consent text of a new event', () => {
  const consentText = defaultConsent('坂の（まち）・$1 ラボ', 30);

  it.each([['ja', '坂の（まち）・$1 ラボ', '30日後'], ['en', '“坂の（まち）・$1 ラボ”', '30 days'], ['yasashii', '坂の（まち）・$1 ラボ', '30日たつと']] as const)('is there in %s, with title and days', (language, title, days) => {
    const text = consentIn({ consentText, consentTranslations: {}, textsLeaveTo: null }, language);
    expect(text).toContain(title);
    expect(text).toContain(days);
  });

  it('an organiser’s own text is read in the languages they wrote it in, and elsewhere in Japanese, which is said', () => {
    const own = { consentText: `${consentText} 写真も撮ります。`, consentTranslations: { en: 'We take photographs, too.', yasashii: '' }, textsLeaveTo: null };
    expect([isDefaultConsent(own.consentText), isDefaultConsent(consentText)]).toEqual([false, true]);
    expect((['ja', 'en', 'yasashii'] as const).map((language) => consentIn(own, language))).toEqual([own.consentText, 'We take photographs, too.', null]);
    expect(consentRead(own, 'en')).toEqual({ text: 'We take photographs, too.', language: 'en' });
    expect(consentRead(own, 'yasashii')).toEqual({ text: own.consentText, language: 'ja' });
  });

  it('a text in English is read as English, in whichever box it was written', () => {
    const own = { consentText: 'We use your name for a badge.', consentTranslations: {}, textsLeaveTo: null };
    expect((['ja', 'en', 'yasashii'] as const).map((language) => consentIn(own, language))).toEqual([null, own.consentText, null]);
    for (const language of ['ja', 'en', 'yasashii'] as const) expect(consentRead(own, language)).toEqual({ text: own.consentText, language: 'en' });
    expect(consentRead({ ...own, textsLeaveTo: 'models.example' }, 'ja').text).toMatch(/\nThere is one exception: to find people/);
  });

  it.each([['ja', '外のサービス（models.example:8443）に送ります'], ['en', 'sent to a service outside (models.example:8443)'], ['yasashii', '外の サービス（models.example:8443）にも おくります']] as const)('says last in %s where introductions leave to, an organiser’s own text too', (language, line) => {
    for (const event of [{ consentText, consentTranslations: {} }, { consentText: 'われわれの文面', consentTranslations: { en: 'Our text', yasashii: 'わたしたちの 文' } }]) {
      const lines = consentIn({ ...event, textsLeaveTo: 'models.example:8443' }, language)!.split('\n');
      expect(lines.pop()).toContain(line);
      expect(lines.join('\n')).toBe(consentIn({ ...event, textsLeaveTo: null }, language));
    }
    expect(consentRead({ consentText: 'われわれの文面', consentTranslations: {}, textsLeaveTo: 'models.example:8443' }, language).text).toContain('models.example:8443');
  });
});
