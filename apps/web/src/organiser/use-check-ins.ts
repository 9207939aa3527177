import type { PersonView } from '@tsunagu/contracts';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useNotices } from '../look/notices.js';
import type { CheckInKeeper } from './check-in-keeper.js';

/** Who is let in or out at the door; without a network that waits, and is sent once there is one. */
export interface CheckIns {
  /** what was ticked and could not be sent yet: person → here */
  waiting: ReadonlyMap<string, boolean>;
  /** The newest tick of a person counts. Resolves with whom it has changed, or with undefined where it was refused; the organiser has been told then. */
  check: (ids: readonly string[], here: boolean) => Promise<string[] | undefined>;
}

/** @param refetch brings what the service knows: what waited is shown as sent only then */
export function useCheckIns(keeper: CheckInKeeper, people: readonly PersonView[] | undefined, refetch: () => Promise<void>): CheckIns {
  const { begin } = useNotices();
  const waiting = useSyncExternalStore(keeper.subscribe, keeper.waiting);
  const taken = useSyncExternalStore(keeper.subscribe, keeper.taken);
  useEffect(() => { if (taken > 0) void refetch(); }, [taken, refetch]);
  useEffect(() => { if (people) keeper.know(people); }, [keeper, people, taken]);
  return useMemo(() => ({
    waiting,
    check: (ids, here) => {
      begin();
      return keeper.check(ids, here);
    },
  }), [keeper, waiting, begin]);
}
