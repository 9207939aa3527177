import { useCallback, useEffect, useRef, useState } from 'react';
import { useErrorText } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { CoalescedRuns } from './coalesced-runs.js';

/** What was read last, and why it could not be read since. */
interface ReadAnew<T> { value: T | undefined; error: unknown; again: () => void }

/** Reads when its part opens, and anew whenever it is asked to: one reading at a time, so that no older answer stands for a newer one. What cannot be read leaves what is there. */
export function useReadAnew<T>(read: () => Promise<T>): ReadAnew<T> {
  const latest = useRef(read);
  latest.current = read;
  const [view, setView] = useState<{ value?: T; error?: unknown }>({});
  const [runs] = useState(() => new CoalescedRuns(() => latest.current().then((value) => setView({ value }), (error: unknown) => setView(({ value }) => ({ value, error }))), 0));
  useEffect(() => {
    runs.ask();
    return () => runs.stop();
  }, [runs]);
  return { value: view.value, error: view.error, again: useCallback(() => runs.ask(), [runs]) };
}

/** Why something could not be read, and the way to try again. */
export function NotRead({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation('board');
  const errorText = useErrorText();
  if (error === undefined) return null;
  return <><p className="box box-bad" role="alert">{errorText(error)}</p><div className="row"><button type="button" className="button" onClick={again}>{t('pages.again')}</button></div></>;
}
