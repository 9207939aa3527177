import { anneal } from './anneal.js';
import { otherTeams, type ChosenTeam } from './choose-teams.js';
import { compileTeams, type CompileInput } from './compile-teams.js';
import { fillSeats } from './fill-seats.js';
import { seededRandom } from './seeded-random.js';
import { TeamBoard } from './team-board.js';

type Input = Pick<CompileInput, 'people' | 'rules' | 'start' | 'pinned'>;

/** Teams in a number that holds all rules, and a plan that shows it. */
export type HeldTeams = Required<Pick<CompileInput, 'teams' | 'start'>>;

/** Steps after which rules that are still broken count as impossible. */
export const patience = (people: number): number => Math.min(120_000, 2000 + 60 * people * people);

/** A plan that holds the rules, whatever it is worth, found by a search over them alone; undefined where none turns up. */
export const holdRules = (input: Input, teams?: ChosenTeam[], steps = patience(input.people.length)): CompileInput['start'] => {
  const { problem, start } = compileTeams({ ...input, teams, rules: { ...input.rules, wishes: [] }, pairs: () => 0 });
  const random = seededRandom(1);
  const board = new TeamBoard(problem, fillSeats(problem, start, random), random);
  if (board.bestViolation > 0 && problem.min.length > 1 && problem.fixed.includes(-1)) {
    anneal(board, random, steps, () => board.bestViolation === 0);
  }
  if (board.bestViolation > 0) return undefined;
  const plan = problem.names.map((name): { name?: string; members: string[] } => ({ name, members: [] }));
  problem.people.forEach(({ id }, person) => plan[board.best[problem.unitOf[person]]].members.push(id));
  return plan;
};

/** The nearest other number of teams that holds all rules; undefined where none does, or the number is fixed. All together are searched as long as one. */
export const holdInOtherTeams = (input: Input): HeldTeams | undefined => {
  const others = otherTeams(input.people, input.rules, input);
  for (const teams of others) {
    const start = holdRules(input, teams, patience(input.people.length) / others.length);
    if (start) return { teams, start };
  }
  return undefined;
};
