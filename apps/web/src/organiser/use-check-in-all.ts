import { useCallback } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Checks several people in at one touch, which waits for the network as each tick does, is told and can be taken back at one touch. */
export function useCheckInAll(): (ids: readonly string[]) => Promise<void> {
  const { t } = useTranslation(['board', 'look']);
  const { checkIns: { check } } = useBoard();
  const { notify } = useNotices();
  return useCallback(async (ids) => {
    const changed = await check(ids, true);
    if (!changed?.length) return;
    // whom somebody else has let in meanwhile stays
    notify({ text: t('people.checkedIn', { count: changed.length }), action: { label: t('look:undo'), run: () => void check(changed, false) } });
  }, [t, check, notify]);
}
