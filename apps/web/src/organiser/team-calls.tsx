import { useEffect, useRef } from 'react';
import { useNotices } from '../look/notices.js';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { callsSince, openCalls, type Call } from './open-calls.js';

/** The address of one published team. */
export const teamAddress = (id: string): string => `#teams=${id}`;

/** Teams that call for help, seen from every tab: who, where, since when, and the way to them; told when it comes in, and in the window's title. */
export function TeamCalls() {
  const { t, language } = useTranslation('board');
  const { state: { teams } } = useBoard();
  const { notify } = useNotices();
  const calls = openCalls(teams);
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const seen = useRef<Call[] | undefined>(undefined);
  useEffect(() => {
    // those that are there when the console is opened stand in the list below
    for (const { number } of callsSince(seen.current ?? calls, calls)) notify({ text: t('calls.open', { number }) });
    seen.current = calls;
  });
  useTitleCount(calls.length);
  if (calls.length === 0) return null;
  return (
    <section className="calls" aria-label={t('calls.label')}>
      <ul>
        {calls.map((team) => (
          <li key={team.id} className="row">
            <span><strong>{t('calls.open', { number: team.number })}</strong> {ownName(team) && <bdi>{ownName(team)}</bdi>} <span className="small">{[team.table && t('teams.table', { table: team.table }), t('calls.since', { time: time.format(new Date(team.calledAt)) })].filter(Boolean).join(' ・ ')}</span></span>
            <a className="button" href={teamAddress(team.id)} aria-label={t('calls.showOf', { number: team.number })}>{t('calls.show')}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many teams call, as a badge. */
export function CallCount() {
  const { t } = useTranslation('board');
  const { state: { teams } } = useBoard();
  const { length } = openCalls(teams);
  return length > 0 && <> <span className="count">{length}<span className="unseen"> {t('calls.waiting')}</span></span></>;
}

/** Says in the window's title how many wait, for whoever looks at another window. */
function useTitleCount(count: number): void {
  const { language } = useTranslation('board');
  useEffect(() => {
    if (count === 0) return;
    const { title } = document;
    document.title = `(${count}) ${title}`;
    return () => { document.title = title; };
  }, [count, language]);
}
