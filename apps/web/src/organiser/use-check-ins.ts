import type { HttpAnswers } from '@tsunagu/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { useNotices } from '../look/notices.js';

/** Who is let in or out at the door; without a network that waits, and is sent once there is one. */
export interface CheckIns {
  /** what was ticked and could not be sent yet: person → here */
  waiting: ReadonlyMap<string, boolean>;
  /** The newest tick of a person counts. Resolves with undefined where it was refused; the organiser has been told then. */
  check: (id: string, here: boolean) => Promise<HttpAnswers['checkIn'] | undefined>;
}

/** @param refetch brings what the service knows: what waited is shown as sent only then */
export function useCheckIns(eventId: string, refetch: () => Promise<void>): CheckIns {
  const { notifyError, begin } = useNotices();
  const [waiting, setWaiting] = useState<ReadonlyMap<string, boolean>>(new Map());
  const wanted = useRef(new Map<string, boolean>());
  const sent = useRef(new Map<string, ReturnType<CheckIns['check']>>());
  const show = useCallback((id: string, here: boolean | undefined) => setWaiting((old) => {
    const next = new Map(old);
    if (here === undefined) next.delete(id);
    else next.set(id, here);
    return next;
  }), []);
  const send = useCallback(async (id: string): ReturnType<CheckIns['check']> => {
    let here: boolean | undefined;
    let answer: HttpAnswers['checkIn'] | undefined;
    let waited = false;
    const ask = () => call('checkIn', { params: { eventId }, body: { participantIds: [id], here: here = wanted.current.get(id)! } });
    while (here !== wanted.current.get(id)) {
      answer = await keepTrying(ask, () => { waited = true; show(id, wanted.current.get(id)); });
      // it may be ticked anew meanwhile
      if (waited) await refetch();
    }
    return answer;
  }, [eventId, refetch, show]);
  const check = useCallback((id: string, here: boolean) => {
    begin();
    wanted.current.set(id, here);
    setWaiting((old) => (old.has(id) ? new Map(old).set(id, here) : old));
    const running = sent.current.get(id) ?? send(id).catch((error) => void notifyError(error)).finally(() => {
      sent.current.delete(id);
      show(id, undefined);
    });
    sent.current.set(id, running);
    return running;
  }, [begin, notifyError, send, show]);
  const some = waiting.size > 0;
  useEffect(() => {
    if (!some) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [some]);
  return useMemo(() => ({ waiting, check }), [waiting, check]);
}
