import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Icon } from './icons.js';
import { Phrases } from './phrases.js';
import { useTranslation } from './translation.js';

/** A dialog over the page: from below on a phone, in the middle on a wide screen. Rendered only while open. */
export function Sheet({ title, onClose, wide = false, told, children }: { title: string; onClose: () => void; wide?: boolean; /** id of what is read out when it opens */ told?: string; children: ReactNode }) {
  const { t } = useTranslation('look');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog} className={wide ? 'sheet sheet-wide' : 'sheet'} aria-labelledby={titleId} aria-describedby={told}
      onCancel={(event) => {
        if (event.target !== dialog.current) return; // a file picker inside that was cancelled
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => { if (event.target === dialog.current) onClose(); }}
    >
      <div className="sheet-inside">
        <div className="sheet-top">
          <h2 id={titleId} tabIndex={-1} autoFocus><Phrases text={title} /></h2>
          <button type="button" className="button button-plain button-round" aria-label={t('close')} onClick={onClose}><Icon of="close" /></button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
