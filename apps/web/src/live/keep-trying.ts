import { isPassing, Refusal } from './call.js';

const LONGEST_WAIT_MS = 8_000;

/** Milliseconds before the next attempt: 0.5, 1, 2, 4, 8, 8 … seconds, or what the service asked for. */
export function waitBefore(attempt: number, error: unknown): number {
  if (error instanceof Refusal && error.retryAfterSeconds) return error.retryAfterSeconds * 1_000;
  return Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt);
}

/** Waits so long, or until the network is back, the page is looked at again or the signal ends it. */
export function pauseOrWake(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    signal?.addEventListener('abort', wake);
  });
}

/** Repeats an attempt until it is answered; refusals that would be the same next time are thrown. @param signal ends it: nothing is asked or told any more, and the promise stays open */
export async function keepTrying<T>(attempt: () => Promise<T>, onWaiting: () => void = () => {}, signal?: AbortSignal): Promise<T> {
  const open = new Promise<never>(() => {});
  for (let count = 0; !signal?.aborted; count++) {
    try {
      const answer = await attempt();
      return signal?.aborted ? open : answer;
    } catch (error) {
      if (signal?.aborted) break;
      if (!isPassing(error)) throw error;
      onWaiting();
      await pauseOrWake(waitBefore(count, error), signal);
    }
  }
  return open;
}
