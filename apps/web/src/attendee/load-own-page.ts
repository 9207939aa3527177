import type { ComponentType } from 'react';
import { pauseOrWake } from '../live/keep-trying.js';

const RETRY_MS = 3_000;

/** The own page, which the join page need not wait for. A browser keeps a failed import, so the page loads anew then. */
export async function loadOwnPage(): Promise<{ default: ComponentType<{ eventId: string }> }> {
  try {
    return { default: (await import('./own-page.js')).OwnPage };
  } catch (error) {
    await pauseOrWake(RETRY_MS);
    location.reload();
    throw error;
  }
}

/** Brings the own page's code while the form is being filled in, so that it is there once the person has joined. */
export const fetchOwnPageAhead = (): void => void import('./own-page.js').catch(() => undefined);
