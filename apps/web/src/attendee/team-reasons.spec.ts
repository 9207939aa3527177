import { describe, expect, it } from '@jest/globals';
import type { ReasonView } from '@tsunagu/contracts';
import { bareQuestion, sortTeamReasons } from './team-reasons.js';

const reason = (type: string): ReasonView => ({ type, text: { ja: type, en: type }, labels: [] });
const types = (reasons: ReasonView[]): string[] => reasons.map(({ type }) => type);

describe('the question to begin with', () => {
  it('loses the words that stand above it', () => {
    expect(bareQuestion('はじめの問い：「厨房」について、気になることは何ですか？')).toBe('「厨房」について、気になることは何ですか？');
    expect(bareQuestion('To begin with: Ann, you wrote “kitchen”. Why?')).toBe('Ann, you wrote “kitchen”. Why?');
  });
});

describe('the reasons of a team', () => {
  it('are what unites it and what it lacks; what members bring stands beside them', () => {
    const { unites, missing } = sortTeamReasons(['sectors', 'brings', 'missing', 'need_met'].map(reason));
    expect([types(unites), types(missing)]).toEqual([['sectors', 'need_met'], ['missing']]);
  });

  it('are what members bring where nothing else unites them', () => {
    expect(types(sortTeamReasons(['brings', 'missing'].map(reason)).unites)).toEqual(['brings']);
  });
});
