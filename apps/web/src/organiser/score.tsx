import type { ProposalView } from '@tsunagu/contracts';
import { useTranslation } from '../look/translation.js';
import { percentBetter, points, signedPoints } from './points.js';

/** The draft's worth beside random teams under the same rules, and what the last change did to it. */
export function Score({ proposal: { objective, baseline, baselineBest, lastDelta } }: { proposal: ProposalView }) {
  const { t } = useTranslation('board');
  if (objective === null || baseline === null) return <p className="score soft">{t('teams.scoring')}</p>;
  const percent = percentBetter(objective, baseline);
  const most = Math.max(objective, baseline, baselineBest ?? 0, 0.001);
  const bars = [['score', objective], ['scoreRandom', baseline], ...(baselineBest === null ? [] : [['scoreBest', baselineBest] as const])] as const;
  return (
    <div className="score" role="group" aria-label={t('teams.score')}>
      <dl className="score-bars">
        {bars.map(([word, value]) => (
          <div key={word} className={`score-bar score-bar-${word}`}>
            <dt className="small">{t(`teams.${word}`)}</dt>
            <dd><span className="score-fill" style={{ width: `${(value / most) * 100}%` }} /><span className="number">{points(value)}</span></dd>
          </div>
        ))}
      </dl>
      <p className="score-words">
        {percent !== undefined && <strong>{percent === 0 ? t('teams.scoreSame') : t(percent > 0 ? 'teams.scoreBetter' : 'teams.scoreWorse', { percent: Math.abs(percent) })}</strong>}
        <span role="status" className={lastDelta === null ? 'unseen' : `small delta ${lastDelta < 0 ? 'delta-down' : 'delta-up'}`}>{lastDelta !== null && t('teams.delta', { delta: signedPoints(lastDelta) })}</span>
      </p>
    </div>
  );
}
