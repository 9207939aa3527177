import type { ProposalView } from '@tsunagu/contracts';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Which teams a draft is of, where it is not the only one: that of a round, or one beside teams that everybody sees and that end with its publication. */
export function DraftHeading({ proposal: { round, rounds } }: { proposal: Pick<ProposalView, 'round' | 'rounds'> }) {
  const { t } = useTranslation('board');
  const { state: { teams } } = useBoard();
  if (rounds === 1 && teams.length === 0) return null;
  return (
    <div className="stack-tight">
      <h2>{rounds > 1 ? t('teams.draftRound', { round, rounds }) : t('teams.draftNext')}</h2>
      {teams.length > 0 && <p>{round > 1 ? t('teams.roundPublished', { round: round - 1 }) : t('teams.teamsPublished')} {t('teams.endsWhenPublished')}</p>}
    </div>
  );
}
