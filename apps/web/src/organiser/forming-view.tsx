import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { points } from './points.js';

/** The search at work: how far it is, and the best so far. */
export function FormingView() {
  const { t } = useTranslation('board');
  const board = useBoard();
  const progress = board.progress && 'elapsedMs' in board.progress ? board.progress : undefined;
  const share = progress ? Math.min(1, progress.elapsedMs / progress.limitMs) : 0;
  return (
    <section className="card stack-tight">
      <p role="status">{t('teams.forming')}</p>
      <progress className="progress" value={share} max={1} aria-label={t('teams.forming')} />
      {progress?.objective != null && <p className="small soft number">{t('teams.formingBest', { objective: points(progress.objective) })}</p>}
    </section>
  );
}
