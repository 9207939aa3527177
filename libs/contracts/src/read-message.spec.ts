import { describe, expect, it } from '@jest/globals';
import { REQUEST_EXAMPLES } from './door-channels.js';
import { DOOR_PATTERNS, type DoorPattern } from './messages.js';
import { readMessage, type ReadMessage, type RefusedMessage } from './read-message.js';

const PATTERNS = Object.keys(DOOR_PATTERNS);
const read = (pattern: string, data: unknown, jobId = '7') => readMessage(pattern, data, { jobId, patterns: PATTERNS });
const tags = (fields: object, pattern = 'match.tags') => read(pattern, { version: 1, id: 'q1', data: { texts: [{ id: 'a', text: '写真が得意です' }] }, ...fields });
const refusal = (outcome: ReadMessage | RefusedMessage): RefusedMessage => {
  if (!('problem' in outcome)) throw new Error('was accepted');
  return outcome;
};

describe('requests of other services', () => {
  it.each(Object.keys(REQUEST_EXAMPLES) as DoorPattern[])('the example of %s is what the contract has', (pattern) => {
    expect(read(pattern, REQUEST_EXAMPLES[pattern])).toMatchObject({ pattern, message: { id: REQUEST_EXAMPLES[pattern].id } });
  });

  it('a request of the contract passes, with its defaults filled in', () => {
    expect(tags({})).toMatchObject({ message: { id: 'q1', replyTo: 'results', priority: 0 }, request: { texts: [{ id: 'a', text: '写真が得意です' }] } });
    expect(read('match.candidates', { version: 1, id: 'q', data: { people: [{ id: 'a' }] } })).toMatchObject({ request: { top: 10, theme: '' } });
  });

  it('null for what a person may leave out says the same as nothing', () => {
    expect(read('match.candidates', { version: 1, id: 'q', data: { people: [{ id: 'a', name: null, affiliation: null, sector: null, intro: null }] } }))
      .toMatchObject({ request: { people: [{ id: 'a', name: undefined, affiliation: undefined, sector: undefined, intro: undefined, data_jackets: [] }] } });
  });

  it('another version is refused as such, before anything else is looked at', () => {
    expect(refusal(tags({ version: 2, wrong: true })).problem).toMatchObject({ code: 'match.unknown_version', body: { en: expect.stringContaining('2') } });
  });

  it('an unknown pattern is refused as such', () => {
    expect(refusal(tags({}, 'match.everything')).problem.body).toMatchObject({ code: 'match.unknown_pattern', en: expect.stringContaining('match.everything') });
  });

  it('what belongs on the other queue is told so', () => {
    const { problem } = refusal(readMessage('match.tags', { version: 1, id: 'q', data: {} }, { jobId: '7', patterns: ['match.withdraw'] }));
    expect(problem.body).toMatchObject({ code: 'match.other_queue', en: 'Send match.tags to the queue requests.' });
  });

  it.each([
    ['nothing', undefined], ['null', null], ['a list', []], ['a text', 'match.tags'], ['a number', 7],
  ])('%s is refused as malformed, under the id of its job', (_, data) => {
    const { problem, message } = refusal(read('match.tags', data));
    expect([problem.code, message]).toMatchObject(['match.malformed', { id: 'job-7', replyTo: 'results', data: data ?? null }]);
    expect(problem.body.en).not.toContain('page');
  });

  it.each([
    ['no version', { version: undefined }, 'version'], ['no id', { id: undefined }, 'id'], ['an id with blanks', { id: 'a b' }, 'id'], ['an unknown field', { extra: 1 }, 'extra'],
    ['a wrong reply queue', { replyTo: '../x' }, 'replyTo'], ['a wrong deadline', { deadline: 'soon' }, 'deadline'], ['no data', { data: undefined }, 'data'],
    ['an empty text', { data: { texts: [{ id: 'a', text: ' ' }] } }, 'data.texts.0.text'], ['no texts', { data: { texts: [] } }, 'data.texts'], ['an unknown inner field', { data: { texts: [{ id: 'a', text: 'x' }], more: 1 } }, 'data.more'],
  ])('%s is refused, naming the field', (_, fields, field) => {
    expect(refusal(tags(fields)).problem.body).toMatchObject({ code: 'request.invalid', errors: [expect.objectContaining({ field, ja: expect.any(String), en: expect.any(String) })] });
  });

  it('what is right of a wrong message is used to answer it', () => {
    expect(refusal(tags({ extra: 1, replyTo: 'results.mine', correlationId: 'c' })).message).toMatchObject({ id: 'q1', replyTo: 'results.mine', correlationId: 'c' });
  });

  it('what is nested deeper than a hundred levels is refused by its envelope alone, also where that is not one', () => {
    const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(refusal(tags({ data: nested(100) })).problem.body.errors).toMatchObject([{ field: 'data', code: 'field.invalid', en: expect.stringContaining('100 lists') }]);
    expect(refusal(tags({ data: nested(98) })).problem.body.errors).toMatchObject([{ field: 'data', en: expect.stringContaining('an object') }]);
    for (const sent of [{ version: 1, id: 'q1', correlationId: 'c', data: nested(50_000) }, { version: 1, id: nested(50_000), correlationId: 'c', data: {} }, nested(50_000)]) {
      expect(refusal(read('match.tags', sent))).toMatchObject({ message: { data: null }, problem: { code: 'request.invalid' } });
    }
  });

  it('what is larger than a request over HTTP may be is refused as such', () => {
    expect(refusal(tags({ data: { texts: [{ id: 'a', text: 'x'.repeat(9_000_000) }] } }))).toMatchObject({ message: { id: 'q1', data: null }, problem: { code: 'request.too_large', body: { en: expect.stringContaining('8192 KB') } } });
    expect(refusal(tags({ data: Array(9_000_000).fill(0) })).problem.code).toBe('request.too_large');
  });

  it('of many wrong fields a hundred are named', () => {
    const data = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 0]));
    expect(refusal(tags({ data })).problem.body.errors).toHaveLength(100);
    expect(refusal(tags(data)).problem.body.errors).toHaveLength(100);
  });

  it('a message without data keeps none, so that it is refused alike when it is done again', () => {
    const { message } = refusal(tags({ data: undefined }));
    expect(message.data).toBeUndefined();
    expect(refusal(tags({ version: undefined, data: undefined })).message.data).toBeUndefined();
    expect(refusal(read('match.tags', message)).problem.body.errors).toMatchObject([{ field: 'data' }]);
  });

  it.each([
    ['blanks', 'a b', 'a b'], ['nothing', '', ''], ['too much', 'x'.repeat(300), 'x'.repeat(200)], ['a number', 7, '7'], ['what no database stores', 'a\0b', 'a\uFFFDb'],
  ])('an id of %s comes back as correlation id, so that its sender knows the refusal, and is told what an id is', (_, id, correlationId) => {
    const { message, problem } = refusal(tags({ id }));
    expect(message).toMatchObject({ id: 'job-7', correlationId });
    expect(problem.body.errors).toMatchObject([{ field: 'id' }]);
    if (typeof id === 'string') expect(problem.body.errors![0].en).toContain('100');
    expect(refusal(tags({ id, correlationId: 'mine' })).message.correlationId).toBe('mine');
  });

  it('each wrong field says what is wrong with it', () => {
    expect(refusal(tags({ data: { texts: [{ id: 'a', text: 'あ'.repeat(1_001) }] } })).problem.body.errors).toEqual([expect.objectContaining({ field: 'data.texts.0.text', code: 'intro.too_long' })]);
  });

  it.each([
    ['a text that is only long', { data: { texts: [{ id: 'a', text: 'あ'.repeat(5_000) }] } }, 'intro.too_long', '5000', '5000'],
    ['a text without end', { data: { texts: [{ id: 'a', text: 'あ'.repeat(100_000) }] } }, 'intro.too_long', '10000+', '10000+'],
    ['a text of large emoji', { data: { texts: [{ id: 'a', text: '👨‍👩‍👧‍👦'.repeat(900) }] } }, 'intro.too_many_units', 'emoji', '絵文字'],
    ['too many texts', { data: { texts: Array.from({ length: 101 }, (_, at) => ({ id: String(at), text: 'x' })) } }, 'field.invalid', 'at most 100 entries', '100個まで'],
    ['a missing field', { data: { texts: [{ id: 'a' }] } }, 'field.missing', 'This field is missing (a text).', 'この項目がありません（文字）。'],
    ['a missing version', { version: undefined }, 'field.missing', 'This field is missing (give 1).', '（1 にしてください）'],
    ['no texts', { data: { texts: [] } }, 'field.invalid', 'at least 1 entry)', '1個以上'],
    ['a wrong type', { data: { texts: [{ id: 7, text: 'x' }] } }, 'field.invalid', 'a text', '文字'],
    ['a deadline without zone', { deadline: '2026-11-24T10:00:00' }, 'field.invalid', 'zone', '時差'],
    ['a priority that is none', { priority: 10 }, 'field.invalid', 'at most 9', '9まで'],
    ['another reply queue', { replyTo: 'mine' }, 'match.reply_to_form', 'results.<name>', 'results.<名前>'],
  ])('%s is told with what is allowed', (_, fields, code, en, ja) => {
    expect(refusal(tags(fields)).problem.body.errors).toMatchObject([{ code, en: expect.stringContaining(en), ja: expect.stringContaining(ja) }]);
  });

  it('of a word that is none of a few, these are told', () => {
    const { errors } = refusal(read('match.candidates', { version: 1, id: 'q', data: { people: [{ id: 'a', sector: 'king' }] } })).problem.body;
    expect(errors).toMatchObject([{ field: 'data.people.0.sector', code: 'field.invalid', en: expect.stringContaining('company') }]);
    const rules = { rules: [{ type: 'nearby', people: ['a'] }] };
    expect(refusal(read('match.teams', { version: 1, id: 'q', data: { people: [{ id: 'a' }], rules } })).problem.body.errors).toMatchObject([{ field: 'data.rules.rules.0.type', en: expect.stringContaining('together, apart') }]);
  });

  it('people and an event together, neither, or one person twice are refused', () => {
    for (const subject of [{}, { eventId: '7b1e0f5a-1111-4222-8333-444455556666', people: [{ id: 'a' }] }]) {
      expect(refusal(read('match.teams', { version: 1, id: 'q', data: subject })).problem.body).toMatchObject({ errors: [{ field: 'data.eventId', code: 'match.one_subject' }] });
    }
    expect(refusal(read('match.teams', { version: 1, id: 'q', data: { people: [{ id: 'a' }, { id: 'a' }] } })).problem.body).toMatchObject({ errors: [{ field: 'data.people.1.id', code: 'match.person_twice', en: expect.stringContaining('a') }] });
  });

  it('of two texts with one id the second is named', () => {
    expect(refusal(tags({ data: { texts: ['a', 'b', 'a'].map((id) => ({ id, text: '写真が得意です' })) } })).problem.body).toMatchObject({ errors: [{ field: 'data.texts.2.id', code: 'match.text_twice' }] });
  });

  it.each([
    ['who comes and is there already', { change: { come: [{ id: 'a' }] } }, 'data.change.come.0.id', 'match.person_twice'],
    ['who comes twice', { change: { come: [{ id: 'e' }, { id: 'e' }] } }, 'data.change.come.1.id', 'match.person_twice'],
    ['who comes and goes', { change: { come: [{ id: 'e' }], go: ['e'] } }, 'data.change.go.0', 'match.person_twice'],
    ['who goes twice', { change: { go: ['b', 'b'] } }, 'data.change.go.1', 'match.person_twice'],
    ['who sits in two teams', { plan: [{ members: ['a', 'b'] }, { members: ['a', 'c'] }] }, 'data.plan.1.members.0', 'match.person_twice'],
    ['who is pinned twice', { pinned: ['a', 'a'] }, 'data.pinned.1', 'match.person_twice'],
    ['nobody in the plan', { plan: [{ members: ['a', 'zzz'] }] }, 'data.plan.0.members.1', 'match.person_unknown'],
    ['nobody who goes', { change: { go: ['zzz'] } }, 'data.change.go.0', 'match.person_unknown'],
    ['nobody who is pinned', { pinned: ['zzz'] }, 'data.pinned.0', 'match.person_unknown'],
  ])('a repair that names somebody %s is refused, naming the field', (_, fields, field, code) => {
    const data = { people: ['a', 'b', 'c', 'd'].map((id) => ({ id })), plan: [{ members: ['a', 'b'] }, { members: ['c', 'd'] }], ...fields };
    expect(refusal(read('match.repair', { version: 1, id: 'q', data })).problem.body).toMatchObject({ code: 'request.invalid', errors: [{ field, code }] });
  });

  it('who has left a plan need not be among the people, and may still be pinned', () => {
    const data = { people: [{ id: 'a' }], plan: [{ members: ['a', 'b'] }], change: { go: ['b'], come: [{ id: 'c' }] }, pinned: ['b'] };
    expect(read('match.repair', { version: 1, id: 'q', data })).toMatchObject({ pattern: 'match.repair' });
  });

  it('a repair of given people needs their plan; that of an event does not', () => {
    expect(refusal(read('match.repair', { version: 1, id: 'q', data: { people: [{ id: 'a' }] } })).problem.body).toMatchObject({ errors: [{ field: 'data.plan', code: 'match.no_plan' }] });
    expect(read('match.repair', { version: 1, id: 'q', data: { eventId: '7b1e0f5a-1111-4222-8333-444455556666' } })).toMatchObject({ request: { change: { come: [], go: [] } } });
  });
});
