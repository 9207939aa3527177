import { expect, it } from '@jest/globals';
import { columnOfHeading, plainHeading } from './people-columns.js';

it.each([
  ['お名前', 'nickname'], ['お名前（ニックネーム可）', 'nickname'], ['Name', 'nickname'], ['ご所属', 'affiliation'], ['ご所属を教えてください', 'affiliation'], ['所属', 'affiliation'], ['立場', 'sector'], ['ご立場を教えてください', 'sector'], ['Sector', 'sector'], ['自己紹介をお願いします', 'introduction'], ['自己紹介をご記入ください。', 'introduction'], ['プロフィール', 'introduction'],
  ['会社', undefined], ['ユーザー名', undefined], ['スキル', undefined], ['名前の読み', undefined], ['レベル', undefined], ['ご希望', undefined],
])('the heading %s means %s', (heading, column) => {
  expect(columnOfHeading(heading)).toBe(column);
});

it('a heading without courtesy is left as it is', () => {
  expect(['レベル', 'ご希望', '参加回数'].map(plainHeading)).toEqual(['レベル', 'ご希望', '参加回数']);
});
