import type { FormEvent } from 'react';
import { TextField, Tick } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';
import { useTyped } from './use-typed.js';

/** Contacts pass only between people who both show theirs, in the team that they show them in. */
export function TeamContact({ teamId }: { teamId: string }) {
  const { t } = useTranslation('phone');
  const { state: { me }, change } = usePhone();
  const { notify } = useNotices();
  const [typed, put, forget] = useTyped<Partial<typeof me.contact>>('contact', {});
  const { text, shared } = { ...me.contact, ...typed };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await change('setContact', {}, { text, shared, teamId });
    if (answer === undefined) return;
    forget(typed);
    notify({ text: t('team.contactSaved') });
  };
  return (
    <section className="card stack" aria-labelledby="team-contact">
      <div className="stack-tight"><h2 id="team-contact">{t('team.contact')}</h2><p className="field-help">{t('team.contactHelp')}</p></div>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <TextField label={t('team.contactText')} help={t('team.contactTextHelp')} value={text} onText={(next) => put({ ...typed, text: next })} autoComplete="email" />
        <Tick checked={shared} onTick={(next) => put({ ...typed, shared: next })}>{t('team.contactShared')}</Tick>
        <div className="row"><button type="submit" className="button" disabled={text === me.contact.text && shared === me.contact.shared}>{t('team.contactSave')}</button></div>
      </form>
    </section>
  );
}
