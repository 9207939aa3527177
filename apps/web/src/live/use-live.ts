import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Snapshot } from '@tsunagu/contracts';
import { LiveState, type LiveParts, type LiveView } from './live-state.js';
import { socketLine } from './socket-line.js';

const RETRY_FETCH_MS = 3_000;
const nothing: LiveView<never> = { connected: false, unreachable: false };

/**
 * Follows a state while the component lives. `start` must be stable (useCallback). It is brought up to date when the page
 * becomes visible, comes out of the back-forward cache, or finds the network again.
 */
export function useLive<State, Answer extends Snapshot<State>>(start: () => Omit<LiveParts<State, Answer>, 'line'>): LiveView<Answer> & { refetch: () => Promise<void> } {
  const [live, setLive] = useState<LiveState<State, Answer>>();
  useEffect(() => {
    const state = new LiveState<State, Answer>({ ...start(), line: socketLine() });
    setLive(state);
    const wake = (): void => { if (document.visibilityState === 'visible') void state.catchUp(); };
    const retry = setInterval(() => { if (state.read().unreachable) void state.refetch(); }, RETRY_FETCH_MS);
    document.addEventListener('visibilitychange', wake);
    addEventListener('pageshow', wake);
    addEventListener('online', wake);
    return () => {
      clearInterval(retry);
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('pageshow', wake);
      removeEventListener('online', wake);
      state.close();
    };
  }, [start]);
  const view = useSyncExternalStore(live?.subscribe ?? (() => () => {}), live?.read ?? (() => nothing as LiveView<Answer>));
  const refetch = useCallback(async () => live?.refetch(), [live]);
  return { ...view, refetch };
}
