import { consentIn, defaultConsent, isDefaultConsent, languageOf, LANGUAGES, type Consent, type Language } from '@tsunagu/contracts';

/** A consent text as its organiser writes it, a box for each language; null as long as it is the one that every event begins with. */
export type OwnConsent = Record<Language, string> | null;
type Fields = Pick<Consent, 'consentText' | 'consentTranslations'>;
interface Draft { title: string; retentionDays: number; consent: OwnConsent }

/** What an organiser should look at in a box: other days or another name than the event's, or that it is empty, and whose text is shown then. */
export type Doubt = { about: 'days' | 'name'; said: string } | { about: 'empty'; shown: Language };

/** What stands in the boxes of a saved event. */
export function ownConsent({ consentText, consentTranslations: { en = '', yasashii = '' } }: Fields): OwnConsent {
  if (isDefaultConsent(consentText)) return null;
  return !en && languageOf(consentText) === 'en' ? { ja: '', en: consentText, yasashii } : { ja: consentText, en, yasashii };
}

/** What is read in the boxes. */
export function boxesOf({ title, retentionDays, consent }: Draft): Record<Language, string> {
  if (consent) return consent;
  // while the days are being typed anew there are none
  const prepared = { consentText: defaultConsent(title, Number.isInteger(retentionDays) ? retentionDays : 0), consentTranslations: {}, textsLeaveTo: null };
  return Object.fromEntries(LANGUAGES.map((language) => [language, consentIn(prepared, language)!])) as Record<Language, string>;
}

/** With a box written anew. Where the prepared text was, the other boxes become empty, which stands beside them: it no longer says the same. */
export const write = (consent: OwnConsent, language: Language, text: string): OwnConsent => ({ ja: '', en: '', yasashii: '', ...consent, [language]: text });

const isBlank = (text: string): boolean => text.trim() === '';
/** English is the event's own text where there is nothing in Japanese. */
const firstOf = ({ ja, en }: Record<Language, string>): 'ja' | 'en' => (isBlank(ja) && !isBlank(en) ? 'en' : 'ja');

/** The same as the service takes it. */
export function consentFields({ title, retentionDays, consent }: Draft): Fields {
  const prepared = defaultConsent(title, retentionDays);
  if (!consent || (isDefaultConsent(consent.ja) && isBlank(consent.en) && isBlank(consent.yasashii))) return { consentText: prepared, consentTranslations: {} };
  const first = firstOf(consent);
  return { consentText: isBlank(consent[first]) ? prepared : consent[first], consentTranslations: { en: first === 'en' ? '' : consent.en, yasashii: consent.yasashii } };
}

/** By which name the service finds fault with a box. */
export const consentFieldOf = (consent: OwnConsent, language: Language): string => (language === (consent ? firstOf(consent) : 'ja') ? 'consentText' : `consentTranslations.${language}`);

const DAYS = /(?<![\d月/])(\d+)\s*(?:日|days?\b)/gu;
/** Where the prepared text, and most that are made from it, name the event. */
const NAMED: Record<Language, RegExp> = { ja: /^「(.*?)」で/u, en: /^To bring people and teams together at “(.*?)”/u, yasashii: /^「(.*?)」で/u };

/**
 * What in a box of an own text may contradict the event as it is being set.
 * @param before the event's name as it is saved
 */
export function doubtsOf({ title, retentionDays, consent }: Draft, language: Language, before = title): Doubt[] {
  if (!consent || LANGUAGES.every((one) => isBlank(consent[one]))) return [];
  const text = consent[language].normalize('NFKC');
  if (isBlank(text)) return [{ about: 'empty', shown: firstOf(consent) }];
  const days = [...text.matchAll(DAYS)].map(([, number]) => Number(number));
  const other = !Number.isInteger(retentionDays) || days.includes(retentionDays) ? undefined : days[0];
  const name = [NAMED[language].exec(text)?.[1], before].find((one) => one && one.normalize('NFKC') !== title.normalize('NFKC') && text.includes(one.normalize('NFKC')));
  return [
    ...(other === undefined ? [] : [{ about: 'days' as const, said: String(other) }]),
    ...(name === undefined || (title !== '' && text.includes(title.normalize('NFKC'))) ? [] : [{ about: 'name' as const, said: name }]),
  ];
}
