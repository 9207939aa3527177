import type { BrokenView, ConflictView, DraftTeam, HttpBody } from '@tsunagu/contracts';
import { say } from '../look/language.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { BrokenRules } from './broken-rules.js';
import { useOnce } from './use-once.js';

const MOST_WAYS = 3;

/**
 * Rules that cannot all hold: why, and what would make them possible; one tap forms teams that way. Whoever may change the
 * event's rules changes them by it, so that the next draft does not fail for the same cause.
 */
export function ConflictList({ conflicts, broken, teams }: { conflicts: readonly ConflictView[]; broken: readonly BrokenView[]; teams: readonly DraftTeam[] }) {
  const { t, language } = useTranslation(['room', 'board']);
  const { state: { event }, may, ask } = useBoard();
  const { notify } = useNotices();
  const [loosen, loosening] = useOnce(async (change: HttpBody<'formTeams'>) => {
    if (may('organiser')) {
      const saved = await ask('changeEvent', {}, { rules: change.rules, teamSize: change.teamSize, version: event.version });
      if (saved === undefined) return;
      const { rules, teamSize } = event;
      notify({ text: t('conflict.loosened'), action: { label: t('conflict.restore'), run: () => void ask('changeEvent', {}, { rules: rules as HttpBody<'changeEvent'>['rules'], teamSize, version: saved.version }) } });
    }
    await ask('formTeams', {}, change);
  });
  if (conflicts.length === 0 && broken.length === 0) return null;
  return (
    <section className="box box-bad stack-tight draft-note" aria-label={t('board:teams.conflicts')}>
      <p><strong>{t('board:teams.conflicts')}</strong></p>
      {broken.length > 0 && <BrokenRules broken={broken} teams={teams} />}
      <ul className="stack-tight">
        {conflicts.map((conflict, place) => (
          <li key={place} className="stack-tight">
            <p>{say(conflict.text, language)}</p>
            {conflict.loosenings.length > 0 && <p className="row">{conflict.loosenings.slice(0, MOST_WAYS).map(({ text, change }, way) => <button key={way} type="button" className="button" {...loosening} onClick={() => loosen(change as HttpBody<'formTeams'>)}>{say(text, language)}</button>)}</p>}
          </li>
        ))}
      </ul>
      {conflicts.some(({ loosenings }) => loosenings.length > 0) && <p className="small">{t(may('organiser') ? 'conflict.forAll' : 'conflict.forThis')}</p>}
    </section>
  );
}
