import { objectiveOf, termsOf } from './describe-plan.js';
import { fillSeats } from './fill-seats.js';
import type { Random } from './seeded-random.js';
import type { TeamProblem } from './team-problem.js';
import { TeamSeats } from './team-seats.js';
import { TeamWorth } from './team-worth.js';

export interface Baseline { mean: number; best: number; samples: number; /** Mean of each wish over people and plans. */ terms: Record<string, number> }

/** Plans whose wishes are looked at one by one: enough for a mean. */
const LOOKED_AT = 100;
/** Exchanges tried in all, so that tight rules cost samples and not time. */
const MOST_EXCHANGES = 1_200_000;

/**
 * What chance gives: the mean and best objective of up to `samples` random plans that break no more rules than `violation`.
 * Fewer samples where the rules are hard to meet by chance; none → zeros.
 * @param start who is fixed stays; `judged`: how many teams count, where the last is a bench
 */
export const randomPlans = (
  problem: TeamProblem, start: Int32Array, { violation, samples, judged = problem.min.length }: { violation: number; samples: number; judged?: number }, random: Random,
): Baseline => {
  const baseline: Baseline = { mean: 0, best: 0, samples: 0, terms: {} };
  const fixedOnly = start.map((_, unit) => problem.fixed[unit]);
  let sum = 0;
  let left = MOST_EXCHANGES;
  for (let sample = 0; sample < samples && left > 0; sample++) {
    const plan = new RandomPlan(problem, fillSeats(problem, fixedOnly, random), random);
    left -= plan.meetRules(violation, Math.min(left, 200 * problem.units.length));
    if (plan.broken > violation) continue;
    const objective = plan.objective(judged);
    sum += objective;
    if (baseline.samples < LOOKED_AT) plan.addTerms(baseline.terms, judged);
    baseline.best = baseline.samples === 0 ? objective : Math.max(baseline.best, objective);
    baseline.samples++;
  }
  const looked = Math.min(LOOKED_AT, baseline.samples);
  for (const wish of Object.keys(baseline.terms)) baseline.terms[wish] /= looked;
  return { ...baseline, mean: baseline.samples === 0 ? 0 : sum / baseline.samples };
};

class RandomPlan {
  readonly #table: TeamSeats;
  readonly #worth: TeamWorth;
  readonly #brokenIn: Float64Array;
  broken = 0;

  constructor(readonly problem: TeamProblem, readonly teamOf: Int32Array, readonly random: Random) {
    this.#table = new TeamSeats(problem.people.length, problem.min.length, problem.cap);
    problem.units.forEach((unit, at) => unit.forEach((person) => this.#table.enter(person, teamOf[at])));
    this.#worth = new TeamWorth(problem, this.#table);
    this.#brokenIn = Float64Array.from(problem.min, (_, team) => this.#worth.countBroken(team));
    this.broken = this.#brokenIn.reduce((sum, count) => sum + count, 0);
  }

  /** Exchanges random units of one size where that breaks no more than before; returns how often it tried. */
  meetRules(enough: number, tries: number): number {
    const { units, fixed } = this.problem;
    let tried = 0;
    for (; tried < tries && this.broken > enough; tried++) {
      const i = this.random.below(units.length);
      const j = this.random.below(units.length);
      const [a, b] = [this.teamOf[i], this.teamOf[j]];
      if (a === b || fixed[i] >= 0 || fixed[j] >= 0 || units[i].length !== units[j].length) continue;
      const before = this.#brokenIn[a] + this.#brokenIn[b];
      if (before === 0) continue;
      units[i].forEach((person, at) => this.#table.exchange(person, units[j][at]));
      const [inA, inB] = [this.#worth.countBroken(a), this.#worth.countBroken(b)];
      if (inA + inB > before) {
        units[i].forEach((person, at) => this.#table.exchange(person, units[j][at]));
        continue;
      }
      this.broken += inA + inB - before;
      this.#brokenIn[a] = inA;
      this.#brokenIn[b] = inB;
      this.teamOf[i] = b;
      this.teamOf[j] = a;
    }
    return tried;
  }

  objective(judged: number): number {
    return objectiveOf(this.problem, this.#pairs().slice(0, judged).map((pairs, at) => ({ score: this.#worth.score(at, pairs), size: this.#table.size[at] })));
  }

  /** Adds the plan's mean of each wish over people. */
  addTerms(sums: Record<string, number>, judged: number): void {
    const people = this.#table.size.subarray(0, judged).reduce((sum, size) => sum + size, 0);
    this.#pairs().slice(0, judged).forEach((pairs, team) => {
      const terms = termsOf({ problem: this.problem, table: this.#table, worth: this.#worth }, team, pairs);
      for (const [wish, value] of Object.entries(terms)) sums[wish] = (sums[wish] ?? 0) + value * this.#table.size[team] / people;
    });
  }

  /** Sum of the pair values inside each team. */
  #pairs(): number[] {
    const { units, values, inner, min } = this.problem;
    const members = Array.from(min, (): number[] => []);
    units.forEach((_, unit) => members[this.teamOf[unit]].push(unit));
    return members.map((team) => {
      let pairs = 0;
      for (let one = 0; one < team.length; one++) {
        pairs += inner[team[one]];
        for (let other = 0; other < one; other++) pairs += values[team[one] * units.length + team[other]];
      }
      return pairs;
    });
  }
}
