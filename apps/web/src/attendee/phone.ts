import type { HttpAnswers, HttpName, PathParameters, HttpBody, PhoneState } from '@tsunagu/contracts';
import { createContext, useContext } from 'react';

type Rest<N extends HttpName> = Omit<PathParameters<N>, 'eventId'>;

/** What every part of the own page works with. */
export interface Phone {
  eventId: string;
  state: PhoneState;
  /** Changes something, now or when the line is back. Resolves with undefined where the service refused; the person has been told then. */
  change: <N extends HttpName>(name: N, params: Rest<N>, body: HttpBody<N>) => Promise<HttpAnswers[N] | undefined>;
  /** fetches the whole state again */
  refetch: () => Promise<void>;
}

export const PhoneContext = createContext<Phone | undefined>(undefined);

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('usePhone outside of the own page');
  return phone;
}
