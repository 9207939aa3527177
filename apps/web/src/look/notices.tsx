import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Refusal, Unreachable } from '../live/call.js';
import { Icon } from './icons.js';
import { say } from './language.js';
import { useTranslation } from './translation.js';

export interface Notice { text: string; action?: { label: string; run: () => void } }
interface Notify { notify: (notice: Notice) => void; notifyError: (error: unknown) => void; /** takes all away, where nobody is to be named any more */ forget: () => void }

const SHOWN_MS = 9_000;
const SHOWN_WITH_ACTION_MS = 20_000;
const MOST_AT_ONCE = 3;
const NotifyContext = createContext<Notify>({ notify: () => {}, notifyError: () => {}, forget: () => {} });

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
  const region = useRef<HTMLDivElement>(null);
  const remove = useCallback((id: number) => setShown((old) => old.filter((notice) => notice.id !== id)), []);
  const notify = useCallback((notice: Notice) => {
    const id = nextId.current++;
    setShown((old) => [...old.slice(1 - MOST_AT_ONCE), { ...notice, id }]);
    const milliseconds = notice.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
    // whoever has come to it by Tab is not hurried
    const leave = (): void => void (region.current?.contains(document.activeElement) ? setTimeout(leave, milliseconds) : remove(id));
    setTimeout(leave, milliseconds);
  }, [remove]);
  const latest = shown.findLast(({ action }) => action);
  useEffect(() => {
    if (!latest) return;
    const undo = (event: KeyboardEvent): void => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || (event.target as Element).matches('input, textarea')) return;
      event.preventDefault();
      remove(latest.id);
      latest.action!.run();
    };
    addEventListener('keydown', undo);
    return () => removeEventListener('keydown', undo);
  }, [latest, remove]);
  const value = useMemo(() => ({ notify, notifyError: (error: unknown) => notify({ text: errorText(error) }), forget: () => setShown([]) }), [notify, errorText]);
  return (
    <NotifyContext value={value}>
      {children}
      <div ref={region} className="notices" role="status" aria-label={t('notices')}>
        {shown.map(({ id, text, action }) => (
          <div key={id} className="notice arrive">
            <span className="notice-text">{text}</span>
            {action && <button type="button" className="button" aria-keyshortcuts={id === latest?.id ? 'Control+Z' : undefined} onClick={() => { remove(id); action.run(); }}>{action.label}</button>}
            <button type="button" className="button button-round" aria-label={t('close')} onClick={() => remove(id)}><Icon of="close" size={18} /></button>
          </div>
        ))}
      </div>
    </NotifyContext>
  );
}
