import type { DraftTeam, Unplaced } from '@tsunagu/contracts';
import { useDroppable } from '@dnd-kit/core';
import { memo } from 'react';
import { BoardIcon } from './board-icon.js';
import { say } from '../look/language.js';
import { setTheme } from '../look/set-theme.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { MoveEffect, type Effect } from './move-effect.js';
import { PersonCard } from './person-card.js';
import { points } from './points.js';
import { TeamName } from './team-name.js';

/** Where people without a seat are put. */
export const OUTSIDE = 'outside';
const MOST_REASONS = 3;

interface CardParts {
  /** nobody can be moved */
  readOnly: boolean;
  onPin: (participantId: string, pinned: boolean) => void;
  onMenu: (participantId: string, button: HTMLElement) => void;
}
interface TeamHandlers {
  onLock: (teamId: string, locked: boolean) => void;
  onRename: (teamId: string, name: string) => Promise<boolean>;
}

/** Looks the person up, so that a change of one redraws one card and no column. */
function Seat({ participantId, note, readOnly, fixed, ...rest }: CardParts & { participantId: string; pinned: boolean; note: string; seated: boolean; fixed: boolean }) {
  const { t } = useTranslation(['board', 'look']);
  const { person } = useBoard();
  const found = person(participantId);
  const away = found !== undefined && (!found.here || found.left);
  return <li><PersonCard participantId={participantId} person={found} note={note || (away ? t('teams.away') : '')} fixed={fixed || readOnly} {...rest} /></li>;
}

/** One team of the draft. */
export const DraftColumn = memo(function DraftColumn({ team, effect, onLock, onRename, ...card }: CardParts & TeamHandlers & { team: DraftTeam; effect: Effect | undefined }) {
  const { t, language } = useTranslation(['board', 'look']);
  const { setNodeRef, isOver } = useDroppable({ id: team.id });
  const title = t('teams.team', { number: team.number });
  const theme = setTheme(team);
  return (
    <section ref={setNodeRef} className={isOver ? 'column column-over' : 'column'} aria-label={title}>
      {effect && <MoveEffect effect={effect} />}
      <header className="column-head">
        <h2>{title}</h2>
        <span className="small soft number">{t('teams.count', { count: team.members.length })}{team.score !== null && t('teams.between') + points(team.score)}</span>
        <button type="button" className="button button-plain button-round" aria-pressed={team.locked} aria-label={t('look:named', { what: t('teams.lock'), name: title })} title={t(team.locked ? 'teams.locked' : 'teams.lock')} onClick={() => onLock(team.id, !team.locked)}><BoardIcon of="lock" size={20} /></button>
        <TeamName team={team} onRename={(name) => onRename(team.id, name)} />
      </header>
      {theme && <p className="small">{t('teams.theme', { title: theme })}</p>}
      <ul className="column-cards">
        {team.members.map(({ participantId, pinned }) => <Seat key={participantId} participantId={participantId} pinned={pinned} note="" seated fixed={team.locked} {...card} />)}
      </ul>
      {team.reasons.length > 0 && (
        <details className="column-why"><summary className="small">{t('teams.why')}</summary><ul className="small reasons">{team.reasons.slice(0, MOST_REASONS).map((reason, place) => <li key={place}>{say(reason.text, language)}</li>)}</ul></details>
      )}
    </section>
  );
});

/** Those without a seat, each with the cause. */
export const OutsideColumn = memo(function OutsideColumn({ unplaced, everybody, effect, ...card }: CardParts & { unplaced: Unplaced[]; /** whether the draft knows of everybody in the room */ everybody: boolean; effect: Effect | undefined }) {
  const { t, language } = useTranslation('board');
  const { setNodeRef, isOver } = useDroppable({ id: OUTSIDE });
  return (
    <section ref={setNodeRef} className={isOver ? 'column column-outside column-over' : 'column column-outside'} aria-label={t('teams.unplaced')}>
      {effect && <MoveEffect effect={effect} />}
      <header className="column-head"><h2>{t('teams.unplaced')}</h2><span className="small soft number">{t('teams.count', { count: unplaced.length })}</span></header>
      <ul className="column-cards">
        {unplaced.map(({ participantId, cause }) => <Seat key={participantId} participantId={participantId} pinned={false} note={say(cause, language)} seated={false} fixed={false} {...card} />)}
      </ul>
      {everybody && unplaced.length === 0 && <p className="small soft">{t('teams.unplacedNone')}</p>}
    </section>
  );
});
