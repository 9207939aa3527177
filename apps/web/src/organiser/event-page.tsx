import { applyToConsole, HTTP_PATHS, MEMBER_ROLES, type ConsoleState, type HttpAnswers } from '@tsunagu/contracts';
import { memo, useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import { go } from '../live/address.js';
import { call, Refusal } from '../live/call.js';
import { keep } from '../live/kept-locally.js';
import { useLive } from '../live/use-live.js';
import { ConnectionBanner } from '../look/connection-banner.js';
import { useErrorText, useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { AuditTab } from './audit-tab.js';
import { BoardContext, useBoard, type Board } from './board.js';
import type { CheckInKeeper } from './check-in-keeper.js';
import { ConsoleBar } from './console-bar.js';
import { Funnel } from './funnel.js';
import { settingsKeptAs } from './kept-settings.js';
import { PeopleTab } from './people-tab.js';
import { PrintPage, PRINT_NAMES, readPrintOrder } from './print-page.js';
import { ReceptionTab } from './reception-tab.js';
import { RoomTab } from './room-tab.js';
import { SeatNotices } from './seat-notices.js';
import { SettingsTab } from './settings-tab.js';
import { openCalls } from './open-calls.js';
import { PersonReports, ReportCount } from './person-reports.js';
import { CallCount, TeamCalls } from './team-calls.js';
import { TeamsTab } from './teams-tab.js';
import { useAnyway } from './use-anyway.js';
import { useCheckIns } from './use-check-ins.js';
import { useHeadRoom } from './use-head-room.js';
import { WordsTab } from './words-tab.js';

const TABS = ['reception', 'people', 'room', 'teams', 'words', 'settings', 'audit'] as const;
type Tab = (typeof TABS)[number];
const readTab = (hash: string): Tab => TABS.find((tab) => hash.split(/[=/]/)[0] === `#${tab}`) ?? 'reception';

/** How many wait, for whoever looks at another window. */
function waitingOn(state: ConsoleState | undefined): string {
  const count = state ? openCalls(state.teams).length + state.personReports.length : 0;
  return count > 0 ? `(${count}) ` : '';
}

/** One event, live: reception, people, the room, teams, words, settings, record. */
export function EventPage({ eventId, checkInKeeper, onSignOut, onSignedOut }: { eventId: string; checkInKeeper: CheckInKeeper; onSignOut: () => void; onSignedOut: () => void }) {
  const { t } = useTranslation(['board', 'look']);
  const errorText = useErrorText();
  const { notifyError, forget, begin } = useNotices();
  const live = useLive<ConsoleState, HttpAnswers['readConsole']>(useCallback(() => ({
    hello: (since) => ({ as: 'console', eventId, since }),
    fetchSnapshot: () => checkInKeeper.reading(() => call('readConsole', { params: { eventId } })),
    apply: applyToConsole,
    lacks: (_, event) => event.type === 'members.changed',
  }), [eventId, checkInKeeper]));
  const { answer, progress, refetch } = live;
  const printOrder = readPrintOrder(location.hash);
  // Whoever has just seen it has been taken off it: an event that is erased is there still.
  const missing = answer ? 'noLonger' : 'notFound';
  const page = live.refusal || live.gone ? missing : printOrder ? PRINT_NAMES[printOrder.kind] : `tabs.${readTab(location.hash)}` as const;
  useTitle(waitingOn(answer?.state) + t(page), answer?.state.event.title);

  const { askAnyway, question } = useAnyway();
  const ask = useCallback<Board['ask']>(async (name, params, body) => {
    if (HTTP_PATHS[name][0] !== 'GET') begin();
    const send = (what: unknown): Promise<never> => call(name, { params: { eventId, ...params }, body: what } as never) as Promise<never>;
    try {
      return await send(body).catch(async (error: unknown) => {
        const yes = error instanceof Refusal && error.body.code === 'teams.kept_apart' ? await askAnyway(error.body) : undefined;
        if (yes === undefined) throw error;
        return yes ? await send({ ...body as object, anyway: true }) : undefined;
      });
    } catch (error) {
      notifyError(error);
      if (error instanceof Refusal && error.body.code === 'edit.conflict') void refetch();
      return undefined;
    }
  }, [eventId, notifyError, begin, refetch, askAnyway]);
  const checkIns = useCheckIns(checkInKeeper, answer?.state.people, refetch);
  const role = answer?.role;
  // The same one at every push: rows that are given it are not drawn anew.
  const may = useCallback<Board['may']>((needed) => role !== undefined && MEMBER_ROLES.indexOf(role) <= MEMBER_ROLES.indexOf(needed), [role]);
  const board = useMemo<Board | undefined>(() => {
    if (!answer) return undefined;
    const byId = new Map(answer.state.people.map((person) => [person.id, person]));
    return { eventId, state: answer.state, organiserId: answer.organiserId, links: answer.links, role: answer.role, may, progress, person: (id) => byId.get(id), checkIns, ask };
  }, [answer, may, progress, eventId, checkIns, ask]);

  // A changed code needs a new QR, which is drawn by the service and never pushed.
  const joinCode = answer?.state.event.joinCode;
  const shownLink = answer?.links.join;
  useEffect(() => { if (joinCode && shownLink && !shownLink.includes(joinCode)) void refetch(); }, [joinCode, shownLink, refetch]);

  const isErased = answer?.state.event.erased;
  useEffect(() => {
    if (!isErased) return;
    forget();
    keep(settingsKeptAs(eventId), undefined);
  }, [isErased, forget, eventId]);

  const refusal = live.refusal;
  useEffect(() => { if (refusal?.code === 'access.not_signed_in') onSignedOut(); }, [refusal, onSignedOut]);
  if (refusal || live.gone) {
    return <><ConsoleBar onSignOut={onSignOut} /><main className="narrow stack"><h1>{refusal?.code === 'request.not_found' || !refusal ? t(missing) : errorText(new Refusal(refusal, undefined))}</h1><p><a className="button" href="/console" onClick={(event) => { event.preventDefault(); go('/console'); }}>{t('events.title')}</a></p></main></>;
  }
  if (!board) return <><ConsoleBar onSignOut={onSignOut} /><main className="wait"><p role="status">{live.unreachable ? t('look:unreachable') : t('look:loading')}</p></main></>;

  if (printOrder) return <BoardContext value={board}><PrintPage order={printOrder} /></BoardContext>;
  return (
    <BoardContext value={board}>
      <ConsoleBar onSignOut={onSignOut}><p className="event-title"><bdi>{board.state.event.title}</bdi> <span className={`state state-${board.state.event.state}`}>{t(`events.state.${board.state.event.state}`)}</span></p></ConsoleBar>
      <ConnectionBanner connected={live.connected} />
      <SeatNotices><Tabs /></SeatNotices>
      {question}
    </BoardContext>
  );
}

function Tabs() {
  const { t } = useTranslation(['board', 'room']);
  const { may } = useBoard();
  const tab = readTab(location.hash);
  // The tab is marked at once; a board of 300 cards is taken down in the pauses of what moves on the page.
  const shown = useDeferredValue(location.hash);
  const head = useHeadRoom();
  return (
    <>
      <div ref={head} className="console-head">
        <nav className="console-tabs" aria-label={t('tabs.label')}>
          {TABS.map((name) => <a key={name} href={`#${name}`} aria-current={tab === name ? 'page' : undefined}>{t(`tabs.${name}`)}{name === 'people' && <ReportCount />}{name === 'teams' && <CallCount />}</a>)}
        </nav>
        <Funnel />
        <PersonReports />
        <TeamCalls />
      </div>
      <main className="console-main">
        <h1 className="unseen">{t(`tabs.${readTab(shown)}`)}</h1>
        {!may('facilitator') && <p className="box viewing" role="status">{t('room:members.viewing')}</p>}
        <TabPage hash={shown} />
      </main>
    </>
  );
}

const TabPage = memo(function TabPage({ hash }: { hash: string }) {
  const tab = readTab(hash);
  return (
    <>
      {tab === 'reception' && <ReceptionTab />}
      {tab === 'people' && <PeopleTab />}
      {tab === 'room' && <RoomTab />}
      {tab === 'teams' && <TeamsTab />}
      {tab === 'words' && <WordsTab />}
      {tab === 'settings' && <SettingsTab />}
      {tab === 'audit' && <AuditTab />}
    </>
  );
});
