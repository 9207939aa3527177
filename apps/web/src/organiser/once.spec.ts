import { expect, it } from '@jest/globals';
import { once } from './once.js';

it('a second press while the first is on its way does nothing; after it, whether it went well or not, the next one counts', async () => {
  const ends: ((error?: Error) => void)[] = [];
  const told: boolean[] = [];
  const press = once(() => new Promise<void>((resolve, reject) => { ends.push((error) => (error ? reject(error) : resolve())); }), (running) => told.push(running));
  const first = press();
  await press();
  expect(ends).toHaveLength(1);
  ends[0]!();
  await first;
  const second = press();
  ends[1]!(new Error('no'));
  await expect(second).rejects.toThrow('no');
  void press();
  expect(ends).toHaveLength(3);
  expect(told).toEqual([true, false, true, false, true]);
});
