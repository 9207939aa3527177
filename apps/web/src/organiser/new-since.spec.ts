import { describe, expect, it } from '@jest/globals';
import { newSince } from './new-since.js';

const asks = (id: string, at: string): { id: string; at: string } => ({ id, at });
const since = ({ at }: { at: string }): string => at;

describe('feature 74: who asks for something', () => {
  it('is new once, and again when they ask again after an answer', () => {
    const first = [asks('a', '10:05')];
    expect(newSince([], first, since)).toEqual(first);
    expect(newSince(first, [asks('a', '10:05')], since)).toEqual([]);
    expect(newSince(first, [asks('a', '10:20'), asks('b', '10:05')], since)).toHaveLength(2);
  });
});
