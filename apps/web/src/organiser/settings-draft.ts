import type { EventSettings, HttpBody } from '@tsunagu/contracts';
import { consentFields, ownConsent } from './consent-boxes.js';
import type { EventDraft } from './event-fields.js';

/** `services` as it is typed: names with commas or blanks between them. */
export type SettingsDraft = EventDraft & { services: string; wallAffiliations: boolean; textsLeave: boolean };
/** What was typed and is not saved. A field may be there without a value: then nothing is typed in it. */
export type Typed = { [Field in keyof SettingsDraft]?: SettingsDraft[Field] | undefined };

/** What is kept of a form: what was typed, and what stood in each of its fields when typing began there. */
export type KeptTyped = Typed & { over?: Typed };
export type SettingsField = keyof SettingsDraft;

export const namesIn = (typed: string): string[] => [...new Set(typed.toLowerCase().split(/[\s,、]+/u).filter(Boolean))];

export const draftOf = ({ title, theme, heldOn, place, teamSize, consentText, consentTranslations, retentionDays, capacity, languages, services, wallAffiliations, textsLeave }: EventSettings): SettingsDraft =>
  ({ title, theme, heldOn, place, size: teamSize, consent: ownConsent({ consentText, consentTranslations }), retentionDays, capacity, languages, services: services.join(', '), wallAffiliations, textsLeave: textsLeave?.on ?? false });

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Does saving change anything? */
export const isChanged = (saved: SettingsDraft, draft: SettingsDraft): boolean => (Object.keys(saved) as (keyof SettingsDraft)[]).some((field) => !isSame(saved[field], draft[field]));

/** What is saved now, with what was typed on top: a change by another organiser shows wherever nothing was typed. */
export const withTyped = (saved: SettingsDraft, typed: Typed): SettingsDraft =>
  ({ ...saved, ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) });

/** What takes out of the typed all that is as it was sent; what was typed since then stays. */
export const takenBack = (typed: Typed, sent: Typed): Typed =>
  Object.fromEntries((Object.keys(typed) as (keyof Typed)[]).filter((field) => isSame(typed[field], sent[field])).map((field) => [field, undefined]));

const fieldsIn = (typed: Typed): SettingsField[] => (Object.keys(typed) as SettingsField[]).filter((field) => typed[field] !== undefined);

/** What stood in the fields, with those added in which typing begins now. */
export const begunOver = ({ over = {}, ...typed }: KeptTyped, next: Typed, saved: SettingsDraft): Typed =>
  ({ ...over, ...Object.fromEntries(fieldsIn(next).filter((field) => typed[field] === undefined).map((field) => [field, saved[field]])) });

/** Fields that somebody else has changed since typing began in them, to something else than what is typed. */
export const overtaken = (saved: SettingsDraft, { over = {}, ...typed }: KeptTyped): SettingsField[] =>
  fieldsIn(typed).filter((field) => field in over && !isSame(over[field], saved[field]) && !isSame(typed[field], saved[field]));

/** Only what was typed, as the service takes it: the rest is left as it is by now. */
export function typedFields(draft: SettingsDraft, typed: Typed): Omit<HttpBody<'changeEvent'>, 'version'> {
  const fields = fieldsIn(typed);
  const sent = (field: SettingsField): object => {
    if (field === 'size') return { teamSize: draft.size };
    if (field === 'services') return { services: namesIn(draft.services) };
    return field === 'consent' ? consentFields(draft) : { [field]: draft[field] };
  };
  return Object.assign({}, ...fields.map(sent)) as Omit<HttpBody<'changeEvent'>, 'version'>;
}
