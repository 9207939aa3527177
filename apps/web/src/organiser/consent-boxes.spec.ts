import { describe, expect, it } from '@jest/globals';
import { consentRead, defaultConsent, LANGUAGES } from '@tsunagu/contracts';
import { boxesOf, consentFieldOf, consentFields, doubtsOf, isContradicted, ownConsent, restored, write } from './consent-boxes.js';

const draft = { title: 'Slope Lab', retentionDays: 30, consent: null };

it('has its text in every language while the days are being typed anew, and no doubt about them', () => {
  expect(boxesOf({ title: '港の会', retentionDays: Number.NaN, consent: null }).en).toMatch(/港の会/);
  expect(doubtsOf({ title: '港の会', retentionDays: Number.NaN, consent: { ja: '「港の会」で使い、30日後に消します。', en: '', yasashii: '' } }, 'ja')).toEqual([]);
});

describe('the consent text in the organiser’s form', () => {
  it('shows what everybody reads in their language, until it is written anew', () => {
    const boxes = boxesOf(draft);
    for (const language of LANGUAGES) expect(boxes[language]).toBe(consentRead({ ...consentFields(draft), textsLeaveTo: null }, language).text);
    expect(boxes.en).toMatch(/^To bring people and teams together at “Slope Lab”/);
    expect(boxesOf({ ...draft, title: 'Hill Lab' }).en).toContain('“Hill Lab”');
  });

  it('what is written in English is an English text, before and after it is saved', () => {
    const consent = write(draft, 'en', 'We use your name for a badge.');
    expect(consent).toEqual({ ja: '', en: 'We use your name for a badge.', yasashii: '' });
    const saved = consentFields({ ...draft, consent });
    expect(ownConsent(saved)).toEqual(consent);
    expect(consentFieldOf(consent, 'en')).toBe('consentText');
    for (const language of LANGUAGES) expect(consentRead({ ...saved, textsLeaveTo: null }, language)).toEqual({ text: 'We use your name for a badge.', language: 'en' });
  });

  it('Japanese is the event’s own text, and the others stand beside it', () => {
    const consent = write({ ...draft, consent: write(draft, 'ja', '名札を作ります。') }, 'en', 'For badges.');
    const saved = consentFields({ ...draft, consent });
    expect(saved).toEqual({ consentText: '名札を作ります。', consentTranslations: { en: 'For badges.', yasashii: '' } });
    expect(ownConsent(saved)).toEqual(consent);
    expect([consentFieldOf(consent, 'ja'), consentFieldOf(consent, 'en')]).toEqual(['consentText', 'consentTranslations.en']);
  });

  it('is the prepared one where all boxes are empty, or it is back in its own', () => {
    const prepared = { consentText: defaultConsent('Slope Lab', 30), consentTranslations: {} };
    expect(ownConsent(prepared)).toBeNull();
    for (const text of ['', prepared.consentText]) expect(boxesOf({ ...draft, consent: ownConsent(consentFields({ ...draft, consent: write(draft, 'ja', text) })) })).toEqual(boxesOf(draft));
  });

  it('lets the prepared text back into an emptied box, to be adapted, and into all where nothing else is written', () => {
    const ja = `${boxesOf(draft).ja}写真も撮ります。`;
    const own = { ...draft, consent: write(draft, 'ja', ja) };
    expect(own.consent).toEqual({ ja, en: '', yasashii: '' });
    const both = { ...draft, consent: restored(own, 'en') };
    expect(both.consent).toEqual({ ja, en: boxesOf(draft).en, yasashii: '' });
    expect([doubtsOf(both, 'ja'), doubtsOf(both, 'en'), doubtsOf({ ...both, consent: write(both, 'en', `${both.consent!.en} Photos are taken.`) }, 'en')]).toEqual([[], [{ about: 'prepared' }], []]);
    expect(write(both, 'ja', boxesOf(draft).ja)).toBeNull();
    expect(restored({ ...draft, consent: { ja: '', en: '', yasashii: 'しゃしんを とります。' } }, 'ja')).not.toBeNull();
  });

  it('is contradicted by another name or other days, and not by a language that is left out', () => {
    const own = { ...draft, consent: write(draft, 'ja', '坂の会では30日後に消します。') };
    expect([isContradicted(own), isContradicted(own, '坂の会'), isContradicted({ ...own, retentionDays: 7 }), isContradicted(draft, '坂の会')]).toEqual([false, true, true, false]);
  });

  it('says where an own text names other days or another name than the event, and where a box is empty', () => {
    const ja = `${defaultConsent('坂のまち', 30)}写真は撮りません。`;
    const own = { title: '坂のまち', retentionDays: 30, consent: write(draft, 'ja', ja) };
    expect(doubtsOf(own, 'ja')).toEqual([]);
    expect(doubtsOf(own, 'en')).toEqual([{ about: 'empty', shown: 'ja' }]);
    expect(doubtsOf({ ...own, retentionDays: 14 }, 'ja')).toEqual([{ about: 'days', said: '30' }]);
    expect(doubtsOf({ ...own, title: '海のまち' }, 'ja')).toEqual([{ about: 'name', said: '坂のまち' }]);
    const free = { ...own, consent: write(draft, 'en', 'Slope Lab keeps your name, from 24 November, for 30 days.') };
    expect(doubtsOf({ ...free, title: 'Hill Lab', retentionDays: 7 }, 'en', 'Slope Lab')).toEqual([{ about: 'days', said: '30' }, { about: 'name', said: 'Slope Lab' }]);
    expect(doubtsOf({ ...free, title: 'Slope Lab 2', consent: write(draft, 'en', 'Slope Lab 2, for 30 days') }, 'en', 'Slope Lab')).toEqual([]);
    expect(doubtsOf({ ...own, consent: write(draft, 'ja', '11月24日の名札に使い、３０日後に消します。') }, 'ja')).toEqual([]);
    expect(doubtsOf({ ...own, consent: null, retentionDays: 14 }, 'ja')).toEqual([]);
  });
});
