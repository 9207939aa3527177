import { describe, expect, it } from '@jest/globals';
import type { PiscinaTask } from 'piscina';
import { ShortFirst } from './short-first.js';

const task = (name: string, taskId: number) => ({ name, taskId }) as PiscinaTask;

describe('tasks that wait for a thread', () => {
  it('come short ones first, each in the order of asking; one that is given up comes no more', () => {
    const queue = new ShortFirst(new Set(['seat']));
    const [search, seat, givenUp, another] = [task('search', 1), task('seat', 2), task('seat', 3), task('seat', 4)];
    for (const one of [search, seat, givenUp, another]) queue.push(one);
    queue.remove(givenUp);
    expect(queue.size).toBe(3);
    expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()]).toEqual([seat, another, search, null]);
    expect(queue.size).toBe(0);
  });
});
