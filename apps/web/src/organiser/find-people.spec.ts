import { describe, expect, it } from '@jest/globals';
import type { PersonView } from '@tsunagu/contracts';
import { countTags, EVERYBODY, findPeople, MOST_TO_PICK, peopleToPick } from './find-people.js';
import { ownNames } from './word-of-concept.js';

const NONE = ownNames([]);
const person = (id: string, more: Partial<PersonView> = {}): PersonView => ({
  id, nickname: id, affiliation: null, sector: null, teamWish: 'looking', here: true, paused: false, left: false, reading: 'read', thin: false, tags: [], jackets: [], joinedAt: '', ...more,
});
const tag = (label: string) => ({ label, kind: 'skill' as const, concept: label, role: null, added: false });
const names = (people: PersonView[]): string[] => people.map(({ id }) => id);
const people = [person('はな', { tags: [tag('データ分析')] }), person('ヒロ', { affiliation: '△△商店街', here: false }), person('Maya', { thin: true, jackets: ['来客数'] }), person('Tom', { left: true, here: false })];

describe('finding people', () => {
  it.each(['橋本葵', '橋本 葵', '橋本　葵'])('%s finds a name that is written with a space', (search) => {
    expect(names(findPeople([person('橋本 葵'), person('橋本 蓮')], { ...EVERYBODY, search }, new Set()))).toEqual(['橋本 葵']);
  });

  it('finds a tag by the word of its concept, which the wall shows, too', () => {
    const told = person('a', { tags: [{ ...tag('地域の歴史'), concept: '郷土史' }] });
    expect(findPeople([told, person('b')], { ...EVERYBODY, search: '郷土史' }, new Set())).toEqual([told]);
  });

  it.each([['ﾃﾞｰﾀ', 'はな'], ['でーた', 'はな'], ['ひろ', 'ヒロ'], ['maya', 'Maya'], ['商店街', 'ヒロ'], ['来客', 'Maya']])('%s finds %s, in any script and width', (search, found) => {
    expect(names(findPeople(people, { ...EVERYBODY, search }, new Set()))).toEqual([found]);
  });

  it('wants every word', () => {
    expect(findPeople(people, { ...EVERYBODY, search: 'ヒロ 分析' }, new Set())).toEqual([]);
  });

  it.each([['here', ['はな', 'Maya']], ['away', ['ヒロ']], ['thin', ['Maya']], ['left', ['Tom']], ['unplaced', ['ヒロ']]] as const)('shows %s only', (filter, found) => {
    expect(names(findPeople(people, { ...EVERYBODY, filter }, new Set(['ヒロ'])))).toEqual(found);
  });

  const room = [
    person('a', { sector: 'npo', tags: [{ label: '空き教室', kind: 'skill', concept: '空き教室', role: 'place', added: false }] }),
    person('b', { sector: 'public', tags: [{ label: '活動場所', kind: 'seeking', concept: '場所', role: 'place', added: false }, tag('英語')] }),
    person('c', { tags: [tag('英語')] }),
  ];
  it.each([['offer:place', ['a']], ['need:place', ['b']], ['sector:npo', ['a']]] as const)('who is, gives or looks for %s', (part, found) => {
    expect(names(findPeople(room, { ...EVERYBODY, part }, new Set()))).toEqual(found);
  });

  it('everybody who has a tag', () => {
    expect(names(findPeople(room, { ...EVERYBODY, tag: '英語' }, new Set()))).toEqual(['b', 'c']);
    expect(countTags(room, NONE)[0]).toEqual({ concept: '英語', label: '英語', count: 2 });
  });

  it('who has a tag of an English name', () => {
    const sales = [person('a', { tags: [{ ...tag('営業'), en: 'sales' }] }), person('b', { tags: [tag('英語')] })];
    expect(names(findPeople(sales, { ...EVERYBODY, search: 'Sales' }, new Set()))).toEqual(['a']);
    expect(countTags(sales, NONE)[0]).toEqual({ concept: '営業', label: '営業', en: 'sales', count: 1 });
  });

  it('a tag that people say in several words, by the plainest', () => {
    const said = [person('a', { tags: [{ ...tag('日本語で話す会'), concept: '日本語' }] }), person('b', { tags: [tag('日本語')] }), person('c', { tags: [{ ...tag('日本語の練習'), concept: '日本語' }] })];
    expect(countTags(said, NONE)).toEqual([{ concept: '日本語', label: '日本語', en: undefined, count: 3 }]);
  });

  it('a tag for which the organiser has a word, by that', () => {
    const said = [person('a', { tags: [{ ...tag('人感センサー'), concept: 'IoT見守り' }] }), person('b', { tags: [tag('IoT見守り')] })];
    const words = [{ id: '1', label: '見守りセンサー', spellings: ['人感センサー'], kind: null, refused: false }, { id: '2', label: 'みまもり', spellings: ['IoT見守り'], kind: null, refused: true }];
    expect(countTags(said, ownNames(words))).toEqual([{ concept: 'IoT見守り', label: '見守りセンサー', en: undefined, count: 2 }]);
  });
});

describe('whom one can pick', () => {
  const picked = (...given: Parameters<typeof peopleToPick>) => { const { shown, more } = peopleToPick(...given); return [names([...shown]), more]; };
  it('is everybody, those whom a search finds, and whoever is chosen already, in their order', () => {
    expect(picked(people, [], '')).toEqual([['はな', 'ヒロ', 'Maya', 'Tom'], 0]);
    expect(picked(people, ['Maya'], '商店街')).toEqual([['ヒロ', 'Maya'], 0]);
    expect(picked(people, ['Nobody'], 'だれでもない')).toEqual([[], 0]);
  });

  it('is of very many the first, beside whoever is chosen, and it is known how many more there are', () => {
    const many = Array.from({ length: MOST_TO_PICK + 20 }, (_, at) => person(`p${at}`));
    const last = many.at(-1)!.id;
    expect(picked(many, [last], '')).toEqual([[...names(many.slice(0, MOST_TO_PICK)), last], 19]);
    expect(picked(many, [last], 'p69')).toEqual([[last], 0]);
    expect(picked(many, [], last)).toEqual([[last], 0]);
  });
});
