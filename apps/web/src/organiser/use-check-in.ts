import { useCallback, useRef } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { useSeatNotices } from './seat-notices.js';

/** Checks one person in or out. Once there are teams it is said where their seat is: whoever comes late is sent there, and whoever has gone does not keep it unseen. */
export function useCheckIn(): (id: string, here: boolean) => void {
  const { t } = useTranslation('board');
  const { state: { teams }, person, checkIns: { check } } = useBoard();
  const { notify } = useNotices();
  const { wait, sayNow, stop } = useSeatNotices();
  // Read when somebody is checked out, so that a changed person does not redraw the whole list.
  const known = useRef({ teams, person });
  known.current = { teams, person };
  return useCallback((id, here) => {
    if (here && known.current.teams.length > 0) wait(id);
    else stop(id);
    void check([id], here).then((changed) => {
      if (changed === undefined) return stop(id);
      if (here) return void sayNow(id);
      const { teams: now, person: find } = known.current;
      const team = now.find(({ members }) => members.some(({ participantId }) => participantId === id));
      if (team) notify({ text: t('people.stillSeated', { name: find(id)?.nickname ?? '', number: team.number }) });
    });
  }, [check, notify, wait, sayNow, stop, t]);
}
