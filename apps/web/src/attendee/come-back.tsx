import { useEffect, useState } from 'react';
import { go } from '../live/address.js';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { useErrorText } from '../look/notices.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { TopBar } from './top-bar.js';

/** A personal return QR was read: this browser becomes that participant's. */
export function ComeBack({ secret }: { secret: string }) {
  const { t } = useTranslation(['phone', 'look']);
  const errorText = useErrorText();
  const [error, setError] = useState<unknown>();
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    keepTrying(() => call('comeBack', { params: {}, body: { secret } }), () => setWaiting(true), left.signal).then(({ eventId }) => go(`/e/${eventId}`, { replace: true }), setError);
    return () => left.abort();
  }, [secret]);
  return (
    <>
      <TopBar />
      <main className="page wait">
        {error
          ? <div className="stack"><h1><Phrases text={t('back.failed')} /></h1><p>{errorText(error)}</p><p><a className="button" href="/">{t('back.toFind')}</a></p></div>
          : <p role="status">{waiting ? t('look:unreachable') : t('back.working')}</p>}
      </main>
    </>
  );
}
