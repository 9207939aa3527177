import { useCallback, useRef } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Checks one person in or out. Of somebody who has a seat it is said where, so that whoever has gone does not keep it unseen. */
export function useCheckIn(): (id: string, here: boolean) => void {
  const { t } = useTranslation('board');
  const { state: { teams }, person, ask } = useBoard();
  const { notify } = useNotices();
  // Read when somebody is checked out, so that a changed person does not redraw the whole list.
  const known = useRef({ teams, person });
  known.current = { teams, person };
  return useCallback((id, here) => void ask('checkIn', {}, { participantIds: [id], here }).then((answer) => {
    const { teams: now, person: find } = known.current;
    const team = now.find(({ members }) => members.some(({ participantId }) => participantId === id));
    if (answer === undefined || here || !team) return;
    notify({ text: t('people.stillSeated', { name: find(id)?.nickname ?? '', number: team.number }) });
  }), [ask, notify, t]);
}
