import { describe, expect, it, jest } from '@jest/globals';
import type { ProblemBody } from '@tsunagu/contracts';
import { fakePage } from '../../../../test/helpers/fake-page.js';
import { Refusal, Unreachable } from './call.js';
import { keepTrying, waitBefore } from './keep-trying.js';

describe('the wait before the next attempt', () => {
  it('doubles from half a second to eight seconds', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempt) => waitBefore(attempt, new Unreachable()))).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  });

  it('is what the service asked for', () => {
    expect(waitBefore(0, new Refusal({ status: 503 } as ProblemBody, 2))).toBe(2_000);
  });
});

describe('what is tried until it is answered', () => {
  const heard = fakePage();
  const trying = (attempt: () => Promise<string>) => {
    const left = new AbortController();
    const told: unknown[] = [];
    keepTrying(attempt, () => told.push('waiting'), left.signal).then((answer) => told.push(answer), (error) => told.push(error));
    return { left, told };
  };

  it('is asked again when the network is back, and answered', async () => {
    const attempt = jest.fn<() => Promise<string>>().mockRejectedValueOnce(new Unreachable()).mockResolvedValue('here');
    const { told } = trying(attempt);
    await jest.advanceTimersByTimeAsync(0);
    heard.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['waiting', 'here']);
  });

  it('leaves nothing behind at what may end it, however often it has waited', async () => {
    const attempt = jest.fn<() => Promise<string>>().mockRejectedValueOnce(new Unreachable()).mockRejectedValueOnce(new Unreachable()).mockResolvedValue('here');
    const { left, told } = trying(attempt);
    const [put, taken] = [jest.spyOn(left.signal, 'addEventListener'), jest.spyOn(left.signal, 'removeEventListener')];
    await jest.advanceTimersByTimeAsync(60_000);
    expect([told, put.mock.calls.length, taken.mock.calls.length]).toEqual([['waiting', 'waiting', 'here'], 2, 2]);
  });

  it('is not asked any more once it is left, neither after its pause nor when the network is back', async () => {
    const attempt = jest.fn<() => Promise<string>>().mockRejectedValue(new Unreachable());
    const { left, told } = trying(attempt);
    await jest.advanceTimersByTimeAsync(0);
    left.abort();
    heard.dispatchEvent(new Event('online'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect([attempt.mock.calls.length, told, jest.getTimerCount()]).toEqual([1, ['waiting'], 0]);
  });

  it.each([['an answer', () => Promise.resolve('late')], ['a refusal', () => Promise.reject(new Refusal({ status: 404, code: 'request.not_found' } as ProblemBody, undefined))], ['no network', () => Promise.reject(new Unreachable())]])('tells nothing of %s that comes once it is left', async (_, late) => {
    let come!: () => void;
    const attempt = jest.fn(() => new Promise<string>((resolve, reject) => { come = () => void late().then(resolve, reject); }));
    const { left, told } = trying(attempt);
    left.abort();
    come();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([attempt.mock.calls.length, told]).toEqual([1, []]);
  });
});
