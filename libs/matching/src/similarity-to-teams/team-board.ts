import { metropolisThresholds, type Board } from './anneal.js';
import { nearestPartners } from './nearest-partners.js';
import type { Random } from './seeded-random.js';
import type { TeamProblem } from './team-problem.js';
import { TeamSeats } from './team-seats.js';
import { TeamWorth } from './team-worth.js';

/** Partners looked at in one row of a sweep; where there are more, a random stretch of them, and the seats beside the best partners. */
const ROW = 128;
const STRETCH = 64;
const NEAREST = 16;
const NEGLIGIBLE = 1e-10;
const BLOCK_TRIES = 8;

/** A seating of people in teams under rules and wishes, improved by swaps, moves, block moves and changes of theme. */
export class TeamBoard implements Board {
  steps = 0;
  pauseAt = Infinity;
  pause: () => boolean = () => false;
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
  readonly #teams: number;
  /** `sums[t * units + u]` = values of u with every unit of t. */
  readonly #sums: Float64Array;
  readonly #worths: Float64Array;
  readonly #violations: Float64Array;
  readonly #thresholds: Float64Array;
  readonly #blocks: number[];
  readonly #resizable: boolean;
  /** The best partners of each unit, `NEAREST` places each, −1 where it has fewer; empty where rows hold everybody. */
  readonly #nearest: Int32Array;
  #value = 0;
  #violation = 0;

