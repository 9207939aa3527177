import { describe, expect, it } from '@jest/globals';
import { minutesLeft } from './minutes-left.js';

describe('feature 78: the time that is left until the teams are announced', () => {
  const now = Date.parse('2026-11-26T05:00:30Z');
  it.each([['2026-11-26T05:10:00Z', 10], ['2026-11-26T05:00:31Z', 1], ['2026-11-26T05:00:30Z', 0], ['2026-11-26T04:00:00Z', 0], [null, undefined]] as const)('%s: %s', (moment, minutes) => {
    expect(minutesLeft(moment, now)).toBe(minutes);
  });
});
