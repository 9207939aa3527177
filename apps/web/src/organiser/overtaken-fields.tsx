import type { Ref } from 'react';
import { LANGUAGE_NAMES } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { boxesOf } from './consent-boxes.js';
import type { SettingsDraft, SettingsField } from './settings-draft.js';

interface Parts { ref: Ref<HTMLDivElement>; fields: readonly SettingsField[]; saved: SettingsDraft; /** what is saved now holds */ onTake: (field: SettingsField) => void; /** what is typed holds */ onKeep: (field: SettingsField) => void }
/** By which name the record of an event calls a field. */
const nameOf = (field: SettingsField) => (field === 'size' ? 'teamSize' : field === 'consent' ? 'consentText' : field);

/** Fields that somebody else has saved while they were being typed in: what stands there now, and which of the two it is to be. */
export function OvertakenFields({ ref, fields, saved, onTake, onKeep }: Parts) {
  const { t } = useTranslation('board');
  const present = (field: SettingsField): string => {
    if (field === 'size') return `${saved.size.min}${t('create.to')}${saved.size.max}`;
    if (field === 'languages') return saved.languages.map((one) => LANGUAGE_NAMES[one]).join(', ');
    if (field === 'consent') return Object.values(boxesOf(saved)).filter(Boolean).join('\n');
    const value = saved[field];
    return typeof value === 'boolean' ? t(value ? 'settings.on' : 'settings.off') : String(value);
  };
  return (
    <div ref={ref} role="status" tabIndex={-1} className="stack-tight">
      {fields.map((field) => {
        const name = t(`audit.fields.${nameOf(field)}`);
        const now = present(field);
        return (
          <div key={field} className="box box-bad stack-tight">
            <p>{t('settings.overtaken', { field: name })}</p>
            <p className="small lead">{now === '' ? t('settings.overtakenEmpty') : now}</p>
            <div className="row">
              <button type="button" className="button" aria-label={t('settings.takeOf', { field: name })} onClick={() => onTake(field)}>{t('settings.take')}</button>
              <button type="button" className="button" aria-label={t('settings.keepOf', { field: name })} onClick={() => onKeep(field)}>{t('settings.keep')}</button>
            </div>
          </div>
        );
      })}
    </div>
  );
}
