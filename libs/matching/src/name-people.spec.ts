import { describe, expect, it } from '@jest/globals';
import { formTeams } from './form-teams.js';
import { namePeople } from './name-people.js';

const tag = (label: string, guess = false) => ({ kind: 'skill' as const, concept: label, label, score: 1, ...(guess ? { guess } : {}) });

describe('names in sentences', () => {
  it('tell two of one name apart by affiliation, else by the first tag that is no guess', () => {
    const people = [
      { id: 'a', name: '鈴木', affiliation: '青葉小' }, { id: 'b', name: '鈴木', statements: [tag('畑', true), tag('囲碁')] }, { id: 'c', name: '鈴木' },
      { id: 'd', name: 'Tom', affiliation: 'Acme' }, { id: 'e', name: 'Tom' }, { id: 'f', name: '森', affiliation: '漁協' }, { id: 'g' }, { id: 'h', name: '' },
    ];
    expect([...people.map(({ id }) => id), 'gone'].map(namePeople(people))).toEqual(['鈴木（青葉小）', '鈴木（囲碁）', '鈴木', 'Tom (Acme)', 'Tom', '森', 'g', 'h', 'gone']);
  });

  it('so that a conflict says which two it means, and what to loosen for them', () => {
    const people = Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, name: at < 2 ? '鈴木' : `人${at}`, statements: at < 2 ? [tag(['釣り', '囲碁'][at])] : [] }));
    const [conflict] = formTeams({ people, pairs: () => 0.5, rules: { rules: [{ type: 'together', people: ['p0', 'p1'] }, { type: 'apart', people: ['p0', 'p1'] }] }, iterations: 100, baselineSamples: 0 }).conflicts;
    expect(conflict.text.ja).toBe('「鈴木（釣り）・鈴木（囲碁）は同じチーム」と「鈴木（釣り）・鈴木（囲碁）は別のチーム」は同時に成り立ちません。「鈴木（釣り）・鈴木（囲碁）は同じチーム」を外すと成り立ちます。');
  });
});
