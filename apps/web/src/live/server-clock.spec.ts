import { describe, expect, it } from '@jest/globals';
import { hearServerTime, serverNow } from './server-clock.js';

const noon = Date.parse('2026-01-01T12:00:00.400Z');
const hour = 3_600_000;

describe('the clock of the service', () => {
  it('is the device’s own where that goes right, to the millisecond', () => {
    hearServerTime('Thu, 01 Jan 2026 11:59:59 GMT', noon);
    expect(serverNow(noon)).toBe(noon);
  });

  it('corrects a clock that goes wrong, until somebody sets it right', () => {
    hearServerTime('Thu, 01 Jan 2026 12:00:00 GMT', noon + 3 * hour);
    expect(Math.abs(serverNow(noon + 3 * hour) - noon)).toBeLessThan(1_000);
    hearServerTime(null, noon);
    hearServerTime('no date', noon);
    expect(Math.abs(serverNow(noon + 3 * hour) - noon)).toBeLessThan(1_000);
    hearServerTime('Thu, 01 Jan 2026 12:00:00 GMT', noon);
    expect(serverNow(noon)).toBe(noon);
  });
});
