import { useNotices } from '../look/notices.js';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { openCalls } from './open-calls.js';
import { useTellNew, WaitingCount } from './waiting.js';

/** The address of one published team. */
export const teamAddress = (id: string): string => `#teams=${id}`;

/** Teams that call for help, seen from every tab: who, where, since when, and the way to them; told when it comes in. */
export function TeamCalls() {
  const { t, language } = useTranslation('board');
  const { state: { teams } } = useBoard();
  const { notify } = useNotices();
  const calls = openCalls(teams);
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  useTellNew(calls, ({ calledAt }) => calledAt, ({ number }) => notify({ text: t('calls.open', { number }) }));
  if (calls.length === 0) return null;
  return (
    <section className="calls" aria-label={t('calls.label')}>
      <ul>
        {calls.map((team) => (
          <li key={team.id} className="row">
            <span><strong>{t('calls.open', { number: team.number })}</strong> {ownName(team) && <bdi>{ownName(team)}</bdi>} <span className="small">{[team.table && t('teams.table', { table: team.table }), t('calls.since', { time: time.format(new Date(team.calledAt)) })].filter(Boolean).join(t('teams.between'))}</span></span>
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
  return <WaitingCount count={openCalls(teams).length} words={t('calls.waiting')} />;
}
