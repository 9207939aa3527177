import type { OrganiserView } from '@tsunagu/contracts';
import { useEffect, useRef, useState } from 'react';
import { go } from '../live/address.js';
import { call } from '../live/call.js';
import { useErrorText } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { ConsoleBar } from './console-bar.js';

/** Signs in with the link printed at the start; it works once. */
export function UseLoginLink({ token, onSignedIn }: { token: string; onSignedIn: (organiser: OrganiserView) => void }) {
  const { t } = useTranslation('board');
  useTitle(t('signIn.title'));
  const errorText = useErrorText();
  const [error, setError] = useState<unknown>();
  const used = useRef(false);
  useEffect(() => {
    if (used.current) return;
    used.current = true;
    call('useLoginLink', { params: {}, body: { token } }).then(onSignedIn, setError);
  });
  return (
    <>
      <ConsoleBar />
      <main className="narrow stack">
        {error === undefined
          ? <p role="status">{t('signIn.linkWorking')}</p>
          : <><h1>{t('signIn.linkFailed')}</h1><p role="alert">{errorText(error)}</p><p><button type="button" className="button" onClick={() => go('/console', { replace: true })}>{t('signIn.toSignIn')}</button></p></>}
      </main>
    </>
  );
}