  constructor(readonly problem: TeamProblem, start: Int32Array, readonly random: Random) {
    const { people, units, min, max, cap } = problem;
    this.#teams = min.length;
    this.teamOf = start.slice();
    this.best = start.slice();
    this.bestThemes = problem.themeOf.slice();
    this.table = new TeamSeats(people.length, this.#teams, cap);
    this.worth = new TeamWorth(problem, this.table);
    this.pairs = new Float64Array(this.#teams);
    this.#sums = new Float64Array(this.#teams * units.length);
    this.#worths = new Float64Array(this.#teams);
    this.#violations = new Float64Array(this.#teams);
    this.#thresholds = metropolisThresholds(random);
    this.#blocks = units.flatMap((unit, at) => (unit.length > 1 && problem.fixed[at] < 0 ? [at] : []));
    this.#resizable = min.some((least, team) => least < max[team]);
    this.#nearest = units.length <= ROW ? new Int32Array(0) : nearestPartners(problem, NEAREST);
    this.#recount();
    this.keepBest();
  }

  get value(): number {
    return this.#value;
  }

  get violation(): number {
    return this.#violation;
  }

  sweep(temperature: number): number {
    let taken = 0;
    for (let unit = 0; unit < this.teamOf.length; unit++) {
      if (this.problem.fixed[unit] < 0) {
        taken += this.#trySwaps(unit, temperature);
        if (this.#resizable || this.#violation > 0) taken += this.#tryMoves(unit, temperature);
      }
      if (this.steps >= this.pauseAt && this.pause()) break;
    }
    for (const block of this.#blocks) taken += this.#tryBlock(block, temperature);
    if (this.problem.themes.length > 0) taken += this.#tryThemes(temperature);
    this.keepBest();
    return taken;
  }

  returnToBest(): void {
    this.teamOf.set(this.best);
    this.problem.themeOf.set(this.bestThemes);
    this.#recount();
  }

  typicalChange(): number {
    const { people, wishes, values } = this.problem;
    const indifferent = wishes.length === 0 && values.every((value) => value === 0);
    return indifferent && this.#violation === 0 ? 0 : people.length / this.#teams / 2;
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

  #trySwaps(i: number, temperature: number): number {
    const count = this.teamOf.length;
    if (count <= ROW) return this.#tryStretch(i, i + 1, count - 1 - i, temperature);
    return this.#tryStretch(i, this.random.below(count), STRETCH, temperature) + this.#tryBesidePartners(i, temperature);
  }

  /** Tries to swap i with `length` units from `first` on. */
  #tryStretch(i: number, first: number, length: number, temperature: number): number {
    const count = this.teamOf.length;
    let taken = 0;
    let j = first - 1;
    let at = this.random.below(this.#thresholds.length);
    for (let tried = 0; tried < length; tried++) {
      j = j + 1 === count ? 0 : j + 1;
      at = (at + 1) & (this.#thresholds.length - 1);
      if (this.#maySwap(i, j) && this.#trySwap(i, j, temperature * this.#thresholds[at])) taken++;
    }
    this.steps += length + 1;
    return taken;
  }

  /** Tries to take the seat of each teammate of i's best partners. */
  #tryBesidePartners(i: number, temperature: number): number {
    const { unitOf, cap } = this.problem;
    let taken = 0;
    let at = this.random.below(this.#thresholds.length);
    for (let near = i * NEAREST; near < (i + 1) * NEAREST; near++) {
      const partner = this.#nearest[near];
      if (partner < 0) break;
      const team = this.teamOf[partner];
      if (team === this.teamOf[i]) continue;
      for (let seat = team * cap; seat < team * cap + this.table.size[team]; seat++) {
        const j = unitOf[this.table.seats[seat]];
        at = (at + 1) & (this.#thresholds.length - 1);
        this.steps++;
        if (j === partner || !this.#maySwap(i, j) || !this.#trySwap(i, j, temperature * this.#thresholds[at])) continue;
        taken++;
        break;
      }
    }
    return taken;
  }

  #maySwap(i: number, j: number): boolean {
    const { fixed, units } = this.problem;
    if (this.teamOf[j] === this.teamOf[i] || fixed[j] >= 0) return false;
    return units[i].length + units[j].length === 2 || this.#roomFor(i, j);
  }

  #roomFor(i: number, j: number): boolean {
    const { units, cap } = this.problem;
    const more = units[j].length - units[i].length;
    return this.table.size[this.teamOf[i]] + more <= cap && this.table.size[this.teamOf[j]] - more <= cap;
  }

  #trySwap(i: number, j: number, least: number): boolean {
    const { units, values, inner } = this.problem;
    const count = this.teamOf.length;
    const a = this.teamOf[i];
    const b = this.teamOf[j];
    const sums = this.#sums;
    const between = values[i * count + j];
    const pairsA = this.pairs[a] - sums[a * count + i] + sums[a * count + j] - between + inner[j] - inner[i];
    const pairsB = this.pairs[b] - sums[b * count + j] + sums[b * count + i] - between + inner[i] - inner[j];
    const more = units[j].length - units[i].length;
    const before = this.#worths[a] + this.#worths[b];
    const sizeA = this.table.size[a] + more;
    const sizeB = this.table.size[b] - more;
    if (this.worth.atBest(sizeA, pairsA) + this.worth.atBest(sizeB, pairsB) - before <= least) return false;
    this.#seatSwap(i, a, j, b);
    const worthA = this.worth.judge(a, pairsA);
    const violationA = this.worth.violation;
    const worthB = this.worth.judge(b, pairsB);
    const gain = worthA + worthB - before;
    if (gain <= least || Math.abs(gain) < NEGLIGIBLE) {
      this.#seatSwap(j, a, i, b);
      return false;
    }
    if (gain < 0) this.keepBest();
    this.#settle(a, worthA, violationA, pairsA);
    this.#settle(b, worthB, this.worth.violation, pairsB);
    this.#shiftSums(i, a, b);
    this.#shiftSums(j, b, a);
    this.teamOf[i] = b;
    this.teamOf[j] = a;
    return true;
  }

  /** Unit i leaves a for b, j leaves b for a. */
  #seatSwap(i: number, a: number, j: number, b: number): void {
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

  #tryMoves(i: number, temperature: number): number {
    const tries = Math.min(this.#teams, 16);
    let taken = 0;
    let to = this.#teams <= 16 ? -1 : this.random.below(this.#teams);
    for (let tried = 0; tried < tries; tried++) {
      to = to + 1 === this.#teams ? 0 : to + 1;
      const least = temperature * this.#thresholds[this.random.below(this.#thresholds.length)];
      if (to !== this.teamOf[i] && this.#canResize(i, to) && this.#tryMove(i, to, least)) taken++;
    }
    this.steps += tries;
    return taken;
  }

  #canResize(i: number, to: number): boolean {
    const { units, min, max, cap } = this.problem;
    const { size } = this.table;
    const from = this.teamOf[i];
    if (size[to] + units[i].length > cap) return false;
    return this.#violation > 0 || (size[from] - units[i].length >= min[from] && size[to] + units[i].length <= max[to]);
  }

  #tryMove(i: number, to: number, least: number): boolean {
    const count = this.teamOf.length;
    const from = this.teamOf[i];
    const own = this.problem.inner[i];
    const pairsFrom = this.pairs[from] - this.#sums[from * count + i] - own;
    const pairsTo = this.pairs[to] + this.#sums[to * count + i] + own;
    const before = this.#worths[from] + this.#worths[to];
    this.#seatMove(i, from, to);
    const worthFrom = this.worth.judge(from, pairsFrom);
    const violationFrom = this.worth.violation;
    const worthTo = this.worth.judge(to, pairsTo);
    const gain = worthFrom + worthTo - before;
    if (gain <= least || Math.abs(gain) < NEGLIGIBLE) {
      this.#seatMove(i, to, from);
      return false;
    }
    if (gain < 0) this.keepBest();
    this.#settle(from, worthFrom, violationFrom, pairsFrom);
    this.#settle(to, worthTo, this.worth.violation, pairsTo);
    this.#shiftSums(i, from, to);
    this.teamOf[i] = to;
    return true;
  }

  #seatMove(i: number, from: number, to: number): void {
    for (const person of this.problem.units[i]) {
      this.table.leave(person, from);
      this.table.enter(person, to);
    }
  }

  /** A unit of several people changes places with as many others, who may be several units. */
  #tryBlock(block: number, temperature: number): number {
    const { units, fixed } = this.problem;
    let taken = 0;
    for (let tried = 0; tried < BLOCK_TRIES; tried++) {
      const a = this.teamOf[block];
      const b = this.random.below(this.#teams);
      this.steps++;
      // While they change places, either team holds both for a moment.
      if (a === b || Math.max(this.table.size[a], this.table.size[b]) + units[block].length > this.problem.cap) continue;
      const others: number[] = [];
      let room = units[block].length;
      const first = this.random.below(this.teamOf.length);
      for (let step = 0; step < this.teamOf.length && room > 0; step++) {
        const other = (first + step) % this.teamOf.length;
        if (this.teamOf[other] !== b || fixed[other] >= 0 || units[other].length > room) continue;
        others.push(other);
        room -= units[other].length;
      }
      const least = temperature * this.#thresholds[this.random.below(this.#thresholds.length)];
      if (room === 0 && this.#exchangeBlock(block, others, least)) taken++;
    }
    return taken;
  }

  #exchangeBlock(block: number, others: number[], least: number): boolean {
    const a = this.teamOf[block];
    const b = this.teamOf[others[0]];
    const before = this.#value;
    this.keepBest();
    for (const other of others) this.#shift(other, a);
    this.#shift(block, b);
    if (this.#value - before > least && Math.abs(this.#value - before) >= NEGLIGIBLE) return true;
    this.#shift(block, a);
    for (const other of others) this.#shift(other, b);
    return false;
  }

  #shift(i: number, to: number): void {
    const count = this.teamOf.length;
    const from = this.teamOf[i];
    const own = this.problem.inner[i];
    const pairsFrom = this.pairs[from] - this.#sums[from * count + i] - own;
    const pairsTo = this.pairs[to] + this.#sums[to * count + i] + own;
    this.#seatMove(i, from, to);
    this.#settle(from, this.worth.judge(from, pairsFrom), this.worth.violation, pairsFrom);
    this.#settle(to, this.worth.judge(to, pairsTo), this.worth.violation, pairsTo);
    this.#shiftSums(i, from, to);
    this.teamOf[i] = to;
  }

  /** Teams take free themes or exchange theirs. */
  #tryThemes(temperature: number): number {
    const { themes, themeOf, themeFixed } = this.problem;
    let taken = 0;
    for (let team = 0; team < this.#teams; team++) {
      this.steps++;
      const theme = this.random.below(themes.length);
      if (themeFixed[team] || themeOf[team] === theme) continue;
      const holders = [...themeOf.keys()].filter((other) => themeOf[other] === theme);
      const from = holders.length < themes[theme].teams ? -1 : holders[this.random.below(holders.length)];
      if (from >= 0 && themeFixed[from]) continue;
      if (this.#retheme(team, theme, from, temperature * this.#thresholds[this.random.below(this.#thresholds.length)])) taken++;
    }
    return taken;
  }

  #retheme(team: number, theme: number, from: number, least: number): boolean {
    const { themeOf } = this.problem;
    const before = this.#value;
    const old = themeOf[team];
    this.keepBest();
    const wear = (mine: number, theirs: number): void => {
      themeOf[team] = mine;
      this.#settle(team, this.worth.judge(team, this.pairs[team]), this.worth.violation, this.pairs[team]);
      if (from < 0) return;
      themeOf[from] = theirs;
      this.#settle(from, this.worth.judge(from, this.pairs[from]), this.worth.violation, this.pairs[from]);
    };
    wear(theme, old);
    if (this.#value - before > least && Math.abs(this.#value - before) >= NEGLIGIBLE) return true;
    wear(old, theme);
    return false;
  }

  #settle(team: number, worth: number, violation: number, pairs: number): void {
    this.#value += worth - this.#worths[team];
    this.#violation += violation - this.#violations[team];
    this.#worths[team] = worth;
    this.#violations[team] = violation;
    this.pairs[team] = pairs;
  }

  #shiftSums(i: number, from: number, to: number): void {
    const count = this.teamOf.length;
    const { values } = this.problem;
    for (let v = 0; v < count; v++) {
      const value = values[i * count + v];
      this.#sums[from * count + v] -= value;
      this.#sums[to * count + v] += value;
    }
  }

  /** Counts everything afresh, which also wipes out rounding. */
  #recount(): void {
    const { units, values, inner } = this.problem;
    const count = units.length;
    this.table.clear();
    this.#sums.fill(0);
    this.pairs.fill(0);
    for (let u = 0; u < count; u++) {
      const team = this.teamOf[u];
      for (const person of units[u]) this.table.enter(person, team);
      for (let v = 0; v < count; v++) this.#sums[team * count + v] += values[u * count + v];
    }
    for (let u = 0; u < count; u++) this.pairs[this.teamOf[u]] += this.#sums[this.teamOf[u] * count + u] / 2 + inner[u];
    this.#value = 0;
    this.#violation = 0;
    for (let team = 0; team < this.#teams; team++) {
      this.#worths[team] = this.worth.judge(team, this.pairs[team]);
      this.#violations[team] = this.worth.violation;
      this.#value += this.#worths[team];
      this.#violation += this.#violations[team];
    }
  }
}
