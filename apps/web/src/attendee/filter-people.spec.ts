import { describe, expect, it } from '@jest/globals';
import type { CandidateView } from '@tsunagu/contracts';
import { filterLabels, filterPeople, freeNow, namesIn, NO_FILTER } from './filter-people.js';

const person = (participantId: string, nickname: string, labels: string[], tags: string[] = []): CandidateView => ({
  participantId, nickname, affiliation: null, jackets: [], score: 0.5, noPhone: false, isNew: false,
  tags: tags.map((label) => ({ label, kind: 'skill' as const, concept: label })), reasons: [{ type: 'shared', text: { ja: '', en: '', yasashii: '' }, labels }],
});
const people = [person('a', 'はるか', ['見守り', '写真'], ['Python']), person('b', 'Lucas', ['写真', '散歩']), person('c', 'りん', ['散歩', '写真'])];
const plain = namesIn(people, 'ja');
const names = (found: CandidateView[]): string[] => found.map((one) => one.nickname);

describe('feature 26: candidates by tag, name and whether they are free', () => {
  it('finds by words in names and tags, however they are typed', () => {
    expect(names(filterPeople(people, { ...NO_FILTER, words: 'ｌｕｃａｓ' }, new Map(), plain))).toEqual(['Lucas']);
    expect(names(filterPeople(people, { ...NO_FILTER, words: 'python 見守り' }, new Map(), plain))).toEqual(['はるか']);
  });

  it.each([['ハルカ', 'はるか'], ['るーかす', 'ルーカス'], ['ごみ', 'ルーカス'], ['ｺﾞﾐ', 'ルーカス'], ['サーバー', 'りん']])('%s finds %s, in any script and width', (words, found) => {
    const room = [people[0]!, { ...people[1]!, nickname: 'ルーカス', jackets: ['ゴミの量'] }, { ...people[2]!, affiliation: 'サーバ管理' }];
    expect(names(filterPeople(room, { ...NO_FILTER, words }, new Map(), plain))).toEqual([found]);
  });

  it('keeps to one label, and to those who are free', () => {
    expect(names(filterPeople(people, { ...NO_FILTER, label: '散歩' }, new Map(), plain))).toEqual(['Lucas', 'りん']);
    expect(names(filterPeople(people, { ...NO_FILTER, label: '散歩', free: true }, new Map([['c', '窓']]), plain))).toEqual(['りん']);
  });

  it('feature 32: puts whoever is free to talk now first', () => {
    expect(names(filterPeople(people, { ...NO_FILTER, label: '散歩' }, new Map([['c', '窓']]), plain))).toEqual(['りん', 'Lucas']);
  });

  it('forgets who was free until a moment ago', () => {
    const until = '2026-01-01T10:00:00.000Z';
    expect([...freeNow([{ participantId: 'a', place: '窓', until }], Date.parse(until) - 1)]).toEqual([['a', '窓']]);
    expect(freeNow([{ participantId: 'a', place: '窓', until }], Date.parse(until)).size).toBe(0);
  });

  it('offers labels that tell people apart: not the one that all of them have', () => {
    expect(filterLabels(people, 2, plain)).toEqual(['散歩', '見守り']);
    expect(filterLabels(people, 5, plain)).toContain('Python');
  });

  it('knows English names, from a tag or a reason, on the label and to search by', () => {
    const [first, second] = people.map((one): CandidateView => ({ ...one, tags: [{ label: '営業', en: 'sales', kind: 'skill', concept: '営業' }], reasons: one.reasons.map((reason) => ({ ...reason, names: { 散歩: 'walking' } })) }));
    const room = [first, { ...second, tags: [] }];
    const named = namesIn(room, 'en');
    expect(filterLabels(room, 5, named).map(named)).toEqual(expect.arrayContaining(['sales', 'walking']));
    expect(names(filterPeople(room, { ...NO_FILTER, words: 'Sales' }, new Map(), plain))).toEqual(['はるか']);
    expect(names(filterPeople(room, { ...NO_FILTER, label: '営業' }, new Map(), plain))).toEqual(['はるか']);
  });
  it('has one chip for labels of one English name, and finds whoever has any of them', () => {
    const called = (one: CandidateView, label: string, en: string): CandidateView => ({ ...one, reasons: [], tags: [{ label, en, kind: 'skill', concept: label }] });
    const room = [called(people[0]!, '写真撮影', 'photography'), called(people[1]!, '写真', 'photography'), called(people[2]!, '陶芸', 'pottery')];
    for (const [language, chips, found] of [['en', ['photography', 'pottery'], ['はるか', 'Lucas']], ['ja', ['写真撮影', '写真', '陶芸'], ['はるか']]] as const) {
      const named = namesIn(room, language);
      expect(filterLabels(room, 5, named).map(named)).toEqual(chips);
      expect(names(filterPeople(room, { ...NO_FILTER, label: '写真撮影' }, new Map(), named))).toEqual(found);
    }
  });
});
