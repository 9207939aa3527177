import { describe, expect, it } from '@jest/globals';
import { atTheirCards, emptyJacket, emptyJoin, joinBody, joinProblems } from './join-draft.js';

const filled = { ...emptyJoin, nickname: 'はな', consent: true };

describe('the join form', () => {
  it('needs a nickname and consent, and nothing else', () => {
    expect(joinProblems(filled)).toEqual([]);
    expect(joinProblems(emptyJoin).map(({ field, code }) => [field, code])).toEqual([['nickname', 'text.empty'], ['consentVersion', 'join.consent_missing']]);
  });

  it('lets an introduction be written later, but not a broken one', () => {
    expect(joinProblems({ ...filled, introduction: '  \n' })).toEqual([]);
    expect(joinProblems({ ...filled, introduction: 'あ'.repeat(1_001) })).toMatchObject([{ field: 'introduction', code: 'intro.too_long' }]);
  });

  it('sends what is written only: no empty affiliation, introduction or data jacket', () => {
    const body = joinBody({ ...filled, jackets: [emptyJacket] }, 3, 'ja');
    expect(body).toMatchObject({ nickname: 'はな', consentVersion: 3, jackets: [] });
    expect(body).not.toHaveProperty('affiliation');
    expect(body).not.toHaveProperty('introduction');
  });

  it('names the earlier event only where the person agrees to be known from there', () => {
    const earlierEventId = '00000000-0000-4000-8000-000000000000';
    expect(joinBody(filled, 3, 'ja')).not.toHaveProperty('earlierEventId');
    expect(joinBody({ ...filled, earlierEventId }, 3, 'ja')).toMatchObject({ earlierEventId });
  });

  it('asks for the name of a data jacket that has a description', () => {
    expect(joinProblems({ ...filled, jackets: [{ ...emptyJacket, description: '日別の来客数' }] })).toMatchObject([{ field: 'jackets.0.title', code: 'text.empty' }]);
  });

  it('says what is wrong with a data jacket at its own card, also behind a blank one, and where the service says it', () => {
    const jackets = [emptyJacket, { ...emptyJacket, description: '日別の来客数' }, emptyJacket, { ...emptyJacket, title: 'あ'.repeat(500) }];
    expect(joinProblems({ ...filled, jackets }).map(({ field }) => field)).toEqual(['jackets.1.title', 'jackets.3.title']);
    expect(atTheirCards([{ field: 'nickname' }, { field: 'jackets.0.title' }, { field: 'jackets.1.description' }], jackets).map(({ field }) => field)).toEqual(['nickname', 'jackets.1.title', 'jackets.3.description']);
  });
});
