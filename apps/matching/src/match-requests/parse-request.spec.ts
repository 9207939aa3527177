import { describe, expect, it } from '@jest/globals';
import { isProblem, type Problem } from '@tsunagu/contracts';
import { parseRequest } from './parse-request.js';

const tags = (fields: object) => parseRequest('match.tags', { texts: [{ id: 'a', text: '写真が得意です' }], ...fields });
const refusal = (work: () => unknown): Problem['body'] => {
  try { work(); } catch (error) { if (isProblem(error)) return error.body; throw error; }
  throw new Error('was accepted');
};

describe('requests of other services', () => {
  it('a request of the contract passes, with its defaults filled in', () => {
    expect(tags({})).toEqual({ texts: [{ id: 'a', text: '写真が得意です' }] });
    expect(parseRequest('match.candidates', { people: [{ id: 'a' }] })).toMatchObject({ top: 10, theme: '' });
  });

  it.each([
    ['nothing', undefined], ['a list', []], ['a text', 'match.tags'], ['an unknown field', { texts: [{ id: 'a', text: 'x' }], extra: 1 }],
    ['an empty text', { texts: [{ id: 'a', text: ' ' }] }], ['no texts', { texts: [] }],
  ])('%s is refused with the fields that are wrong', (_, data) => {
    expect(refusal(() => parseRequest('match.tags', data))).toMatchObject({ code: 'request.invalid', errors: [expect.objectContaining({ code: expect.any(String), ja: expect.any(String) })] });
  });

  it('each wrong field says what is wrong with it', () => {
    expect(refusal(() => tags({ texts: [{ id: 'a', text: 'あ'.repeat(1_001) }], extra: 1 })).errors).toEqual(expect.arrayContaining([
      expect.objectContaining({ field: 'texts.0.text', code: 'intro.too_long' }), expect.objectContaining({ field: 'extra', code: 'field.unknown' }),
    ]));
  });

  it('people and an event together, or neither, are refused', () => {
    for (const subject of [{}, { eventId: '7b1e0f5a-1111-4222-8333-444455556666', people: [{ id: 'a' }] }]) {
      expect(refusal(() => parseRequest('match.teams', subject))).toMatchObject({ errors: [{ field: 'eventId' }] });
    }
  });
});
