import { describe, expect, it } from '@jest/globals';
import type { PersonView } from '@tsunagu/contracts';
import { proposedWords } from './proposed-words.js';

const person = (...tags: [label: string, added: boolean][]): PersonView => ({
  id: '', nickname: '', affiliation: null, sector: null, teamWish: 'looking', here: true, paused: false, left: false, reading: 'read', thin: false, jackets: [], joinedAt: '',
  tags: tags.map(([label, added]) => ({ label, concept: label, kind: 'skill', role: null, added })),
});

describe('feature 17: words that wait for approval', () => {
  const people = [person(['竹あかり', true], ['写真', true]), person(['竹あかり', true], ['湘未', true]), person(['写真', false], ['てきとう', true])];

  it('are tags that only hands have made, most people first', () => {
    expect(proposedWords(people, []).map(({ label, people: count }) => [label, count])).toEqual([['竹あかり', 2], ['てきとう', 1], ['湘未', 1]]);
  });

  it('wait no longer once they are used, as a spelling or refused', () => {
    const words = [{ id: '1', label: '湘南未来会議', spellings: ['湘未'], kind: null, refused: false }, { id: '2', label: 'てきとう', spellings: [], kind: null, refused: true }];
    expect(proposedWords(people, words).map(({ label }) => label)).toEqual(['竹あかり']);
  });
});
