import { LIMITS, type HttpAnswers } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { idempotencyKey } from '../live/call.js';
import { TextField } from '../look/field.js';
import { Icon } from '../look/icons.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { withTheme, withoutTheme, type RulesDocument } from './rules-document.js';

type Suggestion = HttpAnswers['suggestThemes']['themes'][number];

/** What teams can work on: people rank it on their phones, and teams are formed with it in mind. */
export function ThemesEditor({ document, onSave }: { document: RulesDocument; onSave: (change: (rules: RulesDocument) => RulesDocument) => Promise<boolean> }) {
  const { t } = useTranslation('room');
  const { ask } = useBoard();
  const [title, setTitle] = useState('');
  const [suggested, setSuggested] = useState<Suggestion[]>();
  const themes = document.themes ?? [];
  const fits = title.trim() !== '' && [...title.trim()].length <= LIMITS.titleGraphemes;
  const add = (theme: { id: string; title: string }): Promise<boolean> => onSave((rules) => withTheme(rules, theme));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!fits) return;
    setTitle('');
    // refused, it stands in its field again, unless another is being typed there
    void add({ id: idempotencyKey().slice(0, 12), title: title.trim() }).then((saved) => { if (!saved) setTitle((now) => now || title); });
  };
  const suggest = async (): Promise<void> => setSuggested((await ask('suggestThemes', {}, undefined))?.themes);
  const open = suggested?.filter((one) => themes.every(({ id }) => id !== one.id));
  return (
    <section className="stack-tight" aria-labelledby="themes">
      <h2 id="themes" className="field-label">{t('themes.title')}</h2>
      <p className="field-help">{t('themes.help')}</p>
      <ul className="stack-tight">
        {themes.map(({ id, title: name }) => <li key={id} className="rule"><bdi>{name}</bdi><button type="button" className="button button-plain button-round" aria-label={t('themes.remove', { title: name })} onClick={() => void onSave((rules) => withoutTheme(rules, id))}><Icon of="close" size={18} /></button></li>)}
      </ul>
      <form className="theme-add" onSubmit={submit} noValidate>
        <TextField label={t('themes.label')} value={title} onText={setTitle} autoComplete="off" />
        <button type="submit" className="button" disabled={!fits}>{t('themes.add')}</button>
        <button type="button" className="button button-plain" onClick={() => void suggest()}>{t('themes.suggest')}</button>
      </form>
      <div role="status" className="row">
        {open?.length === 0 && <span className="small soft">{t('themes.nothing')}</span>}
        {open?.map((one) => <button key={one.id} type="button" className="button topic" onClick={() => void add({ id: one.id, title: one.title })}><Icon of="plus" size={16} /><bdi>{one.title}</bdi> <span className="small soft">{t('themes.people', { count: one.people })}</span></button>)}
      </div>
    </section>
  );
}
