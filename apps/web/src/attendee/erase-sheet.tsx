import { useState } from 'react';
import { call } from '../live/call.js';
import { useErrorText } from '../look/notices.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { keepErasure, type Erasure } from './erased.js';
import { forgetProfile } from './kept-profile.js';
import { usePhone } from './phone.js';

/** Asks once more, then erases everything: at the service and in this browser. */
export function EraseSheet({ onErased, onClose }: { onErased: (erasure: Erasure) => void; onClose: () => void }) {
  const { t } = useTranslation(['phone', 'look']);
  const { eventId } = usePhone();
  const errorText = useErrorText();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>();
  const erase = async (): Promise<void> => {
    setWorking(true);
    try {
      const erasure = { eventId, ...await call('eraseMe', { params: { eventId } }) };
      keepErasure(erasure);
      forgetProfile();
      onErased(erasure);
    } catch (refused) {
      setError(refused);
      setWorking(false);
    }
  };
  return (
    <Sheet title={t('data.eraseConfirm')} onClose={onClose}>
      <p>{t('data.eraseConfirmHelp')}</p>
      {error !== undefined && <p className="box box-bad" role="alert">{errorText(error)}</p>}
      <div className="sheet-actions">
        <button type="button" className="button button-bad" disabled={working} onClick={() => void erase()}>{t(working ? 'data.eraseWorking' : 'data.eraseDo')}</button>
        <button type="button" className="button" onClick={onClose}>{t('look:cancel')}</button>
      </div>
    </Sheet>
  );
}
