import { createContext, useCallback, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { say } from '../look/language.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { seatOutcomes, type Asked } from './seat-outcomes.js';
import { placeOf } from './seats.js';

interface Seats {
  /** before a seat is asked for: what becomes of it is said as soon as it is known */
  wait: (participantId: string) => void;
  /** what is known by now is said at once, where nothing new need come. @returns whether the person still waits */
  sayNow: (participantId: string) => boolean;
  /** nothing is awaited any more */
  stop: (participantId: string) => void;
}

const SeatsContext = createContext<Seats>({ wait: () => {}, sayNow: () => false, stop: () => {} });

/** Says what became of a seat that was asked for somebody: where it is, or why there is none. It is chosen after the request has been answered, so that the answer says nothing of it. */
export const useSeatNotices = (): Seats => useContext(SeatsContext);

/** Says it on every tab of an event: who has asked may look at another one by then. */
export function SeatNotices({ children }: { children: ReactNode }) {
  const { t, language } = useTranslation('board');
  const { state: { teams, unplaced }, person } = useBoard();
  const { notify } = useNotices();
  const waiting = useRef(new Map<string, Asked>());
  // Read when something is asked, so that a changed person does not redraw the whole list.
  const known = useRef({ teams, unplaced, person });
  known.current = { teams, unplaced, person };
  const tell = useCallback((asked: Asked[]) => {
    const now = known.current;
    for (const outcome of seatOutcomes(asked, now.teams, now.unplaced)) {
      const { participantId } = outcome;
      const name = now.person(participantId)?.nickname ?? '';
      if ('team' in outcome) {
        waiting.current.delete(participantId);
        notify({ text: t('teams.seated', { name, seat: placeOf(outcome.team, t) }) });
      } else {
        waiting.current.set(participantId, { ...waiting.current.get(participantId)!, told: true });
        notify({ text: t('teams.notSeated', { name, cause: say(outcome.cause, language) }) });
      }
    }
  }, [notify, t, language]);
  useEffect(() => tell([...waiting.current.values()]), [teams, unplaced, tell]);
  const wait = useCallback((participantId: string) => void waiting.current.set(participantId, { participantId, before: known.current.unplaced, told: false }), []);
  const sayNow = useCallback((participantId: string) => {
    const asked = waiting.current.get(participantId);
    if (asked) tell([asked]);
    const still = waiting.current.get(participantId);
    return still !== undefined && !still.told;
  }, [tell]);
  const stop = useCallback((participantId: string) => void waiting.current.delete(participantId), []);
  return <SeatsContext value={useMemo(() => ({ wait, sayNow, stop }), [wait, sayNow, stop])}>{children}</SeatsContext>;
}
