import { localDay } from './local-day.js';

it('the day is that of the place, before nine in the morning of Japan too', () => {
  const at = (utc: string, minutes: number): string => localDay(Object.assign(new Date(utc), { getTimezoneOffset: () => minutes }));
  expect(at('2026-04-30T23:30:00Z', -540)).toBe('2026-05-01');
  expect(at('2026-05-01T00:30:00Z', 480)).toBe('2026-04-30');
  expect(at('2026-05-01T00:30:00Z', 0)).toBe('2026-05-01');
});
