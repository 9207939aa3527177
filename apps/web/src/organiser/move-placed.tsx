import type { TeamView } from '@tsunagu/contracts';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useNotices } from '../look/notices.js';
import { ownName } from '../look/own-name.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { useFullTeam } from './use-full-team.js';

/** Moves somebody between published teams, in one step that both teams' phones see, and back. */
export function MovePlaced({ participantId, name, from }: { participantId: string; name: string; from: string }) {
  const { t } = useTranslation(['board', 'look']);
  const { state: { teams }, ask } = useBoard();
  const { notify } = useNotices();
  const { into, question } = useFullTeam(name);
  const move = async ({ id: toTeamId, number }: TeamView): Promise<void> => {
    if (await ask('movePlaced', {}, { participantId, toTeamId }) === undefined) return;
    notify({ text: t('teams.moved', { name, to: t('teams.team', { number }) }), action: { label: t('look:undo'), run: () => void ask('movePlaced', {}, { participantId, toTeamId: from }) } });
  };
  const choose = (key: string): void => {
    const team = teams.find(({ id }) => id === key);
    if (team) into(team, () => void move(team));
  };
  return (
    <>
      <MenuTrigger>
        <Button className="button button-plain move-button" aria-label={t('teams.moveOf', { name })}>{t('teams.move')}</Button>
        <Popover className="menu-frame" placement="bottom end">
          <Menu className="menu" onAction={(key) => choose(String(key))}>{teams.filter(({ id }) => id !== from).map((team) => <MenuItem key={team.id} id={team.id} className="menu-item">{t('teams.moveTo', { number: team.number, name: ownName(team), count: team.members.length })}</MenuItem>)}</Menu>
        </Popover>
      </MenuTrigger>
      {question}
    </>
  );
}
