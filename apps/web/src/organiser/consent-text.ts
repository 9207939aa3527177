import { consentRead, type EventSettings, type Language } from '@tsunagu/contracts';

/** What an event asks people to agree to, as the desk reads it out or prints it: in this language, else in Japanese. */
export const consentText = (event: EventSettings, language: Language): string => consentRead({ ...event, textsLeaveTo: event.textsLeaveTo?.host ?? null }, language).text;
