import type { ProposalSummary } from '@tsunagu/contracts';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { percentOf, points } from './points.js';

const percent = (share: number): string => `${percentOf(share)}%`;

/** The draft beside what was put aside and what is planned for later rounds; one press makes another one the draft. */
export function CompareProposals({ proposals }: { proposals: readonly ProposalSummary[] }) {
  const { t, language } = useTranslation(['room', 'board']);
  const { ask } = useBoard();
  const wishes = [...new Map(proposals.flatMap((one) => one.wishes.map(({ wish, label }) => [wish, label] as const)))];
  const rows: [name: string, cell: (one: ProposalSummary) => string][] = [
    [t('compare.score'), (one) => (one.objective === null ? '…' : points(one.objective))],
    [t('compare.weakest'), (one) => (one.weakest === null ? '–' : points(one.weakest))],
    [t('compare.teams'), (one) => t('compare.teamsOf', { teams: one.teams, unplaced: one.unplaced })],
    ...(proposals.some(({ broken }) => broken > 0) ? [[t('compare.broken'), (one: ProposalSummary) => String(one.broken)] as [string, (one: ProposalSummary) => string]] : []),
    ...(proposals.some(({ repeats }) => repeats !== null) ? [[t('compare.repeats'), (one: ProposalSummary) => String(one.repeats ?? '–')] as [string, (one: ProposalSummary) => string]] : []),
    [t('compare.inCommon'), (one) => (one.status === 'draft' || one.inCommon === null ? '–' : percent(one.inCommon))],
    ...wishes.map(([wish, label]) => [say(label, language), (one: ProposalSummary) => { const found = one.wishes.find((other) => other.wish === wish); return found && found.value !== null ? percent(found.value) : '–'; }] as [string, (one: ProposalSummary) => string]),
  ];
  return (
    <details className="more">
      <summary>{t('compare.title', { count: proposals.length })}</summary>
      <div className="more-inside table-frame" tabIndex={0} role="region" aria-label={t('compare.title', { count: proposals.length })}>
        <table className="table compare">
          <thead><tr><td />{proposals.map((one) => (
            <th key={one.id} scope="col" className={one.status === 'draft' ? 'compare-draft' : undefined}>{nameOf(one, t('compare.number', { number: one.number }))}
              {one.rounds > 1 && <span className="small soft"> {t('compare.round', { round: one.round, rounds: one.rounds })}</span>}</th>
          ))}</tr></thead>
          <tbody>{rows.map(([name, cell]) => <tr key={name}><th scope="row">{name}</th>{proposals.map((one) => <td key={one.id} className="number">{cell(one)}</td>)}</tr>)}</tbody>
          <tfoot><tr><td />{proposals.map((one) => (
            <td key={one.id}>{one.status === 'aside'
              ? <button type="button" className="button" aria-label={t('compare.chooseOf', { number: one.number })} onClick={() => void ask('chooseProposal', { proposalId: one.id }, { version: one.version })}>{t('compare.choose')}</button>
              : t(one.status === 'planned' ? 'compare.planned' : 'compare.isDraft')}</td>
          ))}</tr></tfoot>
        </table>
      </div>
    </details>
  );
}

const nameOf = ({ label }: ProposalSummary, number: string): string => label || number;
