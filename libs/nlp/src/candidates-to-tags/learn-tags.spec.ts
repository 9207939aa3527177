import { describe, expect, it } from '@jest/globals';
import { targetOf } from '../../../../scripts/learn-tags/labelled-rows.mjs';
import { learnWeights } from '../../../../scripts/learn-tags/logistic-regression.mjs';

describe('learning the choice of tags', () => {
  it('finds weights that tell the classes apart, with a slope of nothing left', () => {
    // feature 0 speaks for class 0, feature 1 for class 1, feature 2 for neither
    const rows = [[0, 2], [0], [1, 2], [1]].map((features, at) => ({ features, target: at < 2 ? [1, 0] : [0, 1], weight: 1 }));
    const weights = learnWeights(rows, { features: 3, classes: 2, cost: 1 });
    expect(weights[0]).toBeCloseTo(-weights[1], 4);
    expect(weights[0]).toBeGreaterThan(0.3);
    expect(weights[4]).toBeCloseTo(0, 4);
    // at the minimum of 2·log(1+exp(-2w)) + w² per class pair: w = 2·σ(-2w)
    expect(weights[0]).toBeCloseTo(2 / (1 + Math.exp(2 * weights[0])), 3);
  });

  it('takes an annotator at their word: aliases count, what is optional teaches nothing, a denied skill counts more', () => {
    const text = { tags: [{ kind: 'skill', label: '経理', aliases: ['経理事務'] }, { kind: 'seeking', label: '経理', aliases: [] }], optional: [['商店街']], forbidden_skill: ['統計'] };
    expect(targetOf('経理', text)).toEqual({ shares: [0, 0.5, 0, 0.5], weight: 1 });
    expect(targetOf('ｹｲﾘ', text)).toEqual({ shares: [1, 0, 0, 0], weight: 1 });
    expect(targetOf('経理・事務', text)).toEqual({ shares: [0, 1, 0, 0], weight: 1 });
    expect(targetOf('商店街', text)).toBeUndefined();
    expect(targetOf('統計', text)!.weight).toBeGreaterThan(1);
  });
});
