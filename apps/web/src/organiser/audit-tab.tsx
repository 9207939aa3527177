import type { HttpAnswers } from '@tsunagu/contracts';
import { call } from '../live/call.js';
import { Names } from '../look/names.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { MorePages, usePagedList } from './more-pages.js';
import { ReportPanel } from './report-panel.js';

type AuditLine = HttpAnswers['listAudit']['lines'][number];

/** Who did what, when. */
export function AuditTab() {
  const { t, language } = useTranslation('board');
  const { eventId } = useBoard();
  const pages = usePagedList((query) => call('listAudit', { params: { eventId }, query }));
  const { lines } = pages;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <div className="stack">
      <ReportPanel />
      <div className="card stack">
        <div className="stack-tight"><h2 id="audit">{t('audit.title')}</h2><p className="field-help">{t('audit.lead')}</p></div>
        {lines?.length === 0 && <p>{t('audit.none')}</p>}
        {lines && lines.length > 0 && (
          <div className="table-frame" tabIndex={0} role="region" aria-labelledby="audit">
            <table className="table">
              <thead><tr>{(['time', 'actor', 'action', 'subject'] as const).map((column) => <th key={column} scope="col">{t(`audit.${column}`)}</th>)}</tr></thead>
              <tbody>{lines.map((line, place) => <tr key={place}><td className="number">{time.format(new Date(line.at))}</td><td><Actor line={line} /></td><td><Action action={line.action} /></td><td><Subject line={line} /><Why line={line} /></td></tr>)}</tbody>
            </table>
          </div>
        )}
        <MorePages {...pages} />
      </div>
    </div>
  );
}

function Actor({ line }: { line: AuditLine }) {
  const { t } = useTranslation('board');
  const { person } = useBoard();
  if (line.action === 'person.reported') return <bdi>{person(reporterOf(line))?.nickname ?? t('audit.actors.reporter')}</bdi>;
  if (line.actor === 'participant' || line.actor === 'retention' || line.actor === 'matching' || line.actor === 'operator') return <>{t(`audit.actors.${line.actor}`)}</>;
  return <bdi>{line.actor}</bdi>;
}

/** Who asked for help, in what is recorded of that. */
const reporterOf = ({ detail }: AuditLine): string => (detail as { by?: string }).by ?? '';

function Subject({ line }: { line: AuditLine }) {
  const { t } = useTranslation(['board', 'look']);
  const { person } = useBoard();
  const known = line.subject ? person(line.subject) : undefined;
  const reporter = line.action === 'person.reported' ? undefined : person(reporterOf(line));
  if (known && reporter) return <bdi>{t('audit.report', { by: reporter.nickname, about: known.nickname })}</bdi>;
  const other = person((line.detail as { with?: string }).with ?? '');
  if (known && other) return <Names names={[known.nickname, other.nickname]} />;
  if (known) return <bdi>{known.nickname}</bdi>;
  const { count, team, teams, kept, dropped, words, login, changed } = line.detail as { changed?: string[]; count?: number; team?: number; teams?: number; kept?: number; dropped?: number; words?: string[]; login?: string };
  if (changed) return <Names names={changed.map((field) => t(`audit.fields.${field as 'title'}`))} />;
  if (words) return <Names names={words} />;
  if (login) return <bdi>{login}</bdi>;
  if (count !== undefined) return <>{t('look:people', { count })}</>;
  if (kept !== undefined) return <>{t('audit.merged', { kept, dropped: dropped ?? '' })}</>;
  if (team !== undefined) return <>{t('teams.team', { number: team })}</>;
  if (teams !== undefined) return <>{t('teams.teamCount', { count: teams })}</>;
  return <>–</>;
}

/** The reason, where somebody gave one, and where something went. */
function Why({ line }: { line: AuditLine }) {
  const { why, host } = line.detail as { why?: string; host?: string };
  return why ?? host ? <p className="small soft"><bdi>{why ?? `→ ${host}`}</bdi></p> : null;
}

/** An action this page has no words for is shown by its name. */
function Action({ action }: { action: string }) {
  const { t } = useTranslation('board');
  const key = `audit.actions.${action}`;
  const words = t(key as 'audit.action');
  return <>{words === key ? action : words}</>;
}
