import { useLasting } from '../live/use-lasting.js';
import { useOnline } from '../live/use-online.js';
import { useTranslation } from './translation.js';

/** Says that the line is down, and `more` about what waits for it; that alone too, once it has waited for a while. */
export function ConnectionBanner({ connected, more }: { connected: boolean; more?: string }) {
  const { t } = useTranslation('look');
  const online = useOnline();
  const cut = useLasting(!connected);
  const waited = useLasting(more !== undefined);
  const text = !online ? t('offline') : cut ? t('cut') : '';
  return <div role="status">{(text || waited) && <p className="banner">{[text, more].filter(Boolean).map((sentence) => <span key={sentence}>{sentence} </span>)}</p>}</div>;
}
