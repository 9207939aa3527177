import type { TeamView } from '@tsunagu/contracts';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useNotices } from '../look/notices.js';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { SwapSheet } from './swap-sheet.js';
import { useFullTeam } from './use-full-team.js';

const SWAP = 'swap';

/** Moves somebody between published teams, or lets them change places with another, in one step that both teams' phones see, and back. */
export function MovePlaced({ participantId, name, from }: { participantId: string; name: string; from: string }) {
  const { t } = useTranslation(['board', 'look']);
  const { state: { teams }, person, ask } = useBoard();
  const { notify } = useNotices();
  const { into, question } = useFullTeam(name);
  const [swapping, setSwapping] = useState(false);
  const others = teams.filter(({ id }) => id !== from);
  // where a colleague has moved somebody meanwhile there is nothing to take back
  const move = async ({ id: toTeamId, number }: TeamView): Promise<void> => {
    if (await ask('movePlaced', {}, { participantId, fromTeamId: from, toTeamId }) === undefined) return;
    notify({ text: t('teams.moved', { name, to: t('teams.team', { number }) }), action: { label: t('look:undo'), run: () => void ask('movePlaced', {}, { participantId, fromTeamId: toTeamId, toTeamId: from }) } });
  };
  const swap = async (withId: string): Promise<void> => {
    setSwapping(false);
    const withTeamId = others.find(({ members }) => members.some((member) => member.participantId === withId))?.id ?? from;
    if (await ask('swapPlaced', {}, { participantId, teamId: from, withId, withTeamId }) === undefined) return;
    const back = { participantId, teamId: withTeamId, withId, withTeamId: from };
    notify({ text: t('teams.swapped', { name, other: person(withId)?.nickname ?? '' }), action: { label: t('look:undo'), run: () => void ask('swapPlaced', {}, back) } });
  };
  const choose = (key: string): void => {
    const team = teams.find(({ id }) => id === key);
    if (team) into(team, () => void move(team));
    else setSwapping(true);
  };
  return (
    <>
      <MenuTrigger>
        <Button className="button button-plain move-button" aria-label={t('teams.moveOf', { name })}>{t('teams.move')}</Button>
        <Popover className="menu-frame" placement="bottom end">
          <Menu className="menu" onAction={(key) => choose(String(key))}>
            {others.map((team) => <MenuItem key={team.id} id={team.id} className="menu-item">{t('teams.moveTo', { number: team.number, name: ownName(team), count: team.members.length })}</MenuItem>)}
            {others.length > 0 && <MenuItem id={SWAP} className="menu-item">{t('teams.swap')}</MenuItem>}
          </Menu>
        </Popover>
      </MenuTrigger>
      {question}
      {swapping && <SwapSheet participantId={participantId} groups={others.map(({ number, members }) => ({ label: t('teams.team', { number }), ids: members.map((member) => member.participantId) }))} onSwap={(withId) => void swap(withId)} onClose={() => setSwapping(false)} />}
    </>
  );
}
