import { jest } from '@jest/globals';
import { Rounds } from './rounds.js';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

it('rounds go on after one that failed', async () => {
  const [work, onFault] = [jest.fn(() => Promise.reject(new Error('down'))), jest.fn()];
  const rounds = new Rounds(work, 10, onFault);
  rounds.begin();
  await jest.advanceTimersByTimeAsync(25);
  expect([work.mock.calls.length, onFault.mock.calls]).toEqual([2, [[new Error('down')], [new Error('down')]]]);
  await rounds.end();
});

it('rounds end once the running one has, and none begins after it', async () => {
  let finish!: () => void;
  const [work, hasEnded] = [jest.fn(() => new Promise<void>((resolve) => { finish = resolve; })), jest.fn()];
  const rounds = new Rounds(work, 10, () => undefined);
  rounds.begin();
  await jest.advanceTimersByTimeAsync(10);
  const end = rounds.end().then(hasEnded);
  await jest.advanceTimersByTimeAsync(10);
  expect(hasEnded).not.toHaveBeenCalled();
  finish();
  await end;
  await jest.advanceTimersByTimeAsync(100);
  expect([work.mock.calls.length, rounds.ended]).toEqual([1, true]);
});
