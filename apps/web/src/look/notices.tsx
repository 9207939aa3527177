import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Refusal, Unreachable } from '../live/call.js';
import { Icon } from './icons.js';
import { isUndo } from './is-undo.js';
import { say } from './language.js';
import { useTranslation } from './translation.js';

export interface Notice { /** what it tells of: of one thing the newest alone is shown, and can be undone; the same sentence with nothing to do about it is shown once anyway */ about?: string; text: string; action?: { label: string; run: () => void } }
interface Notify { notify: (notice: Notice) => void; notifyError: (error: unknown) => void; /** takes all away, where nobody is to be named any more */ forget: () => void; /** something else is being done: Ctrl+Z no longer means what was told before */ begin: () => void; /** says and shows them in an element from now on; @returns what ends that */ sayIn: (place: HTMLElement) => () => void }

const SHOWN_MS = 9_000;
const SHOWN_WITH_ACTION_MS = 20_000;
const MOST_AT_ONCE = 3;
const NotifyContext = createContext<Notify>({ notify: () => {}, notifyError: () => {}, forget: () => {}, begin: () => {}, sayIn: () => () => {} });

/** Short sentences about what has just happened, with at most one thing to do about it. */
export const useNotices = (): Notify => useContext(NotifyContext);

/** The sentence a person reads for any failure. */
export function useErrorText(): (error: unknown) => string {
  const { t, language } = useTranslation('look');
  return useCallback((error) => {
    if (error instanceof Refusal) return say(error.body.errors?.[0] ?? error.body, language);
    return t(error instanceof Unreachable ? 'notReached' : 'failed');
  }, [t, language]);
}

export function Notices({ children }: { children: ReactNode }) {
  const { t } = useTranslation('look');
  const errorText = useErrorText();
  const [shown, setShown] = useState<(Notice & { id: number })[]>([]);
  const nextId = useRef(0);
  const [begun, setBegun] = useState(0);
  const [places, setPlaces] = useState<readonly HTMLElement[]>([]);
  const remove = useCallback((id: number) => setShown((old) => old.filter((notice) => notice.id !== id)), []);
  const notify = useCallback((notice: Notice) => {
    const id = nextId.current++;
    setShown((old) => [...old.filter(({ about, action, text }) => (about ? about !== notice.about : action || text !== notice.text)).slice(1 - MOST_AT_ONCE), { ...notice, id }]);
    const milliseconds = notice.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
    // whoever has come to it by Tab is not hurried
    const leave = (): void => void (document.activeElement?.closest('.notices') ? setTimeout(leave, milliseconds) : remove(id));
    setTimeout(leave, milliseconds);
  }, [remove]);
  const sayIn = useCallback((place: HTMLElement) => {
    setPlaces((old) => [...old, place]);
    return () => setPlaces((old) => old.filter((other) => other !== place));
  }, []);
  const latest = shown.findLast(({ action, id }) => action && id >= begun);
  useEffect(() => {
    if (!latest) return;
    const undo = (event: KeyboardEvent): void => {
      if (!isUndo(event)) return;
      event.preventDefault();
      remove(latest.id);
      latest.action!.run();
    };
    addEventListener('keydown', undo);
    return () => removeEventListener('keydown', undo);
  }, [latest, remove]);
  const value = useMemo(() => ({ notify, notifyError: (error: unknown) => notify({ text: errorText(error) }), forget: () => setShown([]), begin: () => setBegun(nextId.current), sayIn }), [notify, errorText, sayIn]);
  return (
    <NotifyContext value={value}>
      {children}
      <NoticePlace />
      {places.length > 0 && createPortal(
        shown.map(({ id, text, action }) => (
          <div key={id} className="notice arrive">
            <span className="notice-text">{text}</span>
            {action && <button type="button" className="button" aria-keyshortcuts={id === latest?.id ? 'Control+Z' : undefined} onClick={() => { remove(id); action.run(); }}>{action.label}</button>}
            <button type="button" className="button button-round" aria-label={t('close')} onClick={() => remove(id)}><Icon of="close" size={18} /></button>
          </div>
        )),
        places.at(-1)!,
      )}
    </NotifyContext>
  );
}

/** Where notices are said and shown: on the page, and in each sheet, since beside an open one nothing is seen or spoken. The one that has come last has them. */
export function NoticePlace() {
  const { t } = useTranslation('look');
  const { sayIn } = useNotices();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => sayIn(place.current!), [sayIn]);
  return <div ref={place} className="notices" role="status" aria-label={t('notices')} />;
}
