import type { ReactNode } from 'react';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';

/** Asks before something is done. @param serious it takes something away @param parts what the button says while it runs */
export function Question({ title, yes, onYes, onNo, serious = false, parts, told, children }: { title: string; yes: string; onYes: () => void; onNo: () => void; serious?: boolean; parts?: { 'aria-disabled': true | undefined }; told?: string; children: ReactNode }) {
  const { t } = useTranslation('look');
  return (
    <Sheet title={title} onClose={onNo} told={told}>
      <p id={told}>{children}</p>
      <div className="sheet-actions">
        <button type="button" className={`button ${serious ? 'button-bad' : 'button-main'}`} {...parts} onClick={onYes}>{yes}</button>
        <button type="button" className="button" onClick={onNo}>{t('cancel')}</button>
      </div>
    </Sheet>
  );
}
