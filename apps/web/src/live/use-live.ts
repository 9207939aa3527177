import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Snapshot } from '@tsunagu/contracts';
import { LiveState, type LiveParts, type LiveView } from './live-state.js';
import { socketLine } from './socket-line.js';

/** At the next frame; a page that is not shown has none. */
const soon = (tell: () => void): void => { if (document.hidden) tell(); else requestAnimationFrame(tell); };

const nothing: LiveView<never> = { connected: false, unreachable: false };

/**
 * Follows a state while the component lives. `start` must be stable (useCallback). It is brought up to date when the page
 * becomes visible, comes out of the back-forward cache, or finds the network again.
 */
export function useLive<State, Answer extends Snapshot<State>>(start: () => Omit<LiveParts<State, Answer>, 'line'>): LiveView<Answer> & { refetch: () => Promise<void> } {
  const [live, setLive] = useState<LiveState<State, Answer>>();
  useEffect(() => {
    const state = new LiveState<State, Answer>({ ...start(), line: socketLine(), soon });
    setLive(state);
    const wake = (): void => { if (document.hidden) state.sleep(); else state.wake(); };
    const shownAgain = (event: PageTransitionEvent): void => { if (event.persisted) wake(); };
    const online = (): void => state.wake({ network: true });
    document.addEventListener('visibilitychange', wake);
    addEventListener('pageshow', shownAgain);
    addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('pageshow', shownAgain);
      removeEventListener('online', online);
      state.close();
    };
  }, [start]);
  const view = useSyncExternalStore(live?.subscribe ?? (() => () => {}), live?.read ?? (() => nothing as LiveView<Answer>));
  const refetch = useCallback(async () => live?.refetch(), [live]);
  return { ...view, refetch };
}
