import { applyToPhone, type HttpAnswers, type PhoneState } from '@tsunagu/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call, Refusal } from '../live/call.js';
import { takesCookies } from '../live/takes-cookies.js';
import { useLive } from '../live/use-live.js';
import { ConnectionBanner } from '../look/connection-banner.js';
import { Icon } from '../look/icons.js';
import { useErrorText } from '../look/notices.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { applyPending } from './apply-pending.js';
import { AwayCard } from './away-card.js';
import { Erased, readErasure, type Erasure } from './erased.js';
import { forgetEvent } from './forget-event.js';
import { keepJoined } from './joined-event.js';
import { MeTab } from './me-tab.js';
import { Moments } from './moments.js';
import { MyData } from './my-data.js';
import { OverCard } from './over-card.js';
import { PeopleTab } from './people-tab.js';
import { PhoneContext } from './phone.js';
import { TeamTab } from './team-tab.js';
import { TopBar } from './top-bar.js';
import { useChanges } from './use-changes.js';
import { useKeptProfile } from './use-kept-profile.js';

const TABS = [{ tab: 'me', icon: 'me' }, { tab: 'people', icon: 'meet' }, { tab: 'team', icon: 'team' }, { tab: 'data', icon: 'data' }] as const;
export type Tab = (typeof TABS)[number]['tab'];
const readTab = (): Tab => TABS.find(({ tab }) => location.hash === `#${tab}`)?.tab ?? 'me';

/** The participant's own page: follows the event live, and sends changes when it can. */
export function OwnPage({ eventId }: { eventId: string }) {
  const { t } = useTranslation(['phone', 'look']);
  const errorText = useErrorText();
  const [erasedHere, setErasedHere] = useState<Erasure>();
  const live = useLive<PhoneState, HttpAnswers['readPhone']>(useCallback(() => ({
    hello: (since) => ({ as: 'participant', eventId, since }),
    fetchSnapshot: () => call('readPhone', { params: { eventId } }),
    apply: applyToPhone,
    // an erased person may live on in another one, to whom this browser belongs now: two that were merged
    lacks: ({ me, erased }) => erased || (me.introduction.revision > 0 && me.introduction.text === undefined),
  }), [eventId]));

  const told = live.answer?.state;
  const { refetch } = live;
  const { outgoing, change, returned, takeReturned, clear } = useChanges(eventId, told, refetch);
  const state = useMemo(() => told && applyPending(told, outgoing), [told, outgoing]);
  const waiting = useMemo(() => new Set(outgoing.filter((item) => !item.sent).map(({ name }) => name)), [outgoing]);
  const phone = useMemo(() => state && { eventId, state, waiting, returned, takeReturned, change, refetch }, [eventId, state, waiting, returned, takeReturned, change, refetch]);

  const lost = live.refusal?.code ?? live.gone;
  const erasure = erasedHere ?? (lost === 'access.not_joined' ? readErasure(eventId) : undefined);
  const erased = erasure !== undefined || lost === 'event.erased' || (lost !== undefined && state?.erased === true);
  const title = told?.event.title;
  useEffect(() => { if (title !== undefined && !lost) keepJoined({ eventId, title }); }, [title, lost, eventId]);
  // after the forms are gone, which keep what was typed into them
  useEffect(() => {
    if (!erased) return;
    clear();
    forgetEvent(eventId);
  }, [erased, clear, eventId]);

  if (erased) return <Erased erasure={erasure} />;
  if (lost) return <Lost reason={live.refusal && live.refusal.code !== 'access.not_joined' ? errorText(new Refusal(live.refusal, undefined)) : undefined} />;
  if (!phone || !state || state.erased) return <><TopBar /><main className="page wait"><p role="status">{live.unreachable ? t('look:unreachable') : t('look:loading')}</p></main></>;
  const count = outgoing.filter((item) => !item.sent).length;
  return (
    <PhoneContext value={phone}>
      <TopBar title={state.event.title} page={t(`tabs.${readTab()}`)} languages={state.event.languages} onLanguage={(language) => void change('changeProfile', {}, { language })}>
        <ConnectionBanner connected={live.connected} more={count > 0 ? t('outbox', { count }) : undefined} />
      </TopBar>
      {/* anew where another has come back in this browser: what the one before was typing is not theirs */}
      <Tabs key={`tabs.${state.me.id}`} onErased={setErasedHere} />
      <Moments key={`moments.${state.me.id}`} />
    </PhoneContext>
  );
}

function Tabs({ onErased }: { onErased: (erasure: Erasure) => void }) {
  const { t } = useTranslation('phone');
  const tab = readTab();
  useKeptProfile();
  useEffect(() => { scrollTo(0, 0); }, [tab]);
  return (
    <>
      <main className="page page-tabbed stack">
        <OverCard />
        <AwayCard />
        {tab === 'me' && <MeTab />}
        {tab === 'people' && <PeopleTab />}
        {tab === 'team' && <TeamTab />}
        {tab === 'data' && <MyData onErased={onErased} />}
      </main>
      <nav className="tab-bar" aria-label={t('tabs.label')}>
        {TABS.map(({ tab: name, icon }) => (
          <a key={name} href={`#${name}`} aria-current={tab === name ? 'page' : undefined}><Icon of={icon} />{t(`tabs.${name}`)}</a>
        ))}
      </nav>
    </>
  );
}

function Lost({ reason }: { reason?: string }) {
  const { t } = useTranslation('phone');
  return (
    <>
      <TopBar />
      <main className="page wait"><div className="stack"><h1><Phrases text={reason ?? t('gone.notJoined')} /></h1><p>{t(takesCookies() ? 'gone.notJoinedHelp' : 'join.noCookies')}</p><p><a className="button" href="/">{t('back.toFind')}</a></p></div></main>
    </>
  );
}
