import { expect, it } from '@jest/globals';
import { profileBody, type TypedProfile } from './profile-typed.js';

it.each<[typed: TypedProfile, body: object]>([
  [{ nickname: 'はな' }, { nickname: 'はな' }],
  [{ affiliation: ' 港大学 ' }, { affiliation: '港大学' }],
  [{ affiliation: ' ', sector: null }, { affiliation: null, sector: null }],
  [{}, {}],
])('of a profile in which %j was typed, %j is changed', (typed, body) => {
  expect(profileBody(typed)).toEqual(body);
});
