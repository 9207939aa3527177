import type { ProposalView } from '@tsunagu/contracts';
import { useTranslation } from '../look/translation.js';
import { aboveRandom, isBelowZero, points, shownChange, signedPoints, sizeInPoints } from './points.js';

/** The draft's worth beside random teams under the same rules, and what the last change did to it. */
export function Score({ proposal: { objective, baseline, baselineBest, lastDelta, teams } }: { proposal: ProposalView }) {
  const { t } = useTranslation('board');
  if (objective === null) return <p className="score soft">{t('teams.scoring')}</p>;
  const last = lastDelta === null ? null : shownChange(objective - lastDelta, objective);
  const above = aboveRandom({ objective, baseline });
  const bars = ([['score', objective], ['scoreRandom', baseline], ['scoreBest', baselineBest]] as const).flatMap(([word, value]) => (value === null ? [] : [{ word, value }]));
  const most = Math.max(...bars.map(({ value }) => value), 0.001);
  const below = [...bars.map(({ value }) => value), ...teams.map(({ score }) => score ?? 0)].some(isBelowZero);
  return (
    <div className="score" role="group" aria-label={t('teams.score')}>
      <dl className="score-bars">
        {bars.map(({ word, value }) => (
          <div key={word} className={`score-bar score-bar-${word}`}>
            <dt className="small">{t(`teams.${word}`)}</dt>
            <dd><span className="score-fill" style={{ width: `${(Math.max(0, value) / most) * 100}%` }} /><span className="number">{points(value)}</span></dd>
          </div>
        ))}
      </dl>
      <p className="score-words">
        {above !== undefined && <strong>{above === 0 ? t('teams.scoreSame') : t(above > 0 ? 'teams.scoreBetter' : 'teams.scoreWorse', { points: sizeInPoints(above) })}</strong>}
        <span role="status" className={last === null ? 'unseen' : `small delta ${last < 0 ? 'delta-down' : 'delta-up'}`}>{last !== null && t('teams.delta', { delta: signedPoints(last) })}</span>
      </p>
      {below && <p className="small soft">{t('teams.belowZero')} {baseline !== null && t('teams.lookAtDifference')}</p>}
    </div>
  );
}
