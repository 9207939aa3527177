import type { PersonReportView } from '@tsunagu/contracts';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { personAddress } from './people-tab.js';
import { placeOf } from './seats.js';
import { useTellNew, WaitingCount } from './waiting.js';

/** Participants who ask for help about somebody, seen from every tab: who, about whom, since when, whether they sit at one table, and the way to either; told when it comes in. */
export function PersonReports() {
  const { t } = useTranslation('board');
  const { state: { personReports }, person } = useBoard();
  const { notify } = useNotices();
  useTellNew(personReports, ({ at }) => at, ({ by }) => notify({ text: t('reports.came', { name: person(by.participantId)?.nickname ?? '' }) }));
  if (personReports.length === 0) return null;
  return (
    <section className="calls" aria-label={t('reports.label')}>
      <ul>{personReports.map((report) => <Report key={report.id} report={report} />)}</ul>
    </section>
  );
}

function Report({ report: { id, by, about, at } }: { report: PersonReportView }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { state: { teams }, person, ask } = useBoard();
  const { notify } = useNotices();
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const nickname = ({ participantId }: { participantId: string }): string => person(participantId)?.nickname ?? '';
  const names = { by: nickname(by), about: nickname(about) };
  const shared = teams.find(({ members }) => [by, about].every((one) => members.some(({ participantId }) => participantId === one.participantId)));
  const settle = async (): Promise<void> => {
    const answer = await ask('settlePersonReport', { reportId: id }, { settled: true });
    if (answer !== undefined) notify({ text: t('reports.settled', names), action: { label: t('look:undo'), run: () => void ask('settlePersonReport', { reportId: id }, { settled: false }) } });
  };
  return (
    <li className="row">
      <span><strong>{t('reports.open', names)}</strong> <span className="small">{t('calls.since', { time: time.format(new Date(at)) })}</span>{shared && <> <strong className="small">{t('reports.together', { place: placeOf(shared, t) })}</strong></>}</span>
      <span className="row">
        {[by, about].map((one) => <a key={one.participantId} className="button" href={personAddress(one.participantId)} aria-label={t('reports.showOf', { name: nickname(one) })}>{t('reports.show', { name: nickname(one) })}</a>)}
        <button type="button" className="button" aria-label={t('reports.settleOf', names)} onClick={() => void settle()}>{t('reports.settle')}</button>
      </span>
    </li>
  );
}

/** How many wait for somebody to see to it, as a badge. */
export function ReportCount() {
  const { t } = useTranslation('board');
  const { state: { personReports } } = useBoard();
  return <WaitingCount count={personReports.length} words={t('reports.waiting')} />;
}
