import { describe, expect, it } from '@jest/globals';
import { isProblem, type Problem } from '@tsunagu/contracts';
import { parseRequest } from './parse-request.js';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const tags = (fields: object) => parseRequest('match.tags', { version: 1, texts: [{ id: 'a', text: '写真が得意です' }], ...fields }, NOW);
const refusal = (work: () => unknown): Problem['body'] => {
  try { work(); } catch (error) { if (isProblem(error)) return error.body; throw error; }
  throw new Error('was accepted');
};

describe('requests of other services', () => {
  it('a request of the contract passes, with its defaults filled in', () => {
    expect(tags({})).toEqual({ version: 1, texts: [{ id: 'a', text: '写真が得意です' }] });
    expect(parseRequest('match.candidates', { version: 1, people: [{ id: 'a' }] }, NOW)).toMatchObject({ top: 10, theme: '' });
  });

  it('an unknown version is refused as such, before anything else is looked at', () => {
    expect(refusal(() => parseRequest('match.tags', { version: 2, wrong: true }, NOW))).toMatchObject({ code: 'match.unknown_version', en: expect.stringContaining('2') });
  });

  it.each([
    ['nothing', undefined], ['a list', []], ['a text', 'match.tags'], ['no version', { texts: [{ id: 'a', text: 'x' }] }], ['an unknown field', { version: 1, texts: [{ id: 'a', text: 'x' }], extra: 1 }],
    ['an empty text', { version: 1, texts: [{ id: 'a', text: ' ' }] }], ['no texts', { version: 1, texts: [] }],
  ])('%s is refused with the fields that are wrong', (_, data) => {
    expect(refusal(() => parseRequest('match.tags', data, NOW))).toMatchObject({ code: 'request.invalid', errors: [expect.objectContaining({ code: expect.any(String), ja: expect.any(String) })] });
  });

  it('each wrong field says what is wrong with it', () => {
    expect(refusal(() => tags({ texts: [{ id: 'a', text: 'あ'.repeat(1_001) }], extra: 1 })).errors).toEqual(expect.arrayContaining([
      expect.objectContaining({ field: 'texts.0.text', code: 'intro.too_long' }), expect.objectContaining({ field: 'extra', code: 'field.unknown' }),
    ]));
  });

  it('people and an event together, or neither, are refused', () => {
    for (const subject of [{}, { eventId: '7b1e0f5a-1111-4222-8333-444455556666', people: [{ id: 'a' }] }]) {
      expect(refusal(() => parseRequest('match.teams', { version: 1, ...subject }, NOW))).toMatchObject({ errors: [{ field: 'eventId' }] });
    }
  });

  it('a deadline that has passed is refused as expired; one to come is not', () => {
    expect(refusal(() => tags({ deadline: '2026-11-24T09:59:59Z' }))).toMatchObject({ code: 'match.expired' });
    expect(tags({ deadline: '2026-11-24T10:00:01Z' }).texts).toHaveLength(1);
  });
});
