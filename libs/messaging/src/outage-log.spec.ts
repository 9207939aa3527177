import { expect, it, jest } from '@jest/globals';
import { OutageLog } from './outage-log.js';

it('an outage makes one line a minute of each kind, with how often it failed', () => {
  jest.useFakeTimers();
  const lines: string[] = [];
  const log = new OutageLog((line) => lines.push(line));
  for (let nth = 0; nth < 300; nth += 1) log.tell('sweep: Error ECONNREFUSED', '\nframes');
  log.tell('poll: Error ECONNREFUSED');
  expect(lines).toEqual(['sweep: Error ECONNREFUSED\nframes', 'poll: Error ECONNREFUSED']);
  jest.advanceTimersByTime(60_000);
  for (let nth = 0; nth < 3; nth += 1) log.tell('sweep: Error ECONNREFUSED');
  expect(lines.slice(2)).toEqual(['sweep: Error ECONNREFUSED (299 more since it was last told)']);
  jest.useRealTimers();
});
