import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** How far people have come: joined, tagged, here, in a team; and who has no seat yet. */
export function Funnel() {
  const { t } = useTranslation('board');
  const { state: { room: { counts }, unplaced, teams } } = useBoard();
  const steps = [['joined', counts.joined], ['tagged', counts.tagged], ['here', counts.here], ['inTeams', counts.inTeams]] as const;
  return (
    <section aria-label={t('funnel.label')}><dl className="funnel">
      {steps.map(([step, count]) => <div key={step}><dt>{t(`funnel.${step}`)}</dt><dd className="number">{count}</dd></div>)}
      {teams.length > 0 && <div className={unplaced.length > 0 ? 'funnel-left' : undefined}><dt>{t('funnel.left')}</dt><dd className="number">{unplaced.length}</dd></div>}
    </dl></section>
  );
}
