import { describe, expect, it } from '@jest/globals';
import type { PersonView } from '@tsunagu/contracts';
import { alikePeople, bearersOf, likeness, markOf, namesakes, othersByLikeness } from './alike-people.js';

const people = (...named: [nickname: string, affiliation?: string][]): PersonView[] =>
  named.map(([nickname, affiliation = null], at) => ({ id: String(at), nickname, affiliation, tags: [] }) as unknown as PersonView);
const ids = (list: readonly PersonView[]): string => list.map(({ id }) => id).join();

describe('people who may have joined twice', () => {
  it('bear one name, however it is written', () => {
    expect(alikePeople(people(['ユキ'], ['はな'], ['ゆき'], ['ﾕｷ'], ['Ken'], ['KEN'])).map(ids)).toEqual(['0,2,3', '4,5']);
  });

  it('are told apart by two affiliations, not by one that is missing', () => {
    expect(alikePeople(people(['花子', '茶道部'], ['花子', '書道部'], ['花子', '茶道部'])).map(ids)).toEqual(['0,2']);
    expect(alikePeople(people(['花子', '茶道部'], ['花子'])).map(ids)).toEqual(['0,1']);
    expect(alikePeople(people(['花子', '茶道部'], ['花子', '書道部']))).toEqual([]);
  });
});

it('whoever bears a name is found, however it is written', () => {
  const list = people(['ユキ'], ['はな'], ['ゆき']);
  expect([' ﾕｷ', 'ゆきこ', ''].map((name) => ids(bearersOf(list, name)))).toEqual(['0,2', '', '']);
});

describe('whom to merge somebody with', () => {
  it('begins with the most alike names', () => {
    const [taro, ...others] = people(['山田太郎'], ['佐藤'], ['山田花子'], ['ヤマ'], ['山田太郎'], ['山田 太郎']);
    expect(ids(othersByLikeness([taro!, ...others], taro!))).toBe('4,5,2,1,3');
  });

  it('knows a name as wholly like itself alone', () => {
    expect(likeness('ケン', 'けん')).toBe(1);
    expect(likeness('ケン', 'ンケ')).toBeLessThan(1);
    expect(likeness('ケン', '花子')).toBe(0);
  });
});

it('people of one name are told apart by what they belong to, else by their first tag', () => {
  const list = people(['ユキ', '茶道部'], ['ゆき'], ['はな']);
  expect([...namesakes(list).values()].map(ids)).toEqual(['0,1']);
  const tagged = { ...list[1]!, tags: [{ label: '農業', en: 'farming' }] } as PersonView;
  expect([markOf(list[0]!, 'ja'), markOf(tagged, 'ja'), markOf(tagged, 'en'), markOf(list[1]!, 'ja')]).toEqual(['茶道部', '農業', 'farming', '']);
});
