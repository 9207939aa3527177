import { useEffect, useRef } from 'react';
import { say } from '../look/language.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { seatOutcomes, type Asked } from './seat-outcomes.js';

/** Says what became of a seat that was asked for somebody: in which team it is, or why there is none. @returns to be told who waits for one */
export function useSeatNotices(): (participantId: string) => void {
  const { t, language } = useTranslation('board');
  const { state: { teams, unplaced }, person } = useBoard();
  const { notify } = useNotices();
  const waiting = useRef(new Map<string, Asked>());
  useEffect(() => {
    for (const outcome of seatOutcomes([...waiting.current.values()], teams, unplaced)) {
      const { participantId } = outcome;
      const name = person(participantId)?.nickname ?? '';
      if ('team' in outcome) {
        waiting.current.delete(participantId);
        notify({ text: t('teams.seated', { name, number: outcome.team.number }) });
      } else {
        waiting.current.set(participantId, { ...waiting.current.get(participantId)!, told: true });
        notify({ text: t('teams.notSeated', { name, cause: say(outcome.cause, language) }) });
      }
    }
  }, [teams, unplaced, person, notify, t, language]);
  return (participantId) => void waiting.current.set(participantId, { participantId, before: unplaced, told: false });
}
