import type { MovePreview, ProposalView } from '@tsunagu/contracts';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { isShown, shownChange, signedPoints, signedShare } from './points.js';

const MOST_WISHES = 3;

export interface Effect { /** of the whole, in points; undefined outside all teams */ objective: number | undefined; broken: number; wishes: { label: ProposalView['wishes'][number]['label']; delta: number }[] }

/** The effect of a move to one team of the draft, null for no team: of that the rules alone are told, since a mean over fewer people is no gain for who is left out; the wishes that change most first. */
export function effectOn({ objective: before, teams, wishes }: ProposalView, preview: MovePreview | undefined, teamId: string | null): Effect | undefined {
  if (!preview) return undefined;
  const effect = preview.effects[teamId === null ? teams.length : teams.findIndex(({ id }) => id === teamId)];
  if (!effect) return undefined;
  const [objective, broken, ...terms] = effect;
  if (teamId === null) return { objective: undefined, broken, wishes: [] };
  const changed = preview.wishes.flatMap((wish, at) => {
    const label = wishes.find((one) => one.wish === wish)?.label;
    return label && isShown(terms[at]) ? [{ label, delta: terms[at] }] : [];
  });
  return { objective: before === null ? objective : shownChange(before, before + objective), broken, wishes: changed.sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta)).slice(0, MOST_WISHES) };
}

/** What a move would do: to the whole, to the rules, and to each wish. */
export function MoveEffect({ effect: { objective, broken, wishes } }: { effect: Effect }) {
  const { t, language } = useTranslation('board');
  return (
    <span className="move-effect small number">
      {objective === undefined ? <span className="soft">{t('teams.previewOut')}</span> : <span className={`delta ${objective < 0 ? 'delta-down' : 'delta-up'}`}>{t('teams.preview', { delta: signedPoints(objective) })}</span>}
      {broken > 0 && <span className="delta delta-down">{t('teams.previewBroken', { count: broken })}</span>}
      {wishes.map(({ label, delta }) => <span key={label.ja} className="soft">{say(label, language)} {signedShare(delta)}</span>)}
    </span>
  );
}
