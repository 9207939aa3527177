import { useCallback, useRef } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Says that somebody has gone home, which opens their seat, or is back; the former can be taken back at one touch. */
export function useLeft(): (id: string, left: boolean) => void {
  const { t } = useTranslation(['board', 'look']);
  const { person, ask } = useBoard();
  const { notify } = useNotices();
  // Read when it is said, so that a changed person does not redraw the whole list.
  const known = useRef(person);
  known.current = person;
  return useCallback((id, left) => void ask('setLeft', { participantId: id }, { left }).then((answer) => {
    if (answer === undefined) return;
    const name = known.current(id)?.nickname ?? '';
    if (!left) return notify({ text: t('people.saidBack', { name }) });
    notify({ text: t('people.saidLeft', { name }), action: { label: t('look:undo'), run: () => void ask('setLeft', { participantId: id }, { left: false }) } });
  }), [ask, notify, t]);
}
