import { useAddress } from '../live/address.js';
import { ComeBack } from './come-back.js';
import { FindEvent } from './find-event.js';
import { JoinPage } from './join-page.js';
import { OwnPage } from './own-page.js';
import { readRoute } from './route.js';

/** The phone's pages: find the event, join it, one's own page, and the way back to it. */
export function Attendee() {
  useAddress();
  const route = readRoute(location.pathname, location.hash);
  switch (route.page) {
    case 'join': return <JoinPage key={route.code} code={route.code} />;
    case 'own': return <OwnPage key={route.eventId} eventId={route.eventId} />;
    case 'return': return <ComeBack secret={route.secret} />;
    case 'find': return <FindEvent />;
  }
}
