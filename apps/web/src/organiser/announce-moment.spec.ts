import { describe, expect, it } from '@jest/globals';
import { isSameMinute, momentOn } from './announce-moment.js';

describe('when the teams are to be announced', () => {
  it('is a time of day on the event’s day', () => {
    expect(momentOn('2026-12-02', '14:00')).toBe(new Date(2026, 11, 2, 14).toISOString());
    expect(momentOn('2026-12-02', '')).toBeNull();
  });

  it('is another moment on another day, at the same time of day', () => {
    expect(isSameMinute(momentOn('2026-12-02', '14:00'), momentOn('2026-12-01', '14:00'))).toBe(false);
  });

  it('is the same within a minute', () => {
    expect(isSameMinute('2026-12-02T05:00:41.000Z', '2026-12-02T05:00:00.000Z')).toBe(true);
    expect(isSameMinute(null, null)).toBe(true);
    expect(isSameMinute(null, '2026-12-02T05:00:00.000Z')).toBe(false);
  });
});
