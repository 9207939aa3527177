import { describe, expect, it } from '@jest/globals';
import type { PersonView } from '@tsunagu/contracts';
import { findPeople } from './find-people.js';

const person = (id: string, more: Partial<PersonView> = {}): PersonView => ({
  id, nickname: id, affiliation: null, sector: null, teamWish: 'looking', here: true, paused: false, left: false, reading: 'read', thin: false, tags: [], jackets: [], joinedAt: '', ...more,
});
const tag = (label: string) => ({ label, kind: 'skill' as const, concept: label, role: null });
const names = (people: PersonView[]): string[] => people.map(({ id }) => id);
const people = [person('はな', { tags: [tag('データ分析')] }), person('ヒロ', { affiliation: '△△商店街', here: false }), person('Maya', { thin: true, jackets: ['来客数'] }), person('Tom', { left: true, here: false })];

describe('finding people', () => {
  it.each([['ﾃﾞｰﾀ', 'はな'], ['でーた', 'はな'], ['ひろ', 'ヒロ'], ['maya', 'Maya'], ['商店街', 'ヒロ'], ['来客', 'Maya']])('%s finds %s, in any script and width', (search, found) => {
    expect(names(findPeople(people, search, 'all', new Set()))).toEqual([found]);
  });

  it('wants every word', () => {
    expect(findPeople(people, 'ヒロ 分析', 'all', new Set())).toEqual([]);
  });

  it.each([['here', ['はな', 'Maya']], ['away', ['ヒロ']], ['thin', ['Maya']], ['left', ['Tom']], ['unplaced', ['ヒロ']]] as const)('shows %s only', (filter, found) => {
    expect(names(findPeople(people, '', filter, new Set(['ヒロ'])))).toEqual(found);
  });
});
