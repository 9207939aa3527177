import { describe, expect, it } from '@jest/globals';
import { carryOver, meetPlans } from './meet-plans.js';

const plan = (goal: string, nextDate = '') => ({ goal, nextDate });

describe('two members who set the team\'s plan at once', () => {
  it('see at once what the other has saved where they have typed nothing', () => {
    expect(meetPlans(plan('', '2026-12-05'), plan(''), plan('展示'))).toEqual({ shown: plan('展示', '2026-12-05'), before: plan('展示'), theirs: {} });
  });

  it('keep what they have typed, and see the other text beside it until they have decided', () => {
    const met = meetPlans(plan('写真展'), plan(''), plan('展示'));
    expect(met).toEqual({ shown: plan('写真展'), before: plan(''), theirs: { goal: '展示' } });
    expect(meetPlans(met.shown, met.before, plan('展示、3月'))).toEqual({ ...met, theirs: { goal: '展示、3月' } });
    expect(meetPlans(met.shown, { ...met.before, goal: '展示' }, plan('展示')).theirs).toEqual({});
  });

  it('have what they typed for one team over the plan of the next: its goal is nobody’s change, unless somebody has set one', () => {
    const { typed, typedOver } = carryOver({ typed: plan('写真展', '2026-12-05'), typedOver: plan('展示', '2026-12-05') });
    expect(meetPlans(typed, typedOver, plan(''))).toEqual({ shown: plan('写真展'), before: plan(''), theirs: {} });
    expect(meetPlans(typed, typedOver, plan('地図'))).toMatchObject({ shown: plan('写真展'), theirs: { goal: '地図' } });
  });

  it('have nothing to decide where both wrote the same', () => {
    expect(meetPlans(plan('展示'), plan(''), plan('展示'))).toEqual({ shown: plan('展示'), before: plan('展示'), theirs: {} });
  });
});
