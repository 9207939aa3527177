import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Icon } from './icons.js';
import { NoticePlace } from './notices.js';
import { OpenSheets } from './open-sheets.js';
import { Phrases } from './phrases.js';
import { useTranslation } from './translation.js';

const sheets = new OpenSheets({
  depth: () => (history.state as { sheets?: number } | null)?.sheets,
  mark: (depth) => history.replaceState({ ...(history.state as object | null), sheets: depth }, ''),
  push: (depth) => {
    // the page below stays where it is, or where what was done in the sheet has led
    history.scrollRestoration = 'manual';
    history.pushState({ sheets: depth }, '');
  },
  go: (by) => history.go(by),
  later: (work) => { setTimeout(work); },
});
addEventListener('popstate', () => sheets.moved());

const SECOND_TAP_MS = 300;
const SECOND_TAP_PX = 30;

/** Of two quick taps on what closes a sheet the second is for nothing that lay under it. */
function swallowSecondTap({ clientX, clientY }: PointerEvent): void {
  const swallow = (event: MouseEvent): void => {
    if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > SECOND_TAP_PX) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, true);
  setTimeout(removeEventListener, SECOND_TAP_MS, 'click', swallow, true);
}

/** A dialog over the page: from below on a phone, in the middle on a wide screen. Rendered only while open; the browser's back button closes it. */
export function Sheet({ title, onClose, wide = false, typing = false, told, children }: { title: string; onClose: () => void; wide?: boolean; /** it is there to type into: its first field has the focus */ typing?: boolean; /** id of what is read out when it opens */ told?: string; children: ReactNode }) {
  const { t } = useTranslation('look');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const pressed = useRef<PointerEvent>(undefined);
  const close = useRef(onClose);
  useLayoutEffect(() => { close.current = onClose; });
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    if (typing) element.querySelector<HTMLElement>('input, textarea')?.focus();
    const closed = sheets.open(() => close.current());
    return () => {
      closed();
      element.close();
      if (pressed.current) swallowSecondTap(pressed.current);
    };
  }, []);
  return (
    <dialog
      ref={dialog} className={wide ? 'sheet sheet-wide' : 'sheet'} aria-labelledby={titleId} aria-describedby={told}
      // one of its own, not of a dialog or a file field inside
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      // beside the sheet, from the beginning: text that is selected with the mouse may end there
      onPointerDown={(event) => { pressed.current = event.nativeEvent; }}
      onClick={(event) => { if (event.target === dialog.current && pressed.current?.target === dialog.current) onClose(); }}
    >
      <div className="sheet-inside">
        <div className="sheet-top">
          <h2 id={titleId} tabIndex={-1} autoFocus><Phrases text={title} /></h2>
          <button type="button" className="button button-plain button-round" aria-label={t('close')} onClick={onClose}><Icon of="close" /></button>
        </div>
        {children}
      </div>
      <NoticePlace />
    </dialog>
  );
}
