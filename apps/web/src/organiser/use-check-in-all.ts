import { useCallback } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Checks several people in at one touch, which is told and can be taken back at one touch. */
export function useCheckInAll(): (ids: readonly string[]) => Promise<void> {
  const { t } = useTranslation(['board', 'look']);
  const { ask } = useBoard();
  const { notify } = useNotices();
  return useCallback(async (ids) => {
    const answer = await ask('checkIn', {}, { participantIds: [...ids], here: true });
    if (!answer?.changed.length) return;
    // whom somebody else has let in meanwhile stays
    notify({ text: t('people.checkedIn', { count: answer.changed.length }), action: { label: t('look:undo'), run: () => void ask('checkIn', {}, { participantIds: answer.changed, here: false }) } });
  }, [t, ask, notify]);
}
