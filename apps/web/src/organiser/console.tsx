import type { OrganiserView } from '@tsunagu/contracts';
import { useCallback, useEffect, useState } from 'react';
import { go, useAddress } from '../live/address.js';
import { call, Refusal } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useCheckInKeepers } from './use-check-in-keepers.js';
import { CreateEvent } from './create-event.js';
import { EventList } from './event-list.js';
import { EventPage } from './event-page.js';
import { isSignedOut } from './is-signed-out.js';
import { forgetSettings } from './kept-settings.js';
import { OperatorPage } from './operator-page.js';
import { endRehearsals } from './rehearsal-run.js';
import { SetPassword } from './set-password.js';
import { SignIn } from './sign-in.js';
import { UseLoginLink } from './use-login-link.js';

/** The organiser's console: whoever is not signed in sees the sign-in first, and then what they came for. */
export function Console() {
  const { t } = useTranslation('look');
  const { notifyError } = useNotices();
  useAddress();
  const [organiser, setOrganiser] = useState<OrganiserView | null>();
  const { of: checkInsOf, forget: forgetCheckIns } = useCheckInKeepers();
  const [askPassword, setAskPassword] = useState(false);
  const [, , second, third] = location.pathname.split('/');
  const byLink = second === 'login' && location.hash.length > 1;

  const [unreachable, setUnreachable] = useState(false);
  useEffect(() => {
    if (byLink) return;
    const open = new AbortController();
    keepTrying(() => call('readOrganiser', { params: {} }), () => setUnreachable(true), open.signal).then(setOrganiser, (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      setOrganiser(null);
    });
    return () => open.abort();
  }, [byLink]);

  const signedIn = (view: OrganiserView): void => {
    setOrganiser(view);
    setAskPassword(!view.hasPassword);
    if (second === 'login') go('/console', { replace: true });
  };
  const signedOut = useCallback(() => setOrganiser(null), []);
  // After the forms are gone, which keep what was typed into them.
  useEffect(() => {
    if (organiser !== null) return;
    forgetSettings();
    forgetCheckIns();
    endRehearsals();
  }, [organiser, forgetCheckIns]);
  // Whoever reads that they are signed out leaves the computer to the next: it is said only where it is so.
  const signOut = (): void => void call('signOut', { params: {} }).then(signedOut, (error: unknown) => {
    if (isSignedOut(error)) signedOut();
    else notifyError(error);
  });

  if (byLink) return <UseLoginLink token={location.hash.slice(1)} onSignedIn={signedIn} />;
  if (organiser === undefined) return <main className="wait"><p role="status">{t(unreachable ? 'unreachable' : 'loading')}</p></main>;
  if (organiser === null) return <SignIn onSignedIn={signedIn} />;
  if (askPassword) return <SetPassword login={organiser.login} onDone={() => setAskPassword(false)} />;
  if (second === 'operator' && organiser.operator) return <OperatorPage onSignOut={signOut} />;
  if (second === 'events' && third === 'new') return <CreateEvent onSignOut={signOut} />;
  if (second === 'events' && third) return <EventPage key={third} eventId={third} checkInKeeper={checkInsOf(third)} onSignOut={signOut} onSignedOut={signedOut} />;
  return <EventList operator={organiser.operator} onSignOut={signOut} onSignedOut={signedOut} />;
}
