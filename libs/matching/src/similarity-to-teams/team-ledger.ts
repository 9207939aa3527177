import type { TeamProblem } from './team-problem.js';
import { TeamSeats } from './team-seats.js';
import { TeamWorth } from './team-worth.js';

/**
 * The books of a seating: who sits where, what each team and the whole are worth, and the best seating so far. Sums of
 * every unit with every team are kept up to date, so that a change costs a few additions.
 */
export class TeamLedger {
  bestValue = -Infinity;
  bestViolation = Infinity;
  /** Team of each unit, and theme of each team, in the best seating so far. */
  readonly best: Int32Array;
  readonly bestThemes: Int32Array;
  readonly teamOf: Int32Array;
  readonly table: TeamSeats;
  readonly worth: TeamWorth;
  /** Sum of the pair values inside each team. */
  readonly pairs: Float64Array;
  /** `sums[t * units + u]` = values of u with every unit of t. */
  readonly sums: Float64Array;
  /** What each team adds to the value. */
  readonly worths: Float64Array;
  readonly #violations: Float64Array;
  #value = 0;
  #violation = 0;

  constructor(readonly problem: TeamProblem, start: Int32Array) {
    const { people, units, min, cap } = problem;
    const teams = min.length;
    this.teamOf = start.slice();
    this.best = start.slice();
    this.bestThemes = problem.themeOf.slice();
    this.table = new TeamSeats(people.length, teams, cap);
    this.worth = new TeamWorth(problem, this.table);
    this.pairs = new Float64Array(teams);
    this.sums = new Float64Array(teams * units.length);
    this.worths = new Float64Array(teams);
    this.#violations = new Float64Array(teams);
    this.#recount();
    this.keepBest();
  }

  get value(): number {
    return this.#value;
  }

  /** People too few or too many in all teams, by all rules. */
  get violation(): number {
    return this.#violation;
  }

  /** Remembers the present seating where it breaks less, or as much and is worth more, than the best so far. */
  keepBest(): void {
    const less = this.#violation < this.bestViolation - 1e-9;
    if (!less && (this.#violation > this.bestViolation + 1e-9 || this.#value <= this.bestValue + 1e-9)) return;
    this.bestValue = this.#value;
    this.bestViolation = this.#violation;
    this.best.set(this.teamOf);
    this.bestThemes.set(this.problem.themeOf);
  }

  returnToBest(): void {
    this.teamOf.set(this.best);
    this.problem.themeOf.set(this.bestThemes);
    this.#recount();
  }

  /** Sum of the pair values in its team once unit i has left. */
  pairsWithout(i: number, team: number): number {
    return this.pairs[team] - this.sums[team * this.teamOf.length + i] - this.problem.inner[i];
  }

  /** Sum of the pair values in another team once unit i has joined. */
  pairsWith(i: number, team: number): number {
    return this.pairs[team] + this.sums[team * this.teamOf.length + i] + this.problem.inner[i];
  }

  /** Seats alone: unit i leaves a for b, j leaves b for a. */
  swapSeats(i: number, a: number, j: number, b: number): void {
    const { units } = this.problem;
    if (units[i].length === 1 && units[j].length === 1) {
      this.table.exchange(units[i][0], units[j][0]);
      return;
    }
    for (const person of units[i]) this.table.leave(person, a);
    for (const person of units[j]) this.table.leave(person, b);
    for (const person of units[i]) this.table.enter(person, b);
    for (const person of units[j]) this.table.enter(person, a);
  }

  /** Seats alone: unit i leaves one team for another. */
  moveSeats(i: number, from: number, to: number): void {
    for (const person of this.problem.units[i]) {
      this.table.leave(person, from);
      this.table.enter(person, to);
    }
  }

  /** Books what a team is worth from now on. */
  settle(team: number, worth: number, violation: number, pairs: number): void {
    this.#value += worth - this.worths[team];
    this.#violation += violation - this.#violations[team];
    this.worths[team] = worth;
    this.#violations[team] = violation;
    this.pairs[team] = pairs;
  }

  /** Books that unit i, whose people have their new seats, belongs to another team. */
  transfer(i: number, from: number, to: number): void {
    const count = this.teamOf.length;
    const { values } = this.problem;
    for (let v = 0; v < count; v++) {
      const value = values[i * count + v];
      this.sums[from * count + v] -= value;
      this.sums[to * count + v] += value;
    }
    this.teamOf[i] = to;
  }

  /** Moves unit i with all that follows from it. */
  shift(i: number, to: number): void {
    const from = this.teamOf[i];
    const pairsFrom = this.pairsWithout(i, from);
    const pairsTo = this.pairsWith(i, to);
    this.moveSeats(i, from, to);
    this.settle(from, this.worth.judge(from, pairsFrom), this.worth.violation, pairsFrom);
    this.settle(to, this.worth.judge(to, pairsTo), this.worth.violation, pairsTo);
    this.transfer(i, from, to);
  }

  /** Gives the team a theme, −1 = none, with all that follows from it. */
  assignTheme(team: number, theme: number): void {
    this.problem.themeOf[team] = theme;
    this.settle(team, this.worth.judge(team, this.pairs[team]), this.worth.violation, this.pairs[team]);
  }

  /** Counts everything afresh, which also wipes out rounding. */
  #recount(): void {
    const { units, values, inner } = this.problem;
    const count = units.length;
    this.table.clear();
    this.sums.fill(0);
    this.pairs.fill(0);
    for (let u = 0; u < count; u++) {
      const team = this.teamOf[u];
      for (const person of units[u]) this.table.enter(person, team);
      for (let v = 0; v < count; v++) this.sums[team * count + v] += values[u * count + v];
    }
    for (let u = 0; u < count; u++) this.pairs[this.teamOf[u]] += this.sums[this.teamOf[u] * count + u] / 2 + inner[u];
    this.#value = 0;
    this.#violation = 0;
    for (let team = 0; team < this.worths.length; team++) {
      this.worths[team] = this.worth.judge(team, this.pairs[team]);
      this.#violations[team] = this.worth.violation;
      this.#value += this.worths[team];
      this.#violation += this.#violations[team];
    }
  }
}
