import { describe, expect, it } from '@jest/globals';
import { shortTasks } from './short-tasks.js';

const lengths = (texts: string[]): number[][] => shortTasks(texts, ({ length }) => length).map((task) => task.map(({ length }) => length));

describe('a list of texts as short tasks', () => {
  it('is cut by characters, so that long introductions come one at a time', () => {
    expect(lengths(['x'.repeat(1_000), 'x'.repeat(1_000), 'x'.repeat(400), 'x'.repeat(400), 'x'.repeat(400)])).toEqual([[1_000], [1_000], [400, 400], [400]]);
    expect(lengths(['x'.repeat(4_000), 'x'])).toEqual([[4_000], [1]]);
  });

  it('is cut by number, and keeps all of them in their order', () => {
    const texts = Array.from({ length: 45 }, (_, at) => String(at));
    const tasks = shortTasks(texts, ({ length }) => length);
    expect(tasks.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(tasks.flat()).toEqual(texts);
    expect(shortTasks([], () => 0)).toEqual([]);
  });
});
