import type { WishView } from '@tsunagu/contracts';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { isShown, percentOf, signedShare } from './points.js';

/** How far each wish came true, beside random teams, and what it asked of the others. */
export function WishList({ wishes }: { wishes: readonly WishView[] }) {
  const { t, language } = useTranslation('room');
  if (wishes.length === 0) return null;
  return (
    <details className="column-why draft-note">
      <summary className="small">{t('wishes.title')}</summary>
      <ul className="wish-list">
        {wishes.map(({ wish, label, value, random, cost, delta }) => (
          <li key={wish}>
            <span>{say(label, language)}</span>
            <span className="wish-bar" aria-hidden="true"><span className="wish-fill" style={{ width: `${percentOf(value ?? 0)}%` }} />{random !== null && <span className="wish-random" style={{ insetInlineStart: `${percentOf(random)}%` }} />}</span>
            <span className="small number">{value === null ? t('wishes.none') : t('wishes.value', { percent: percentOf(value) })}{random !== null && ` ${t('wishes.random', { percent: percentOf(random) })}`}</span>
            <span className="small soft">{delta !== null && isShown(delta) && t('wishes.delta', { delta: signedShare(delta) })} {cost !== null && cost > 0 && isShown(cost) && t('wishes.cost', { cost: signedShare(-cost) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
