import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Refusal, Unreachable } from '../live/call.js';
import { Icon } from './icons.js';
import { isUndo } from './is-undo.js';
import { say } from './language.js';
import { useTranslation } from './translation.js';

export interface Notice { /** what it tells of: of one thing the newest alone is shown, and can be undone; the same sentence with nothing to do about it is shown once anyway */ about?: string; text: string; action?: { label: string; run: () => void } }
interface Notify { notify: (notice: Notice) => void; notifyError: (error: unknown) => void; /** takes all away, where nobody is to be named any more */ forget: () => void; /** something else is being done: Ctrl+Z no longer means what was told before */ begin: () => void; /** says and shows them in a place from now on; @returns what ends that */ sayIn: (place: Place) => () => void }
/** Where what comes is said, and where what has been said elsewhere is shown on without a word */
interface Place { said: HTMLElement; kept: HTMLElement }

const SHOWN_MS = 9_000;
const SHOWN_WITH_ACTION_MS = 20_000;
const SAID_AFTER_MS = 1_000;
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
  const [shown, setShown] = useState<(Notice & { id: number; at: number; wasSaid?: boolean })[]>([]);
  const nextId = useRef(0);
  const [begun, setBegun] = useState(0);
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const remove = useCallback((id: number) => setShown((old) => old.filter((notice) => notice.id !== id)), []);
  const notify = useCallback((notice: Notice) => {
    const id = nextId.current++;
    setShown((old) => [...old.filter(({ about, action, text }) => (about ? about !== notice.about : action || text !== notice.text)).slice(1 - MOST_AT_ONCE), { ...notice, id, at: performance.now() }]);
    const milliseconds = notice.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
    // whoever has come to it by Tab is not hurried
    const leave = (): void => void (document.activeElement?.closest('.notices') ? setTimeout(leave, milliseconds) : remove(id));
    setTimeout(leave, milliseconds);
  }, [remove]);
  const moveTo = useCallback((change: (old: readonly Place[]) => readonly Place[]) => {
    setPlaces(change);
    // what comes as a sheet closes has not been said yet
    setShown((old) => old.map((notice) => ({ ...notice, wasSaid: performance.now() - notice.at > SAID_AFTER_MS })));
  }, []);
  const sayIn = useCallback((place: Place) => {
    moveTo((old) => [...old, place]);
    return () => moveTo((old) => old.filter((other) => other !== place));
  }, [moveTo]);
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
  const place = places.at(-1);
  const draw = ({ id, text, action }: (typeof shown)[number]) => (
    <div key={id} className="notice arrive">
      <span className="notice-text">{text}</span>
      {action && <button type="button" className="button" aria-keyshortcuts={id === latest?.id ? 'Control+Z' : undefined} onClick={() => { remove(id); action.run(); }}>{action.label}</button>}
      <button type="button" className="button button-round" aria-label={t('close')} onClick={() => remove(id)}><Icon of="close" size={18} /></button>
    </div>
  );
  return (
    <NotifyContext value={value}>
      {children}
      <NoticePlace />
      {place && createPortal(shown.filter(({ wasSaid }) => wasSaid).map(draw), place.kept)}
      {place && createPortal(shown.filter(({ wasSaid }) => !wasSaid).map(draw), place.said)}
    </NotifyContext>
  );
}

/** Where notices are said and shown: on the page, and in each sheet, since beside an open one nothing is seen or spoken. The one that has come last has them. */
export function NoticePlace() {
  const { t } = useTranslation('look');
  const { sayIn } = useNotices();
  const said = useRef<HTMLDivElement>(null);
  const kept = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => sayIn({ said: said.current!, kept: kept.current! }), [sayIn]);
  return (
    <div ref={said} className="notices" role="status" aria-label={t('notices')}>
      <div ref={kept} className="notices-kept" aria-live="off" />
    </div>
  );
}
