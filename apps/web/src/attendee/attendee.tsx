import { lazy, Suspense } from 'react';
import { useAddress } from '../live/address.js';
import { useTranslation } from '../look/translation.js';
import { ComeBack } from './come-back.js';
import { FindEvent } from './find-event.js';
import { JoinPage } from './join-page.js';
import { loadOwnPage } from './load-own-page.js';
import { readRoute } from './route.js';
import { TopBar } from './top-bar.js';

const OwnPage = lazy(loadOwnPage);

/** The phone's pages: find the event, join it, one's own page, and the way back to it. */
export function Attendee() {
  useAddress();
  const route = readRoute(location.pathname, location.hash);
  switch (route.page) {
    case 'join': return <JoinPage key={route.code} code={route.code} />;
    case 'own': return <Suspense fallback={<Opening />}><OwnPage key={route.eventId} eventId={route.eventId} /></Suspense>;
    case 'return': return <ComeBack secret={route.secret} />;
    case 'find': return <FindEvent />;
  }
}

function Opening() {
  const { t } = useTranslation('look');
  return <><TopBar /><main className="page wait"><p role="status">{t('loading')}</p></main></>;
}
