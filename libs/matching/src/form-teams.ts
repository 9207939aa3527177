import { seededRandom } from './similarity-to-teams/seeded-random.js';
import type { FormTeamsInput, TeamPlan } from './similarity-to-teams/team-plan.js';
import { countTeams, evenSizes } from './similarity-to-teams/team-sizes.js';

/** Puts everyone into teams. First version: sizes and pair values only. */
export const formTeams = (input: FormTeamsInput): TeamPlan => {
  const { people, pairs, rules, seed = 1, iterations = 20_000 } = input;
  const n = people.length;
  const value = typeof pairs === 'function' ? pairs : (a: number, b: number) => pairs[a * n + b];
  const size = { min: 3, max: 5, target: 4, ...rules.size };
  const sizes = evenSizes(n, Math.max(1, countTeams(n, size)));
  const random = seededRandom(seed);
  const order = people.map((_, index) => index);
  const teamOf = sizes.flatMap((count, team) => Array<number>(count).fill(team));
  const worth = (person: number, team: number, without: number): number =>
    order.reduce((sum, other) => (other !== person && other !== without && teamOf[other] === team ? sum + value(person, other) : sum), 0);
  let step = 0;
  for (; step < iterations && n > 1; step++) {
    const a = random.below(n);
    const b = random.below(n);
    if (teamOf[a] === teamOf[b]) continue;
    const gain = worth(a, teamOf[b], b) + worth(b, teamOf[a], a) - worth(a, teamOf[a], b) - worth(b, teamOf[b], a);
    if (gain > 0) [teamOf[a], teamOf[b]] = [teamOf[b], teamOf[a]];
  }
  const teams = sizes.map((_, team) => {
    const members = order.filter((person) => teamOf[person] === team);
    const score = members.reduce((sum, person) => sum + worth(person, team, -1), 0) / Math.max(1, members.length * (members.length - 1));
    return { members: members.map((person) => people[person].id), score, terms: { pairs: score } };
  });
  const objective = teams.reduce((sum, team) => sum + team.score * team.members.length, 0) / Math.max(1, n);
  return { teams, unplaced: [], objective, baseline: 0, baselineBest: 0, baselineSamples: 0, iterations: step, broken: [], conflicts: [] };
};
