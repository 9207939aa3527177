import { describePlan, type DescribedPlan } from './describe-plan.js';
import { meanTerms } from './mean-terms.js';
import type { Random } from './seeded-random.js';
import { TeamBoard } from './team-board.js';
import type { WishEffect } from './team-plan.js';
import type { TeamProblem } from './team-problem.js';

/** Steps of the search without a wish: a descent from the plan, so that the cost is a lower bound found at once. */
const STEPS = 60_000;

/**
 * What each wish costs: the plan is improved as if nobody had asked for the wish, and the other wishes are compared.
 * @param seating team of each unit in the plan
 */
export const costOfWishes = (problem: TeamProblem, seating: Int32Array, plan: DescribedPlan, random: Random): Omit<WishEffect, 'random'>[] => {
  const weights = weightsOf(problem);
  const now = meanTerms(plan.teams);
  return [...weights.keys()].map((wish) => {
    const value = now[wish] ?? 0;
    if (weights.size === 1) return { wish, value, without: value, cost: 0 };
    const free = meanTerms(improved(without(problem, wish, weights.get(wish)!), problem, seating, random));
    return { wish, value, without: free[wish] ?? 0, cost: Math.max(0, others(free, weights, wish) - others(now, weights, wish)) };
  });
};

const weightsOf = ({ pairWeight, wishes }: TeamProblem): Map<string, number> => {
  const weights = new Map<string, number>(pairWeight > 0 ? [['pairs', pairWeight]] : []);
  for (const { wish, weight } of wishes) weights.set(wish, (weights.get(wish) ?? 0) + weight);
  return weights;
};

/** The problem in which a wish weighs nothing and the others share its weight. */
const without = (problem: TeamProblem, wish: string, weight: number): TeamProblem => {
  const share = 1 / (1 - weight);
  return {
    ...problem,
    pairWeight: wish === 'pairs' ? 0 : problem.pairWeight * share,
    wishes: problem.wishes.filter((one) => one.wish !== wish).map((one) => ({ ...one, weight: one.weight * share })),
  };
};

/** The teams that a descent under `eased` finds, described under the whole problem. */
const improved = (eased: TeamProblem, problem: TeamProblem, seating: Int32Array, random: Random): DescribedPlan['teams'] => {
  const before = problem.themeOf.slice();
  const board = new TeamBoard(eased, seating, random);
  while (board.steps < STEPS && board.sweep(0) > 0);
  // Terms look at the themes of the one problem: they are put there for the description, and back again.
  problem.themeOf.set(board.ledger.bestThemes);
  const { teams } = describePlan(new TeamBoard(problem, board.best, random));
  problem.themeOf.set(before);
  return teams;
};

const others = (values: Record<string, number>, weights: ReadonlyMap<string, number>, wish: string): number => {
  let sum = 0;
  let total = 0;
  for (const [other, weight] of weights) {
    if (other === wish) continue;
    sum += weight * (values[other] ?? 0);
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
};
