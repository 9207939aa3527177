import { useCallback, useRef } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { placeOf } from './seats.js';

/** Checks one person in or out. Once there are teams it is said where their seat is: whoever comes late is sent there, and whoever has gone does not keep it unseen. */
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
    if (answer === undefined || now.length === 0 || (!here && !team)) return;
    const name = find(id)?.nickname ?? '';
    if (!here) return notify({ text: t('people.stillSeated', { name, number: team!.number }) });
    notify({ text: team ? t('people.seatedAt', { name, seat: placeOf(team, t) }) : t('people.seatless', { name }) });
  }), [ask, notify, t]);
}
