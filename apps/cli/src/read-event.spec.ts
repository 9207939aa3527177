import { describe, expect, it } from '@jest/globals';
import { InputError } from './problems.js';
import { parseEvent } from './read-event.js';

const event = (participants: unknown[]): string => JSON.stringify({ event: { title: '会' }, participants }, null, 1);

describe('reading EVENT.json', () => {
  it('takes participants with as little as an id, and ignores fields it does not know', () => {
    expect(parseEvent(event([{ id: 'a', colour: 'red' }])).participants).toEqual([{ id: 'a' }]);
  });

  it('takes an event file without the event part', () => {
    expect(parseEvent('{"participants":[]}')).toEqual({ event: {}, participants: [] });
  });

  it('takes data jackets without a sharing condition as negotiable', () => {
    const [{ data_jackets }] = parseEvent(event([{ id: 'a', data_jackets: [{ title: '水温' }] }])).participants;
    expect(data_jackets).toEqual([{ title: '水温', sharing: 'negotiable' }]);
  });

  it.each([
    ['text that is not JSON', '{"participants":[\n{"id":}]}', /^line 2: not JSON/],
    ['an empty file', '', /^line 1: not JSON/],
    ['a list instead of an object', '[]', /^line 1: event file: /],
    ['no participants', '{"event":{}}', /^line 1: participants: /],
    ['a participant without an id', '{"participants":[\n{"id":"a"},\n{"name":"b"}]}', /^line 3: participants\.1\.id: /],
    ['an introduction that is a number', '{"participants":[\n{"id":"a",\n"intro":5}]}', /^line 3: participants\.0\.intro: /],
    ['an unknown sharing condition', '{"participants":[{"id":"a","data_jackets":[\n{"title":"x",\n"sharing":"maybe"}]}]}', /^line 3: participants\.0\.data_jackets\.0\.sharing: /],
    ['two participants with one id', '{"participants":[{"id":"a"},{"id":"a"}]}', /two participants have the same id/],
  ])('refuses %s, naming line and field', (_, text, message) => {
    expect(() => parseEvent(text)).toThrow(InputError);
    expect(() => parseEvent(text)).toThrow(message);
  });
});
