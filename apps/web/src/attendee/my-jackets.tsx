import { TEXT_LIMITS, shortTextProblem, type JacketView } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { KindMark } from '../look/kind-tag.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { Written } from '../look/written.js';
import { isWaiting } from './apply-pending.js';
import { emptyJacket } from './join-draft.js';
import { JacketFields } from './profile-fields.js';
import { usePhone } from './phone.js';
import { useTyped } from './use-typed.js';

/** The cards about data that I can bring. Those found in the introduction are proposals until I take them. */
export function MyJackets() {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { jackets }, change } = usePhone();
  const [editing, setEditing] = useState<JacketView | 'new'>();
  return (
    <section className="card stack" aria-labelledby="my-jackets">
      <div className="stack-tight"><h2 id="my-jackets">{t('me.jackets')}</h2><p className="field-help">{t('join.jacketsHelp')}</p></div>
      <ul className="stack-tight">
        {jackets.map((jacket) => (
          <li key={jacket.id} className={jacket.proposed ? 'jacket jacket-proposed' : 'jacket'}>
            <p className="row jacket-title"><KindMark kind="data" /><Written text={jacket.title} /></p>
            {jacket.description && <p className="small lead">{jacket.description}</p>}
            <p className="small soft">{jacket.proposed ? t('me.jacketProposed') : t(`look:sharing.${jacket.sharing}`)}</p>
            {isWaiting(jacket) ? <p className="small">{t('me.tagWaiting')}</p> : <div className="row">
              <button type="button" className="button" onClick={() => setEditing(jacket)}>{t(jacket.proposed ? 'me.jacketAccept' : 'me.jacketEdit')}</button>
              <button type="button" className="button button-plain" onClick={() => void change('removeJacket', { jacketId: jacket.id }, undefined)}>{t('join.jacketRemove')}</button>
            </div>}
          </li>
        ))}
      </ul>
      {jackets.length < TEXT_LIMITS.jacketsPerPerson && <button type="button" className="button" aria-haspopup="dialog" onClick={() => setEditing('new')}>{t('me.jacketNew')}</button>}
      {editing && <JacketSheet jacket={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </section>
  );
}

function JacketSheet({ jacket, onClose }: { jacket?: JacketView; onClose: () => void }) {
  const sayProblem = useTextProblem();
  const { t } = useTranslation(['phone', 'look']);
  const { change } = usePhone();
  const [value, put, forget, putBack] = useTyped(`jacket.${jacket?.id ?? ''}`, jacket ? { title: jacket.title, description: jacket.description, sharing: jacket.sharing } : emptyJacket);
  const [wrong, setWrong] = useState<{ title?: string; description?: string }>({});
  const problemOf = (text: string, limit: number, optional: boolean): string | undefined => sayProblem(shortTextProblem(text, limit, { optional }));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = { title: problemOf(value.title, TEXT_LIMITS.jacketTitleGraphemes, false), description: problemOf(value.description, TEXT_LIMITS.jacketDescriptionGraphemes, true) };
    setWrong(found);
    if (found.title || found.description) return;
    const answer = jacket ? change('changeJacket', { jacketId: jacket.id }, value) : change('addJacket', {}, value);
    forget(value);
    onClose();
    if (await answer === undefined) putBack(value);
  };
  return (
    <Sheet title={t('me.jackets')} onClose={onClose} typing={!jacket}>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <JacketFields value={value} onChange={put} wrongTitle={wrong.title} wrongDescription={wrong.description} />
        <button type="submit" className="button button-main button-wide">{t('look:save')}</button>
      </form>
    </Sheet>
  );
}
