import { LANGUAGES, LIMITS, type Language } from '@tsunagu/contracts';
import { Field, TextField, Tick } from '../look/field.js';
import { HTML_LANG, LANGUAGE_NAMES } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { boxesOf, consentFieldOf, doubtsOf, restored, write, type Doubt, type OwnConsent } from './consent-boxes.js';
import { SizeFields } from './size-fields.js';
import { numberIn, textOf } from './typed-number.js';

export interface EventDraft {
  title: string;
  theme: string;
  heldOn: string;
  place: string;
  size: { min: number; max: number };
  consent: OwnConsent;
  retentionDays: number;
  capacity: number;
  languages: Language[];
}
/** Fields that show what is wrong with them: those that every event has, and those under "more". */
export const MAIN_FIELDS = ['title', 'heldOn', 'place', 'theme', 'teamSize'] as const;
export const MORE_FIELDS = ['consentText', 'consentTranslations', 'retentionDays', 'capacity'] as const;
/** By which names the service finds fault with what these fields of the form hold. */
export const refusedAs = (fields: readonly string[]): string[] => fields.flatMap((field) => (field === 'size' ? ['teamSize'] : field === 'consent' ? ['consentText', 'consentTranslations'] : [field]));
interface Parts { value: EventDraft; onChange: (next: Partial<EventDraft>) => void; wrong: (field: string) => string | undefined; /** the event as it is saved; without it, one that is to be made */ saved?: EventDraft & { standing: boolean }; /** the event's name when its consent text was written */ named?: string }

/** What every event has. */
export function MainFields({ value, onChange, wrong, saved }: Parts) {
  const { t } = useTranslation('board');
  return (
    <>
      <TextField label={t('create.name')} value={value.title} onText={(title) => onChange({ title })} wrong={wrong('title')} />
      <div className="two-fields">
        <TextField label={t('create.date')} type="date" value={value.heldOn} onText={(heldOn) => onChange({ heldOn })} wrong={wrong('heldOn')} />
        <TextField label={t('create.place')} optional value={value.place} onText={(place) => onChange({ place })} wrong={wrong('place')} />
      </div>
      <Field label={t('create.theme')} help={t('create.themeHelp')} optional wrong={wrong('theme')}>
        {(parts) => <textarea {...parts} className="input input-low" rows={3} value={value.theme} onChange={(event) => onChange({ theme: event.target.value })} />}
      </Field>
      <SizeFields label={t('create.size')} value={value.size} onChange={(size) => onChange({ size })} wrong={wrong('teamSize')} help={saved?.standing ? t('settings.sizeStanding') : undefined} />
    </>
  );
}

/** What most events leave as it is. */
export function MoreFields({ value, onChange, wrong, named }: Parts) {
  const { t, language: own } = useTranslation('board');
  const boxes = boxesOf(value);
  const toggle = (language: Language, on: boolean): void => {
    const languages = LANGUAGES.filter((one) => (one === language ? on : value.languages.includes(one)));
    if (languages.length > 0) onChange({ languages });
  };
  return (
    <>
      {[own, ...LANGUAGES.filter((one) => one !== own)].map((language, place) => (
        <div key={language} className="stack-tight">
          <Field label={t('create.consent', { language: LANGUAGE_NAMES[language] })} help={place === 0 && t('create.consentHelp')} wrong={wrong(consentFieldOf(value.consent, language))}>
            {(parts) => <textarea {...parts} className="input input-low" rows={4} lang={HTML_LANG[language]} value={boxes[language]} onChange={(event) => onChange({ consent: write(value, language, event.target.value) })} />}
          </Field>
          <Doubts of={doubtsOf(value, language, named)} draft={value} onRestore={() => onChange({ consent: restored(value, language) })} />
        </div>
      ))}
      <div className="two-fields">
        <TextField label={t('create.retention')} type="number" min={0} max={365} value={textOf(value.retentionDays)} onText={(text) => onChange({ retentionDays: numberIn(text) })} wrong={wrong('retentionDays')} />
        <TextField label={t('create.capacity')} type="number" min={2} max={LIMITS.eventCapacity} value={textOf(value.capacity)} onText={(text) => onChange({ capacity: numberIn(text) })} wrong={wrong('capacity')} />
      </div>
      <fieldset className="field">
        <legend className="field-label">{t('create.languages')}</legend>
        <div className="create-languages">{LANGUAGES.map((language) => <Tick key={language} checked={value.languages.includes(language)} onTick={(on) => toggle(language, on)}>{LANGUAGE_NAMES[language]}</Tick>)}</div>
      </fieldset>
    </>
  );
}

/** What may be wrong with a consent text, beside its box. */
function Doubts({ of, draft: { title, retentionDays }, onRestore }: { of: readonly Doubt[]; draft: EventDraft; onRestore: () => void }) {
  const { t } = useTranslation('board');
  const words = (doubt: Doubt): string => {
    if (doubt.about === 'prepared') return t('create.consentPrepared');
    if (doubt.about === 'empty') return t('create.consentEmpty', { shown: t(`create.languageName.${doubt.shown}`) });
    return doubt.about === 'days' ? t('create.consentDays', { said: doubt.said, days: retentionDays }) : t('create.consentName', { said: doubt.said, title });
  };
  return (
    <div role="status" className="stack-tight">
      {of.map((doubt) => (
        <div key={doubt.about} className="box small spread"><p>{words(doubt)}</p>{doubt.about === 'empty' && <button type="button" className="button" onClick={onRestore}>{t('create.consentRestore')}</button>}</div>
      ))}
    </div>
  );
}
