import { meanTerms } from './similarity-to-teams/mean-terms.js';
import { planByHand, type HandInput, type HandTeams } from './similarity-to-teams/plan-by-hand.js';

export interface EffectOfMove {
  objective: number;
  /** Change of each wish, as the mean over people. */
  terms: Record<string, number>;
  /** Change of the people too few or too many, by all rules. */
  broken: number;
}

/**
 * What moving a person to each team of a plan would do: differences from the plan as it stands, in the order of the teams,
 * and last what taking them out of all teams would do. Measured as `scoreTeams` measures.
 */
export const effectsOfMoves = (input: HandInput, teams: HandTeams, id: string): EffectOfMove[] => {
  const { seatOf, judgeIn } = planByHand(input, teams);
  const judge = (team: number): EffectOfMove => {
    const { teams: judged, objective, broken } = judgeIn(id, team);
    return { objective, terms: meanTerms(judged), broken: broken.reduce((sum, { by }) => sum + by, 0) };
  };
  const before = judge(seatOf(id));
  return Array.from({ length: teams.length + 1 }, (_, team) => {
    const after = judge(team);
    return {
      objective: after.objective - before.objective, broken: after.broken - before.broken,
      terms: Object.fromEntries(Object.keys(after.terms).map((wish) => [wish, after.terms[wish] - (before.terms[wish] ?? 0)])),
    };
  });
};
