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
    const participantIds = [...ids];
    if (await ask('checkIn', {}, { participantIds, here: true }) === undefined) return;
    notify({ text: t('people.checkedIn', { count: participantIds.length }), action: { label: t('look:undo'), run: () => void ask('checkIn', {}, { participantIds, here: false }) } });
  }, [t, ask, notify]);
}
