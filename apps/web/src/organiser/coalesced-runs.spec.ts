import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CoalescedRuns } from './coalesced-runs.js';

describe('what is asked for often', () => {
  let answers: (() => void)[];
  const run = jest.fn(() => new Promise<void>((resolve) => { answers.push(resolve); }));
  beforeEach(() => {
    answers = [];
    run.mockClear();
    jest.useFakeTimers();
  });
  afterEach(() => { jest.useRealTimers(); });

  it('is done at once, then once for all that was asked for until the answer is there and a while has passed', async () => {
    const calm = new CoalescedRuns(run, 2_000);
    for (let at = 0; at < 5; at++) calm.ask();
    expect(run).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(run).toHaveBeenCalledTimes(1);
    answers[0]!();
    await jest.advanceTimersByTimeAsync(1_999);
    calm.ask();
    expect(run).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(run).toHaveBeenCalledTimes(2);
    answers[1]!();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(run).toHaveBeenCalledTimes(2);
    calm.ask();
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('is not done any more once it is left', async () => {
    const calm = new CoalescedRuns(run, 2_000);
    calm.ask();
    calm.ask();
    calm.stop();
    answers[0]!();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
