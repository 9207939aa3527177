import { isPassing, Refusal } from './call.js';

const LONGEST_WAIT_MS = 8_000;

/** Milliseconds before the next attempt: 0.5, 1, 2, 4, 8, 8 … seconds, or what the service asked for. */
export function waitBefore(attempt: number, error: unknown): number {
  if (error instanceof Refusal && error.retryAfterSeconds) return error.retryAfterSeconds * 1_000;
  return Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt);
}

/** Waits so long, or until the network is back or the page is looked at again. */
export function pauseOrWake(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
  });
}

/** Repeats an attempt until it is answered; refusals that would be the same next time are thrown. */
export async function keepTrying<T>(attempt: () => Promise<T>, onWaiting: () => void = () => {}): Promise<T> {
  for (let count = 0; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error)) throw error;
      onWaiting();
      await pauseOrWake(waitBefore(count, error));
    }
  }
}
