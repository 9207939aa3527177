import { consentIn, defaultConsent, isDefaultConsent, languageOf, LANGUAGES, type Consent, type Language } from '@tsunagu/contracts';

/** A consent text as its organiser writes it, a box for each language; null as long as it is the one that every event begins with. */
export type OwnConsent = Record<Language, string> | null;
type Fields = Pick<Consent, 'consentText' | 'consentTranslations'>;
interface Draft { title: string; retentionDays: number; consent: OwnConsent }

/** What an organiser should look at in a box: other days or another name than the event's, the prepared text beside an own one, or that it is empty, and whose text is shown then. */
export type Doubt = { about: 'days' | 'name'; said: string } | { about: 'prepared' } | { about: 'empty'; shown: Language };

/** What stands in the boxes of a saved event. */
export function ownConsent({ consentText, consentTranslations: { en = '', yasashii = '' } }: Fields): OwnConsent {
  if (isDefaultConsent(consentText)) return null;
  return !en && languageOf(consentText) === 'en' ? { ja: '', en: consentText, yasashii } : { ja: consentText, en, yasashii };
}

/** What is read in the boxes. */
export function boxesOf({ title, retentionDays, consent }: Draft): Record<Language, string> {
  return consent ?? prepared({ title, retentionDays });
}

function prepared({ title, retentionDays }: Omit<Draft, 'consent'>): Record<Language, string> {
  // while the days are being typed anew there are none
  const event = { consentText: defaultConsent(title, Number.isInteger(retentionDays) ? retentionDays : 0), consentTranslations: {}, textsLeaveTo: null };
  return Object.fromEntries(LANGUAGES.map((language) => [language, consentIn(event, language)!])) as Record<Language, string>;
}

/**
 * With a box written anew. Where the prepared text was, the other boxes become empty, which stands beside them: it no longer says the
 * same. Once there is nothing but prepared text, it is back in all of them.
 */
export function write(draft: Draft, language: Language, text: string): OwnConsent {
  const consent = { ja: '', en: '', yasashii: '', ...draft.consent, [language]: text };
  const texts = prepared(draft);
  const written = LANGUAGES.filter((one) => !isBlank(consent[one]));
  return written.length > 0 && written.every((one) => consent[one] === texts[one]) ? null : consent;
}

/** With the prepared text in a box again. */
export const restored = (draft: Draft, language: Language): OwnConsent => write(draft, language, prepared(draft)[language]);

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
    ...(consent[language] === prepared({ title, retentionDays })[language] ? [{ about: 'prepared' as const }] : []),
    ...(other === undefined ? [] : [{ about: 'days' as const, said: String(other) }]),
    ...(name === undefined || (title !== '' && text.includes(title.normalize('NFKC'))) ? [] : [{ about: 'name' as const, said: name }]),
  ];
}

/** Does a text say other days or another name than the event's? */
export const isContradicted = (draft: Draft, before?: string): boolean =>
  LANGUAGES.some((language) => doubtsOf(draft, language, before).some(({ about }) => about === 'days' || about === 'name'));
