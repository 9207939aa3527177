import { MEMBER_ROLES, type HttpAnswers } from '@tsunagu/contracts';
import { useEffect, useState } from 'react';
import { go } from '../live/address.js';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { ConsoleBar } from './console-bar.js';
import { NextEventLink } from './next-event-link.js';
import { isSignedOut } from './is-signed-out.js';
import { NotRead } from './use-read-anew.js';

type EventItem = HttpAnswers['listEvents']['events'][number];

/** Every page of the list. */
async function allEvents(): Promise<EventItem[]> {
  const events: EventItem[] = [];
  let cursor: string | null | undefined;
  do {
    const page: HttpAnswers['listEvents'] = await call('listEvents', { params: {}, ...(cursor ? { query: { cursor } } : {}) });
    events.push(...page.events);
    cursor = page.next;
  } while (cursor);
  return events;
}

export function EventList({ operator, onSignOut, onSignedOut }: { operator: boolean; onSignOut: () => void; onSignedOut: () => void }) {
  const { t } = useTranslation(['board', 'look', 'outside']);
  useTitle(t('events.title'));
  const [events, setEvents] = useState<EventItem[]>();
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const open = new AbortController();
    setError(undefined);
    keepTrying(allEvents, () => setWaiting(true), open.signal).then(setEvents, (refused: unknown) => {
      // the session may end between two pages: then there is nothing to wait for
      if (isSignedOut(refused)) onSignedOut();
      else setError(refused);
    });
    return () => open.abort();
  }, [asked, onSignedOut]);
  const [current, over] = [false, true].map((isOver) => (events ?? []).filter(({ state }) => (state === 'closed') === isOver)) as [EventItem[], EventItem[]];
  return (
    <>
      <ConsoleBar onSignOut={onSignOut}>{operator && <a href="/console/operator" onClick={(event) => { event.preventDefault(); go('/console/operator'); }}>{t('outside:operator.toPage')}</a>}</ConsoleBar>
      <main className="middle stack">
        <div className="spread">
          <h1>{t('events.title')}</h1>
          <a className="button button-main" href="/console/events/new" onClick={(event) => { event.preventDefault(); go('/console/events/new'); }}>{t('events.create')}</a>
        </div>
        {!events && error === undefined && <p role="status">{t(waiting ? 'look:unreachable' : 'look:loading')}</p>}
        <NotRead error={error} again={() => setAsked(asked + 1)} />
        {events?.length === 0 && <p className="card">{t('events.none')}</p>}
        {events && <Lines events={current} />}
        {over.length > 0 && <details className="more" open={current.length === 0 || undefined}><summary>{t('events.over', { count: over.length })}</summary><div className="more-inside"><Lines events={over} /></div></details>}
      </main>
    </>
  );
}

function Lines({ events }: { events: EventItem[] }) {
  const { t, language } = useTranslation(['board', 'look']);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <ul className="stack-tight">
      {events.map((item) => (
        <li key={item.id} className="event-line">
          <a className="card event-item" href={`/console/events/${item.id}`} onClick={(event) => { event.preventDefault(); go(`/console/events/${item.id}`); }}>
            <span className="event-item-title" id={`title-${item.id}`}><bdi>{item.title}</bdi></span>
            <span className="small soft">{date.format(new Date(item.heldOn))}</span>
            <span className="small number">{!item.erased && t('look:people', { count: item.people })}</span>
            <span className={`state state-${item.state}`}>{item.erased ? t('events.erased') : t(`events.state.${item.state}`)}</span>
          </a>
          {MEMBER_ROLES.indexOf(item.role) <= MEMBER_ROLES.indexOf('organiser') && <NextEventLink eventId={item.id} about={`title-${item.id}`} />}
        </li>
      ))}
    </ul>
  );
}
