import type { ProposalView } from '@tsunagu/contracts';
import type { RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { teamOf } from './change-locally.js';

const OUT = 'out';

/** Where a person can be moved to, without dragging. */
export function MoveMenu({ proposal, participantId, anchor, onMove, onClose }: { proposal: ProposalView; participantId: string; anchor: RefObject<HTMLElement | null>; onMove: (toTeamId: string | null) => void; onClose: () => void }) {
  const { t } = useTranslation('board');
  const { person } = useBoard();
  const own = teamOf(proposal, participantId);
  const label = t('teams.moveOf', { name: person(participantId)?.nickname ?? '' });
  return (
    <Popover className="menu-frame" triggerRef={anchor} isOpen onOpenChange={(open) => { if (!open) onClose(); }} placement="bottom end" aria-label={label}>
      <Menu className="menu" aria-label={label} autoFocus="first" onAction={(key) => onMove(key === OUT ? null : String(key))}>
        {proposal.teams.filter((team) => team !== own && !team.locked).map((team) => <MenuItem key={team.id} id={team.id} className="menu-item">{t('teams.moveTo', { number: team.number, name: ownName(team), count: team.members.length })}</MenuItem>)}
        {own && <MenuItem id={OUT} className="menu-item">{t('teams.moveOut')}</MenuItem>}
      </Menu>
    </Popover>
  );
}
