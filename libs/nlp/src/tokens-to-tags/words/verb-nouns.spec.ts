import { describe, expect, it } from '@jest/globals';
import { nounsOfVerb } from './verb-nouns.js';

describe('what doing a verb is called', () => {
  it.each(['届けする', '渡しする', '見せする', '聞きする'])('has no name for お%s', (lemma) => expect(nounsOfVerb(lemma)).toEqual([]));
  it.each([['修理する', '修理'], ['手直しする', '手直し'], ['届ける', '配達']])('%s: %s', (lemma, noun) => expect(nounsOfVerb(lemma)).toContain(noun));
});
