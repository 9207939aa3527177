import { useEffect, useState } from 'react';
import { useTranslation } from './translation.js';

const QUIET_FOR_MS = 2_000;

/** True once something has been so for a while: short cuts need no banner. */
function useLasting(value: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), QUIET_FOR_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return value && lasting;
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const read = (): void => setOnline(navigator.onLine);
    addEventListener('online', read);
    addEventListener('offline', read);
    return () => {
      removeEventListener('online', read);
      removeEventListener('offline', read);
    };
  }, []);
  return online;
}

/** Says that the line is down, and `more` about what waits for it; that alone too, once it has waited for a while. */
export function ConnectionBanner({ connected, more }: { connected: boolean; more?: string }) {
  const { t } = useTranslation('look');
  const online = useOnline();
  const cut = useLasting(!connected);
  const waited = useLasting(more !== undefined);
  const text = !online ? t('offline') : cut ? t('cut') : '';
  return <div role="status">{(text || waited) && <p className="banner">{[text, more].filter(Boolean).map((sentence) => <span key={sentence}>{sentence} </span>)}</p>}</div>;
}
