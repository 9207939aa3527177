import type { EventReport, TeamAnswers, TeamView } from '@tsunagu/contracts';
import { useEffect, useState } from 'react';
import { saveFile } from '../live/save-file.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { aboveRandom, points, signedPoints } from './points.js';
import { CoalescedRuns } from './coalesced-runs.js';
import { answered, ANSWERS, QUESTIONS, reportCsv } from './report-csv.js';

/** Each call, seat and rating changes the teams, and with them the report. */
const ASK_EVERY_MS = 2_000;

const sumUp = (teams: readonly TeamView[]): TeamAnswers =>
  Object.fromEntries(ANSWERS.map((answer) => [answer, teams.reduce((sum, team) => sum + (team.answers?.[answer] ?? 0), 0)])) as unknown as TeamAnswers;

/** What became of it, in numbers: each round beside random teams, who met whom, and what people say about their teams. */
export function ReportPanel() {
  const { t, language } = useTranslation(['room', 'board', 'look']);
  const { state: { event, teams }, ask } = useBoard();
  const [report, setReport] = useState<EventReport>();
  // What cannot be read leaves the report that is there.
  const [reading] = useState(() => new CoalescedRuns(() => ask('readReport', {}, undefined).then((fresh) => { if (fresh) setReport(fresh); }), ASK_EVERY_MS));
  useEffect(() => reading.ask(), [reading, teams]);
  useEffect(() => () => reading.stop(), [reading]);
  const said = sumUp(teams);
  const seated = teams.reduce((sum, { members }) => sum + members.length, 0);
  const lead = !report ? undefined : report.rounds.length > 0 ? 'report.lead' : event.erased ? 'report.erased' : event.state === 'closed' ? 'report.never' : 'report.none';
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <section className="card stack" aria-labelledby="report">
      <div className="stack-tight"><h2 id="report">{t('report.title')}</h2>{lead && <p className="field-help">{t(lead)}</p>}</div>
      {report && report.rounds.length > 0 && (
        <>
          <dl className="report-numbers">
            <div><dt>{t('report.met')}</dt><dd className="number">{report.met.pairs}<span className="small soft"> / {report.met.of}</span></dd></div>
            <div><dt>{t('report.hellos')}</dt><dd className="number">{report.hellos.mutual}<span className="small soft"> {t('report.inOneTeam', { count: report.hellos.inOneTeam })}</span></dd></div>
            {(['rated', 'toldOn'] as const).filter((question) => answered(said, question) > 0).flatMap((question) => [
              <div key={question}><dt>{t(`report.${question}`)}</dt><dd className="number">{t('look:people', { count: answered(said, question) })}<span className="small soft"> {t('report.seatedOf', { count: seated })}</span></dd></div>,
              ...QUESTIONS[question].filter((answer) => said[answer] > 0).map((answer) => <div key={answer}><dt>{t(`report.answers.${answer}`)}</dt><dd className="number">{t('look:people', { count: said[answer] })}</dd></div>),
            ])}
          </dl>
          <div className="table-frame" tabIndex={0} role="region" aria-label={t('report.lead')}>
            <table className="table">
              <thead><tr>{(['round', 'time', 'teams', 'score', 'above', 'newPairs', 'later'] as const).map((column) => <th key={column} scope="col">{t(`report.${column}`)}</th>)}</tr></thead>
              <tbody>{report.rounds.map((round, place) => {
                const above = aboveRandom(round);
                return <tr key={round.proposalId}><td className="number">{place + 1}</td><td className="number">{time.format(new Date(round.publishedAt))}</td><td className="number">{t('report.teamsOf', { teams: round.teams, people: round.people })}</td><td className="number">{round.objective === null ? '–' : points(round.objective)}</td><td className="number">{above === undefined ? '–' : signedPoints(above)}</td><td className="number">{round.newPairs} / {round.pairs}</td><td className="number">{t('report.laterOf', { placed: round.placedLater, freed: round.freed })}</td></tr>;
              })}</tbody>
            </table>
          </div>
          {report.rounds.length > 1 && <p className="field-help">{t('report.aboveHelp')}</p>}
          <div className="row"><button type="button" className="button" onClick={() => saveFile('report.csv', 'text/csv;charset=utf-8', reportCsv(report, said, seated, (key) => t(`report.${key}`), (at) => time.format(at)))}>{t('report.exportCsv')}</button></div>
        </>
      )}
    </section>
  );
}
