import type { MovePreview, ProposalView } from '@tsunagu/contracts';
import type { RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { placesToSwap, teamOf } from './change-locally.js';
import { effectOn, MoveEffect } from './move-effect.js';

const OUT = 'out';
const SWAP = 'swap';

/** For the first entry of a menu that is opened by another part: the menu has the focus before its entries are there, and would keep it. */
export const takeFocus = (entry: Element | null): void => (entry as HTMLElement | null)?.focus({ preventScroll: true });

/** Where a person can be moved to, without dragging, and what each move would do; and the way to change places with somebody. */
export function MoveMenu({ proposal, preview, participantId, anchor, onMove, onSwap, onClose }: { proposal: ProposalView; preview: MovePreview | undefined; participantId: string; anchor: RefObject<HTMLElement | null>; onMove: (toTeamId: string | null) => void; onSwap: () => void; onClose: () => void }) {
  const { t } = useTranslation('board');
  const { person } = useBoard();
  const own = teamOf(proposal, participantId);
  // A line of its own from the first: items that moved when the effects come would be pressed by mistake.
  const effectOf = (teamId: string | null) => {
    const effect = effectOn(proposal, preview, teamId);
    return <span className="menu-effect">{effect && <MoveEffect effect={effect} />}</span>;
  };
  const others = proposal.teams.filter((team) => team !== own && !team.locked);
  const label = t('teams.moveOf', { name: person(participantId)?.nickname ?? '' });
  return (
    <Popover className="menu-frame menu-frame-moves" triggerRef={anchor} isOpen onOpenChange={(open) => { if (!open) onClose(); }} placement="bottom end" aria-label={label}>
      <Menu className="menu" aria-label={label} autoFocus="first" onAction={(key) => (key === SWAP ? onSwap() : onMove(key === OUT ? null : String(key)))}>
        {others.map((team, place) => {
          const words = t('teams.moveTo', { number: team.number, name: ownName(team), count: team.members.length });
          return <MenuItem key={team.id} id={team.id} ref={place === 0 ? takeFocus : undefined} className="menu-item menu-item-move" textValue={words}>{words}{effectOf(team.id)}</MenuItem>;
        })}
        {own && <MenuItem id={OUT} ref={others.length === 0 ? takeFocus : undefined} className="menu-item menu-item-move" textValue={t('teams.moveOut')}>{t('teams.moveOut')}{effectOf(null)}</MenuItem>}
        {placesToSwap(proposal, participantId).length > 0 && <MenuItem id={SWAP} className="menu-item" textValue={t('teams.swap')}>{t('teams.swap')}</MenuItem>}
      </Menu>
    </Popover>
  );
}
