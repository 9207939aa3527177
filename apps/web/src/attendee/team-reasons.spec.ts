import { describe, expect, it } from '@jest/globals';
import type { ReasonView } from '@tsunagu/contracts';
import { sortTeamReasons } from './team-reasons.js';

const reason = (type: string): ReasonView => ({ type, text: { ja: type, en: type, yasashii: type }, labels: [] });
const types = (reasons: ReasonView[]): string[] => reasons.map(({ type }) => type);

describe('the reasons of a team', () => {
  it('are what unites it and what it lacks; what members bring stands beside them', () => {
    const { unites, missing } = sortTeamReasons(['sectors', 'brings', 'cares', 'missing', 'need_met'].map(reason));
    expect([types(unites), types(missing)]).toEqual([['sectors', 'need_met'], ['missing']]);
  });

  it('are what members bring where nothing else unites them', () => {
    expect(types(sortTeamReasons(['brings', 'missing'].map(reason)).unites)).toEqual(['brings']);
  });
});
