import { useCallback, useRef } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { useSeatNotices } from './seat-notices.js';

/**
 * Says that somebody has gone home, which opens their seat, or is back; the former can be taken back at one touch. Whoever had a seat may
 * find it given to somebody who waited: where they sit then, or why nowhere, is said.
 */
export function useLeft(): (id: string, left: boolean) => void {
  const { t } = useTranslation(['board', 'look']);
  const { state: { teams }, person, ask } = useBoard();
  const { notify } = useNotices();
  const seats = useSeatNotices();
  // Read when it is said, so that a changed person does not redraw the whole list.
  const known = useRef({ teams, person });
  known.current = { teams, person };
  return useCallback((id, left) => {
    const { nickname: name = '', here = false, paused = false } = known.current.person(id) ?? {};
    const wasSeated = known.current.teams.some(({ members }) => members.some(({ participantId }) => participantId === id));
    const takeBack = async (): Promise<void> => {
      const seated = wasSeated && here && !paused;
      if (seated) seats.wait(id);
      if (await ask('setLeft', { participantId: id }, { left: false }) === undefined) return seats.stop(id);
      if (wasSeated && !seated) notify({ text: t('teams.notSeated', { name, cause: t('teams.notInRoom') }) });
      else if (!wasSeated || seats.sayNow(id)) notify({ text: t('people.saidBack', { name }) });
    };
    void ask('setLeft', { participantId: id }, { left }).then((answer) => {
      if (answer === undefined) return;
      if (!left) return notify({ text: t('people.saidBack', { name }) });
      notify({ text: t('people.saidLeft', { name }), action: { label: t('look:undo'), run: () => void takeBack() } });
    });
  }, [ask, notify, seats, t]);
}
