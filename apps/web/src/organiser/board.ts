import type { ConsoleState, HttpAnswers, HttpBody, HttpName, MemberRole, PathParameters, PersonView, Progress } from '@tsunagu/contracts';
import { createContext, useContext } from 'react';
import type { CheckIns } from './use-check-ins.js';

type Rest<N extends HttpName> = Omit<PathParameters<N>, 'eventId'>;

/** What every part of an event's console works with. */
export interface Board {
  eventId: string;
  state: ConsoleState;
  /** who looks at it */
  organiserId: string;
  links: HttpAnswers['readConsole']['links'];
  role: MemberRole;
  /** May the one who looks do what this role may? */
  may: (role: MemberRole) => boolean;
  progress?: Progress;
  person: (id: string) => PersonView | undefined;
  checkIns: CheckIns;
  /** Asks the service for something. Resolves with undefined where it refused or could not be reached; the organiser has been told then. */
  ask: <N extends HttpName>(name: N, params: Rest<N>, body: HttpBody<N>) => Promise<HttpAnswers[N] | undefined>;
}

export const BoardContext = createContext<Board | undefined>(undefined);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('useBoard outside of an event page');
  return board;
}
