import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseEvent } from './read-event.js';
import { loadReader, understandEvent, type Reader, type UnderstoodEvent } from './understand-event.js';

describe('understanding an event file', () => {
  let reader: Reader;
  beforeAll(async () => { reader = await loadReader(); });
  const understand = (participant: object): UnderstoodEvent =>
    understandEvent(parseEvent(JSON.stringify({ event: { theme: '機械学習' }, participants: [{ id: 'a', ...participant }] })), reader);

  it('maps statements with the words of the introduction they come from', () => {
    const [{ statements }] = understand({ intro: 'こんにちは。機械学習が得意です。' }).people;
    expect(statements).toContainEqual(expect.objectContaining({ kind: 'skill', concept: '機械学習', quote: '機械学習' }));
  });

  it('says each concept of one kind once', () => {
    const [{ statements }] = understand({ intro: '機械学習が得意です。機械学習の研究をしています。' }).people;
    const keys = statements.map(({ kind, concept }) => `${kind} ${concept}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reads data jackets and the theme into concepts', () => {
    const { event, people } = understand({ data_jackets: [{ title: '機械学習の正解データ', sharing: 'open' }] });
    expect(people[0].jackets[0]).toMatchObject({ title: '機械学習の正解データ', sharing: 'open' });
    expect(people[0].jackets[0].concepts.length).toBeGreaterThan(0);
    expect(event.theme?.map(({ concept }) => concept)).toContain('機械学習');
  });

  it('takes a participant without a text as one without statements', () => {
    expect(understand({ intro: '  ' }).people[0].statements).toEqual([]);
    expect(understand({}).people[0].statements).toEqual([]);
  });

  it('names the participant whose text cannot be taken', () => {
    expect(() => understand({ intro: 'あ'.repeat(1001) })).toThrow('participant a: a text cannot be taken (intro.too_long)');
  });
});
