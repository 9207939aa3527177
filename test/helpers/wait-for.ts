import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until `attempt` gives something truthy, and returns it. What it throws counts as "not yet".
 * @throws Error naming `what`, with the last cause, after `seconds`
 */
export async function waitFor<T>(what: string, attempt: () => T | Promise<T>, seconds = 40): Promise<NonNullable<T>> {
  const deadline = performance.now() + seconds * 1_000;
  let cause: unknown;
  do {
    try {
      const result = await attempt();
      if (result) return result;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(50);
  } while (performance.now() < deadline);
  throw new Error(`waited ${seconds} s for: ${what}`, { cause });
}
