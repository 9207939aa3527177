import { useState } from 'react';
import { TextField } from '../look/field.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { namesEvent } from './names-event.js';
import { useOnce } from './use-once.js';

/** For the owner of an event that is over: erases everything about its people without waiting for the date, once its name was typed. */
export function EraseEvent() {
  const { t } = useTranslation(['board', 'look']);
  const { state: { event }, may, ask } = useBoard();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const close = (): void => {
    setOpen(false);
    setTyped('');
  };
  const [erase, erasing] = useOnce(async () => { if (await ask('eraseEvent', {}, undefined)) close(); });
  if (event.erased || !may('owner')) return null;
  return (
    <>
      <p className="field-help">{t('erase.help')}</p>
      <div className="row"><button type="button" className="button button-bad" onClick={() => setOpen(true)}>{t('erase.open')}</button></div>
      {open && (
        <Sheet title={t('erase.title')} onClose={close}>
          <form className="stack" onSubmit={(submitted) => { submitted.preventDefault(); erase(); }} noValidate>
            <dl className="stack-tight">
              <div><dt><strong>{t('erase.goes')}</strong></dt><dd>{t('erase.goesWhat')}</dd></div>
              <div><dt><strong>{t('erase.stays')}</strong></dt><dd>{t('erase.staysWhat')}</dd></div>
            </dl>
            <p className="box box-bad">{t('erase.forGood')}</p>
            <TextField label={t('erase.type')} help={<bdi>{event.title}</bdi>} value={typed} onText={setTyped} autoComplete="off" spellCheck={false} />
            <div className="sheet-actions"><button type="submit" className="button button-bad" disabled={!namesEvent(typed, event.title)} {...erasing}>{t('erase.do')}</button><button type="button" className="button" onClick={close}>{t('look:cancel')}</button></div>
          </form>
        </Sheet>
      )}
    </>
  );
}
