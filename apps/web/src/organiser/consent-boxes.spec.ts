import { describe, expect, it } from '@jest/globals';
import { consentRead, defaultConsent, LANGUAGES } from '@tsunagu/contracts';
import { boxesOf, consentFieldOf, consentFields, ownConsent, write } from './consent-boxes.js';

const draft = { title: 'Slope Lab', retentionDays: 30, consent: null };

describe('the consent text in the organiser’s form', () => {
  it('shows what everybody reads in their language, until it is written anew', () => {
    const boxes = boxesOf(draft);
    for (const language of LANGUAGES) expect(boxes[language]).toBe(consentRead({ ...consentFields(draft), textsLeaveTo: null }, language).text);
    expect(boxes.en).toMatch(/^To bring people and teams together at “Slope Lab”/);
    expect(boxesOf({ ...draft, title: 'Hill Lab' }).en).toContain('“Hill Lab”');
  });

  it('what is written in English is an English text, before and after it is saved', () => {
    const consent = write(null, 'en', 'We use your name for a badge.');
    expect(consent).toEqual({ ja: '', en: 'We use your name for a badge.', yasashii: '' });
    const saved = consentFields({ ...draft, consent });
    expect(ownConsent(saved)).toEqual(consent);
    expect(consentFieldOf(consent, 'en')).toBe('consentText');
    for (const language of LANGUAGES) expect(consentRead({ ...saved, textsLeaveTo: null }, language)).toEqual({ text: 'We use your name for a badge.', language: 'en' });
  });

  it('Japanese is the event’s own text, and the others stand beside it', () => {
    const consent = write(write(null, 'ja', '名札を作ります。'), 'en', 'For badges.');
    const saved = consentFields({ ...draft, consent });
    expect(saved).toEqual({ consentText: '名札を作ります。', consentTranslations: { en: 'For badges.', yasashii: '' } });
    expect(ownConsent(saved)).toEqual(consent);
    expect([consentFieldOf(consent, 'ja'), consentFieldOf(consent, 'en')]).toEqual(['consentText', 'consentTranslations.en']);
  });

  it('is the prepared one where all boxes are empty, or it is back in its own', () => {
    const prepared = { consentText: defaultConsent('Slope Lab', 30), consentTranslations: {} };
    expect(ownConsent(prepared)).toBeNull();
    for (const text of ['', prepared.consentText]) expect(boxesOf({ ...draft, consent: ownConsent(consentFields({ ...draft, consent: write(null, 'ja', text) })) })).toEqual(boxesOf(draft));
  });
});
