import { afterEach, beforeEach, jest } from '@jest/globals';

/** A page and a clock of the test's own, for each test of a suite. @returns where the test dispatches what the page hears */
export function fakePage(): EventTarget {
  const heard = new EventTarget();
  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { document: heard, addEventListener: heard.addEventListener.bind(heard), removeEventListener: heard.removeEventListener.bind(heard) });
  });
  afterEach(() => {
    jest.useRealTimers();
    for (const name of ['document', 'addEventListener', 'removeEventListener']) delete (globalThis as Record<string, unknown>)[name];
  });
  return heard;
}
