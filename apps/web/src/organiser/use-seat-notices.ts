import { useEffect, useRef } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';

/** Says in which team somebody sits as soon as the seat that was asked for them is there. @returns to be told who waits for one */
export function useSeatNotices(): (participantId: string) => void {
  const { t } = useTranslation('board');
  const { state: { teams }, person } = useBoard();
  const { notify } = useNotices();
  const waiting = useRef(new Set<string>());
  useEffect(() => {
    for (const participantId of waiting.current) {
      const team = teams.find(({ members }) => members.some((member) => member.participantId === participantId));
      if (!team) continue;
      waiting.current.delete(participantId);
      notify({ text: t('teams.seated', { name: person(participantId)?.nickname ?? '', number: team.number }) });
    }
  }, [teams, person, notify, t]);
  return (participantId) => void waiting.current.add(participantId);
}
