import type { BrokenView, ConflictView, DraftTeam, HttpBody } from '@tsunagu/contracts';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

const MOST_WAYS = 3;

/** Rules that cannot all hold: why, and what would make them possible; one tap forms teams that way. */
export function ConflictList({ conflicts, broken, teams }: { conflicts: readonly ConflictView[]; broken: readonly BrokenView[]; teams: readonly DraftTeam[] }) {
  const { t, language } = useTranslation(['room', 'board']);
  const { ask } = useBoard();
  if (conflicts.length === 0 && broken.length === 0) return null;
  const numberOf = (teamId: string): number | undefined => teams.find(({ id }) => id === teamId)?.number;
  return (
    <section className="box box-bad stack-tight draft-note" aria-label={t('board:teams.conflicts')}>
      <p><strong>{t('board:teams.conflicts')}</strong></p>
      {broken.length > 0 && <ul className="reasons">{broken.map(({ rule, label, teamId, by }, place) => <li key={`${rule}${place}`}>{t('conflict.broken', { rule: say(label, language), number: numberOf(teamId) ?? '?', count: by })}</li>)}</ul>}
      <ul className="stack-tight">
        {conflicts.map((conflict, place) => (
          <li key={place} className="stack-tight">
            <p>{say(conflict.text, language)}</p>
            {conflict.loosenings.length > 0 && <p className="row">{conflict.loosenings.slice(0, MOST_WAYS).map(({ text, change }, way) => <button key={way} type="button" className="button" onClick={() => void ask('formTeams', {}, change as HttpBody<'formTeams'>)}>{t('conflict.loosen', { way: say(text, language) })}</button>)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
