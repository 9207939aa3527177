import type { TeamProblem } from './team-problem.js';
import type { TeamSeats } from './team-seats.js';
import { weigh } from './team-problem.js';

/** What one person too few or too many costs while searching: more than any wish can give. */
const BROKEN = 8;
/** What a size beyond the even division costs a person, so that sizes differ by more than one only for a good reason. */
const UNEVEN = 0.1;

/** Judges a team from its seats: wishes, rules, sizes and the price of moving. */
export class TeamWorth {
  /** Of the team judged last: people too few or too many, by all rules. */
  violation = 0;
  /** `perPair[s]` turns the sum of the pair values of a team of s into its share of the score. */
  readonly perPair: Float64Array;
  readonly #unevenness: Float64Array;
  readonly wishesWeight: number;

  constructor(readonly problem: TeamProblem, readonly table: TeamSeats) {
    const { cap, pairWeight, pairScale, people, min } = problem;
    this.perPair = Float64Array.from({ length: cap + 1 }, (_, size) => (size < 2 ? 0 : pairWeight / (pairScale * size * (size - 1) / 2)));
    const even = people.length / Math.max(1, min.length);
    this.#unevenness = Float64Array.from({ length: cap + 1 },
      (_, size) => UNEVEN * size * Math.max(0, Math.floor(even) - size, size - Math.ceil(even)));
    this.wishesWeight = problem.wishes.reduce((sum, wish) => sum + wish.weight, 0);
  }

  /** The highest worth that a team can have, whatever its wishes and rules give. */
  atBest(size: number, pairs: number): number {
    return size * weigh(pairs * this.perPair[size] + this.wishesWeight, this.problem.softness) - this.#unevenness[size];
  }

  /** Score 0 … about 1 of a team whose pairs are worth `pairs`. */
  score(team: number, pairs: number): number {
    const { seats, size, cap } = this.table;
    const { wishes } = this.problem;
    let score = pairs * this.perPair[size[team]];
    for (let at = 0; at < wishes.length; at++) {
      score += wishes[at].weight * wishes[at].term.value(seats, team * cap, size[team], team);
    }
    return score;
  }

  /** People too few or too many in a team, by sizes and rules. */
  countBroken(team: number): number {
    const { seats, size, cap } = this.table;
    const { rules, min, max } = this.problem;
    let broken = Math.max(0, min[team] - size[team]) + Math.max(0, size[team] - max[team]);
    for (let at = 0; at < rules.length; at++) broken += rules[at].term.value(seats, team * cap, size[team], team);
    return broken;
  }

  /** What the team adds to the value of the plan; sets `violation`. */
  judge(team: number, pairs: number): number {
    const size = this.table.size[team];
    this.violation = this.countBroken(team);
    const worth = size * weigh(this.score(team, pairs), this.problem.softness) - this.#unevenness[size];
    return worth - BROKEN * this.violation - this.#priceOfMoves(team);
  }

  #priceOfMoves(team: number): number {
    const { home } = this.problem;
    if (!home) return 0;
    const { seats, size, cap } = this.table;
    let moved = 0;
    for (let seat = team * cap; seat < team * cap + size[team]; seat++) {
      const before = home.teams[seats[seat]];
      if (before >= 0 && before !== team) moved++;
    }
    return moved * home.price;
  }
}
