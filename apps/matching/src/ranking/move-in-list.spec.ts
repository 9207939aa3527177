import { describe, expect, it } from '@jest/globals';
import { moveInList } from './move-in-list.js';

const list = (...scores: number[]) => scores.map((score, index) => ({ id: `p${index}`, score }));
const ids = (lines: { id: string }[] | undefined) => lines?.map(({ id }) => id);

describe('moving people in a list', () => {
  it('a newcomer enters where their score belongs and the last one drops out of a full list', () => {
    expect(ids(moveInList(list(0.9, 0.5, 0.3), ['new'], [{ id: 'new', score: 0.6 }], 3))).toEqual(['p0', 'new', 'p1']);
  });

  it('a newcomer below the last line of a full list changes nothing', () => {
    expect(ids(moveInList(list(0.9, 0.5, 0.3), ['new'], [{ id: 'new', score: 0.2 }], 3))).toEqual(['p0', 'p1', 'p2']);
  });

  it('a short list takes everybody, and shrinks when somebody goes', () => {
    expect(ids(moveInList(list(0.9), ['new'], [{ id: 'new', score: 0.2 }], 3))).toEqual(['p0', 'new']);
    expect(ids(moveInList(list(0.9, 0.5), ['p0'], [], 3))).toEqual(['p1']);
  });

  it('somebody on a full list moves within it; ties go by id', () => {
    expect(ids(moveInList(list(0.9, 0.5, 0.3), ['p2'], [{ id: 'p2', score: 0.5 }], 3))).toEqual(['p0', 'p1', 'p2']);
    expect(ids(moveInList(list(0.9, 0.5, 0.3), ['p2'], [{ id: 'p2', score: 0.95 }], 3))).toEqual(['p2', 'p0', 'p1']);
  });

  it.each([
    ['goes from a full list', ['p1'], []], ['falls below what the last line was', ['p1'], [{ id: 'p1', score: 0.1 }]], ['has nothing in common any more', ['p1'], [{ id: 'p1', score: 0 }]],
  ])('where somebody %s, everybody must be ranked again', (_, moving, scores) => {
    expect(moveInList(list(0.9, 0.5, 0.3), moving, scores, 3)).toBeUndefined();
  });

  it('whoever goes while a better one comes needs no new ranking', () => {
    expect(ids(moveInList(list(0.9, 0.5, 0.3), ['p1', 'new'], [{ id: 'new', score: 0.4 }], 3))).toEqual(['p0', 'new', 'p2']);
  });
});
