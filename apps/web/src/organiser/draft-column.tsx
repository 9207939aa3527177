import type { DraftTeam } from '@tsunagu/contracts';
import { useDroppable } from '@dnd-kit/core';
import { memo } from 'react';
import { Icon } from '../look/icons.js';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { points } from './points.js';
import { PersonCard } from './person-card.js';
import { TeamName } from './team-name.js';
import type { DraftBoard } from './use-draft-board.js';

/** Where people without a seat are put. */
export const OUTSIDE = 'outside';
const MOST_REASONS = 3;

interface Parts { board: DraftBoard; onMenu: (participantId: string, button: HTMLElement) => void }

/** One team of the draft, or (`team` null) those without a seat and why. */
export const DraftColumn = memo(function DraftColumn({ team, board, onMenu }: Parts & { team: DraftTeam | null }) {
  const { t, language } = useTranslation('board');
  const { person } = useBoard();
  const { setNodeRef, isOver } = useDroppable({ id: team?.id ?? OUTSIDE });
  const seats = team ? team.members.map((member) => ({ ...member, note: '' })) : board.shown.unplaced.map(({ participantId, cause }) => ({ participantId, pinned: false, note: say(cause, language) }));
  const title = team ? t('teams.team', { number: team.number }) : t('teams.unplaced');
  return (
    <section ref={setNodeRef} className={`column${isOver ? ' column-over' : ''}${team ? '' : ' column-outside'}`} aria-label={title}>
      <header className="column-head">
        <h2>{title}</h2>
        <span className="small soft number">{t('teams.count', { count: seats.length })}{team?.score != null && ` ・ ${points(team.score)}`}</span>
        {team && <button type="button" className="button button-plain button-round" aria-pressed={team.locked} aria-label={`${t('teams.lock')}（${title}）`} title={t(team.locked ? 'teams.locked' : 'teams.lock')} onClick={() => board.lock(team.id, !team.locked)}><Icon of="lock" size={20} /></button>}
        {team && <TeamName team={team} onRename={(name) => board.rename(team.id, name)} />}
      </header>
      <ul className="column-cards">
        {seats.map(({ participantId, pinned, note }) => <li key={participantId}><PersonCard participantId={participantId} person={person(participantId)} pinned={pinned} note={note} seated={team !== null} fixed={team?.locked ?? false} onPin={board.pin} onMenu={onMenu} /></li>)}
      </ul>
      {!team && seats.length === 0 && <p className="small soft">{t('teams.unplacedNone')}</p>}
      {team && team.reasons.length > 0 && (
        <details className="column-why"><summary className="small">{t('teams.why')}</summary><ul className="small reasons">{team.reasons.slice(0, MOST_REASONS).map((reason, place) => <li key={place}>{say(reason.text, language)}</li>)}</ul></details>
      )}
    </section>
  );
});
