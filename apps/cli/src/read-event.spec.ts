import { describe, expect, it, jest } from '@jest/globals';
import { InputError } from './problems.js';
import { parseEvent } from './read-event.js';

const event = (participants: unknown[]): string => JSON.stringify({ event: { title: '会' }, participants }, null, 1);

describe('reading EVENT.json', () => {
  const noted = (text: string): string => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      parseEvent(text, 'e.json');
      return write.mock.calls.map(([line]) => String(line)).join('');
    } finally {
      write.mockRestore();
    }
  };

  it('takes participants with as little as an id; fields that it does not read are told in one line, since one may be misspelt', () => {
    expect(parseEvent(event([{ id: 'a' }])).participants).toEqual([{ id: 'a' }]);
    expect(noted(event([{ id: 'a', intro: '海', sector: null }]))).toBe('');
    expect(noted('{"participants":[{"id":"a"},\n{"id":"b","introduction":"海","colour":"red"},{"id":"c","introduction":"山"}]}'))
      .toMatch(/^tsunagu: \[fields\.unread\] e\.json 2行目 \(line 2\), participants\.1\.introduction: 「introduction」「colour」は読みません。.* \/ Not read: introduction, colour\. .*id, name, affiliation, sector, languages, intro.*\n$/);
  });

  it('tells so of the file itself, of its event and of data jackets too', () => {
    const lines = noted('{"participant":[],"participants":[{"id":"a","data_jackets":[{"title":"x"},\n{"title":"y","shareing":"open"}]}],\n"event":{"title":"会","texts_may_leav":true}}').trim().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/ e\.json 1行目 \(line 1\), participant: 「participant」は読みません。読むのは event、participants です。/),
      expect.stringMatching(/ e\.json 3行目 \(line 3\), event\.texts_may_leav: .*title, theme, texts_may_leave/),
      expect.stringMatching(/ e\.json 2行目 \(line 2\), participants\.0\.data_jackets\.1\.shareing: .*title, description, sharing/),
    ]);
  });

  it('takes an event file without the event part', () => {
    expect(parseEvent('{"participants":[]}')).toEqual({ event: {}, participants: [] });
  });

  it('takes data jackets without a sharing condition as negotiable', () => {
    const [{ data_jackets }] = parseEvent(event([{ id: 'a', data_jackets: [{ title: '水温' }] }])).participants;
    expect(data_jackets).toEqual([{ title: '水温', sharing: 'negotiable' }]);
  });

  it.each([
    ['text that is not JSON', '{"participants":[\n{"id":}]}', /^\[json\.broken\] 2行目 \(line 2\): /],
    ['an empty file', '', /^\[json\.broken\] 1行目 \(line 1\): /],
    ['a list instead of an object', '[]', /^\[field\.invalid\] .*\(line 1\): .*（\{ \} で囲んだ項目）.*an object/],
    ['no participants', '{"event":{}}', /^\[field\.missing\] .*\(line 1\), participants: .*This field is missing/],
    ['a participant without an id', '{"participants":[\n{"id":"a"},\n{"name":"b"}]}', /\(line 3\), participants\.1\.id: /],
    ['an introduction that is a number', '{"participants":[\n{"id":"a",\n"intro":5}]}', /\(line 3\), participants\.0\.intro: /],
    ['an unknown sharing condition', '{"participants":[{"id":"a","data_jackets":[\n{"title":"x",\n"sharing":"maybe"}]}]}', /\(line 3\), participants\.0\.data_jackets\.0\.sharing: .*open、negotiable、closed/],
    ['two participants with one id', '{"participants":[{"id":"a"},\n{"id":"a"}]}', /^\[match\.person_twice\] .*\(line 2\), participants\.1\.id: .*a/],
  ])('refuses %s, naming line and field', (_, text, message) => {
    expect(() => parseEvent(text)).toThrow(InputError);
    expect(() => parseEvent(text)).toThrow(message);
  });
});
