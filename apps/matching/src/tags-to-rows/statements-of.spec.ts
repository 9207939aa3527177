import { describe, expect, it } from '@jest/globals';
import type { Statement } from '@tsunagu/nlp';
import { namedRows, statementsOf } from './statements-of.js';

const said = (kind: Statement['kind'], concept: string, fields: Partial<Statement> = {}): Statement =>
  ({ kind, concept, label: concept, phrase: concept, score: 0.5, evidence: [[0, 1]], rule: 'test', ...fields });

describe('one list of statements', () => {
  it('a tag that says the same as a need is joined with it: the tag’s wording, the need’s role, the surer score, both spans', () => {
    const rows = statementsOf({
      tags: [said('seeking', '場所', { label: '集まれる場所', score: 0.9, evidence: [[4, 9]] })],
      needs: [said('seeking', '場所', { role: 'place', score: 0.6, evidence: [[0, 3], [4, 9]] })],
      offers: [],
    });
    expect(rows).toEqual([expect.objectContaining({ label: '集まれる場所', role: 'place', score: 0.9, evidence: [[0, 3], [4, 9]], foundAs: 'seeking|場所|place' })]);
  });

  it('the same concept in another kind stays a statement of its own', () => {
    const rows = statementsOf({ tags: [said('skill', '料理'), said('interest', '料理')], needs: [], offers: [] });
    expect(rows.map((row) => row.kind)).toEqual(['skill', 'interest']);
  });

  it('best first, and the same offer twice is one', () => {
    const rows = statementsOf({ tags: [said('skill', '写真', { score: 0.4 })], needs: [], offers: [said('skill', '車', { role: 'vehicle', score: 0.8 }), said('skill', '車', { role: 'vehicle' })] });
    expect(rows.map((row) => row.concept)).toEqual(['車', '写真']);
  });

  it('a row has the English name of what its label says in the end, and how that sounds, or null', () => {
    const asked: unknown[] = [];
    const knowledge = { englishOf: (tag: { label: string; concept: string }) => { asked.push(tag); return tag.label === '集まれる場所' ? 'a place to meet' : null; } };
    const rows = namedRows(statementsOf({ tags: [said('seeking', '場所', { label: '集まれる場所' }), said('skill', '竹あかり')], needs: [said('seeking', '場所', { role: 'place' })], offers: [] }), knowledge, { 集まれる場所: 'あつまれるばしょ' });
    expect(rows.map(({ label, en, sound }) => [label, en, sound])).toEqual([['集まれる場所', 'a place to meet', 'あつまれるばしょ'], ['竹あかり', null, null]]);
    expect(asked[0]).toMatchObject({ label: '集まれる場所', concept: '場所' });
  });
});
