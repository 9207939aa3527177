import { describe, expect, it } from '@jest/globals';
import { endRehearsals, rehearsalOf } from './rehearsal-run.js';

describe('a rehearsal', () => {
  it('is the same one however often its event is opened', () => {
    expect(rehearsalOf('a')).toBe(rehearsalOf('a'));
    expect(rehearsalOf('a')).not.toBe(rehearsalOf('b'));
  });

  it('of whoever has signed out lets nobody in any more, not even who is on the way', () => {
    const run = rehearsalOf('c');
    const tried: [string, AbortSignal][] = [];
    void run.start(['一', '二'], (person, signal) => {
      tried.push([person, signal]);
      return new Promise(() => {});
    });
    expect(run.read()).toBe(0);
    endRehearsals();
    expect(tried.map(([person, signal]) => [person, signal.aborted])).toEqual([['一', true]]);
    expect(run.read()).toBeUndefined();
  });

  it('that ends between two arrivals goes no further, and the event has a new one', async () => {
    const run = rehearsalOf('d');
    const came: string[] = [];
    const over = run.start(['一', '二'], (person) => Promise.resolve(came.push(person)));
    await Promise.resolve();
    await Promise.resolve();
    endRehearsals();
    await over;
    expect(came).toEqual(['一']);
    expect(rehearsalOf('d')).not.toBe(run);
  });
});
