import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../live/call.js';
import { useNotices } from '../look/notices.js';
import { CheckInKeeper } from './check-in-keeper.js';

export interface CheckInKeepers {
  /** the keeper of an event, the same one however often its page is left and opened */
  of: (eventId: string) => CheckInKeeper;
  /** ends all: the next one to sign in sends nothing of theirs */
  forget: () => void;
}

/** The console holds them, so that ticks which wait outlive the page on which they were made. */
export function useCheckInKeepers(): CheckInKeepers {
  const { notifyError } = useNotices();
  const tell = useRef(notifyError);
  useEffect(() => { tell.current = notifyError; }, [notifyError]);
  const [keepers] = useState(() => new Map<string, CheckInKeeper>());
  const of = useCallback((eventId: string) => {
    const keeper = keepers.get(eventId)
      ?? new CheckInKeeper((participantIds, here) => call('checkIn', { params: { eventId }, body: { participantIds, here } }), (error) => tell.current(error));
    keepers.set(eventId, keeper);
    return keeper;
  }, [keepers]);
  const forget = useCallback(() => {
    for (const keeper of keepers.values()) keeper.end();
    keepers.clear();
  }, [keepers]);
  return { of, forget };
}
