import { describe, expect, it } from '@jest/globals';
import { whoIsHere } from './who-is-here.js';

const person = (id: string, { here = true, paused = false, left = false } = {}) => ({ id, here, paused, left });

describe('whom teams are formed of', () => {
  it('are those in the room who do not pause; who pauses is told apart', () => {
    expect(whoIsHere([person('a'), person('b'), person('c', { paused: true }), person('d', { here: false, paused: true })])).toMatchObject({ ready: 2, paused: 1 });
  });

  it('are to be checked in as far as they have not come and not left', () => {
    expect(whoIsHere([person('a'), person('b', { here: false }), person('c', { here: false, left: true })]).absent).toEqual(['b']);
  });

  it('leaves out of them who is ticked already, and takes in whose tick was taken away, though neither is sent yet', () => {
    const { absent, ready } = whoIsHere([person('a'), person('b', { here: false }), person('c', { here: false })], new Map([['a', false], ['b', true]]));
    expect([absent, ready]).toEqual([['a', 'c'], 1]);
  });
});
