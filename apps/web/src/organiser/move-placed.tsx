import type { TeamView } from '@tsunagu/contracts';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useNotices } from '../look/notices.js';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { takeFocus } from './move-menu.js';
import { SwapSheet } from './swap-sheet.js';
import { useFullTeam } from './use-full-team.js';

const SWAP = 'swap';

/** Somebody in a published team. */
export interface PlacedSeat { participantId: string; name: string; teamId: string }

/**
 * Moves somebody between published teams, or lets them change places with another, in one step that both teams' phones see, and back.
 * One menu serves the page: one of each seat would be drawn anew at every push.
 * @returns what opens it at a button, the same function at each drawing, and the menu with what is asked after it
 */
export function useMovePlaced(): { open: (seat: PlacedSeat, button: HTMLElement) => void; parts: ReactNode } {
  const { t } = useTranslation(['board', 'look']);
  const { state: { teams }, person, ask } = useBoard();
  const { notify } = useNotices();
  const [{ participantId, name, teamId: from }, setSeat] = useState<PlacedSeat>({ participantId: '', name: '', teamId: '' });
  const [shown, setShown] = useState<'menu' | 'swap'>();
  const anchor = useRef<HTMLElement>(null);
  const { into, question } = useFullTeam(name);
  const open = useCallback((seat: PlacedSeat, button: HTMLElement) => {
    anchor.current = button;
    setSeat(seat);
    setShown('menu');
  }, []);
  const others = shown ? teams.filter(({ id }) => id !== from) : [];
  // where a colleague has moved somebody meanwhile there is nothing to take back
  const move = async ({ id: toTeamId, number }: TeamView): Promise<void> => {
    if (await ask('movePlaced', {}, { participantId, fromTeamId: from, toTeamId }) === undefined) return;
    notify({ text: t('teams.moved', { name, to: t('teams.team', { number }) }), action: { label: t('look:undo'), run: () => void ask('movePlaced', {}, { participantId, fromTeamId: toTeamId, toTeamId: from }) } });
  };
  const swap = async (withId: string): Promise<void> => {
    setShown(undefined);
    const withTeamId = others.find(({ members }) => members.some((member) => member.participantId === withId))?.id ?? from;
    if (await ask('swapPlaced', {}, { participantId, teamId: from, withId, withTeamId }) === undefined) return;
    const back = { participantId, teamId: withTeamId, withId, withTeamId: from };
    notify({ text: t('teams.swapped', { name, other: person(withId)?.nickname ?? '' }), action: { label: t('look:undo'), run: () => void ask('swapPlaced', {}, back) } });
  };
  const choose = (key: string): void => {
    const team = teams.find(({ id }) => id === key);
    setShown(team ? undefined : 'swap');
    if (team) into(team, () => void move(team));
  };
  const label = t('teams.moveOf', { name });
  return {
    open,
    parts: (
      <>
        {shown === 'menu' && (
          <Popover className="menu-frame" triggerRef={anchor} isOpen onOpenChange={(stays) => { if (!stays) setShown((now) => (now === 'menu' ? undefined : now)); }} placement="bottom end" aria-label={label}>
            <Menu className="menu" aria-label={label} autoFocus="first" onAction={(key) => choose(String(key))}>
              {others.map((team, place) => <MenuItem key={team.id} id={team.id} ref={place === 0 ? takeFocus : undefined} className="menu-item">{t('teams.moveTo', { number: team.number, name: ownName(team), count: team.members.length })}</MenuItem>)}
              {others.length > 0 && <MenuItem id={SWAP} className="menu-item">{t('teams.swap')}</MenuItem>}
            </Menu>
          </Popover>
        )}
        {question}
        {shown === 'swap' && <SwapSheet participantId={participantId} groups={others.map(({ number, members }) => ({ label: t('teams.team', { number }), ids: members.map((member) => member.participantId) }))} onSwap={(withId) => void swap(withId)} onClose={() => setShown(undefined)} />}
      </>
    ),
  };
}
