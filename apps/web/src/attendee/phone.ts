import type { HttpAnswers, HttpName, PathParameters, HttpBody, PhoneState } from '@tsunagu/contracts';
import { createContext, useContext } from 'react';
import type { IntroductionDraft } from './introduction-draft.js';

type Rest<N extends HttpName> = Omit<PathParameters<N>, 'eventId'>;

/** What every part of the own page works with. */
export interface Phone {
  eventId: string;
  state: PhoneState;
  /** the changes that have not reached the service yet, by name: `state` has them already, but a team that is being founded, whose form says so */
  waiting: ReadonlySet<HttpName>;
  /** an introduction that was refused, since a newer one had been written elsewhere */
  returned: IntroductionDraft | undefined;
  /** its author has decided what becomes of it */
  takeReturned: () => void;
  /** Changes something, now or when the line is back. Resolves with undefined where the service refused; the person has been told then. With null where another tab has sent it. */
  change: <N extends HttpName>(name: N, params: Rest<N>, body: HttpBody<N>) => Promise<HttpAnswers[N] | null | undefined>;
  /** fetches the whole state again */
  refetch: () => Promise<void>;
}

export const PhoneContext = createContext<Phone | undefined>(undefined);

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('usePhone outside of the own page');
  return phone;
}
