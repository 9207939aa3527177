import { metropolisThresholds, type Board } from './anneal.js';
import { nearestPartners } from './nearest-partners.js';
import type { Random } from './seeded-random.js';
import { SeveralAtOnce } from './several-at-once.js';
import { TeamLedger } from './team-ledger.js';
import type { TeamProblem } from './team-problem.js';

/** Partners looked at in one row of a sweep; where there are more, a random stretch of them, and the seats beside the best partners. */
const ROW = 128;
const STRETCH = 64;
const NEAREST = 16;
const NEGLIGIBLE = 1e-10;

/** A seating of people in teams under rules and wishes, improved by swaps, moves, block moves and changes of theme. */
export class TeamBoard implements Board {
  steps = 0;
  pauseAt = Infinity;
  pause: () => boolean = () => false;
  readonly ledger: TeamLedger;
  readonly #teams: number;
  readonly #holders: Int32Array;
  readonly #thresholds: Float64Array;
  readonly #blocks: number[];
  readonly #resizable: boolean;
  readonly #exchanges: SeveralAtOnce;
  /** The best partners of each unit, `NEAREST` places each, −1 where it has fewer; empty where rows hold everybody. */
  readonly #nearest: Int32Array;

  constructor(readonly problem: TeamProblem, start: Int32Array, readonly random: Random) {
    const { units, min, max } = problem;
    this.#teams = min.length;
    this.#holders = new Int32Array(min.length);
    this.ledger = new TeamLedger(problem, start);
    this.#thresholds = metropolisThresholds(random, units.length);
    this.#blocks = units.flatMap((unit, at) => (unit.length > 1 && problem.fixed[at] < 0 ? [at] : []));
    this.#exchanges = new SeveralAtOnce(problem, this.ledger, random, this.#thresholds);
    this.#resizable = min.some((least, team) => least < max[team]);
    this.#nearest = units.length <= ROW ? new Int32Array(0) : nearestPartners(problem, NEAREST);
  }

  get best(): Int32Array {
    return this.ledger.best;
  }

  get bestValue(): number {
    return this.ledger.bestValue;
  }

  get bestViolation(): number {
    return this.ledger.bestViolation;
  }

  sweep(temperature: number): number {
    let taken = 0;
    for (let unit = 0; unit < this.ledger.teamOf.length; unit++) {
      if (this.problem.fixed[unit] < 0) {
        taken += this.#trySwaps(unit, temperature);
        if (this.#resizable || this.ledger.violation > 0) taken += this.#tryMoves(unit, temperature);
      }
      if (this.steps >= this.pauseAt && this.pause()) {
        // What follows belongs to a sweep that is seen through: a longer run would not come to it from here.
        this.ledger.keepBest();
        return taken;
      }
    }
    for (const block of this.#blocks) taken += this.#exchanges.tryBlock(block, temperature);
    if (this.problem.rules.length > 0) taken += this.#exchanges.tryDoubles(temperature);
    this.steps += this.#exchanges.takeSteps();
    if (this.problem.themes.length > 0) taken += this.#tryThemes(temperature);
    this.ledger.keepBest();
    return taken;
  }

  returnToBest(): void {
    this.ledger.returnToBest();
  }

  typicalChange(): number {
    const { people, wishes, values } = this.problem;
    const indifferent = wishes.length === 0 && values.every((value) => value === 0);
    return indifferent && this.ledger.violation === 0 ? 0 : people.length / this.#teams / 2;
  }

  #trySwaps(i: number, temperature: number): number {
    const count = this.ledger.teamOf.length;
    if (count <= ROW) return this.#tryStretch(i, i + 1, count - 1 - i, temperature);
    return this.#tryStretch(i, this.random.below(count), STRETCH, temperature) + this.#tryBesidePartners(i, temperature);
  }

  /** Tries to swap i with `length` units from `first` on. */
  #tryStretch(i: number, first: number, length: number, temperature: number): number {
    const count = this.ledger.teamOf.length;
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
    const { teamOf, table } = this.ledger;
    let taken = 0;
    let at = this.random.below(this.#thresholds.length);
    for (let near = i * NEAREST; near < (i + 1) * NEAREST; near++) {
      const partner = this.#nearest[near];
      if (partner < 0) break;
      const team = teamOf[partner];
      if (team === teamOf[i]) continue;
      for (let seat = team * cap; seat < team * cap + table.size[team]; seat++) {
        const j = unitOf[table.seats[seat]];
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
    if (this.ledger.teamOf[j] === this.ledger.teamOf[i] || fixed[j] >= 0) return false;
    return units[i].length + units[j].length === 2 || this.#roomFor(i, j);
  }

  #roomFor(i: number, j: number): boolean {
    const { units, cap } = this.problem;
    const { teamOf, table } = this.ledger;
    const more = units[j].length - units[i].length;
    return table.size[teamOf[i]] + more <= cap && table.size[teamOf[j]] - more <= cap;
  }

  #trySwap(i: number, j: number, least: number): boolean {
    const { ledger } = this;
    const { units, values, inner } = this.problem;
    const { teamOf, table, worth, pairs, sums, worths } = ledger;
    const count = teamOf.length;
    const a = teamOf[i];
    const b = teamOf[j];
    const between = values[i * count + j];
    const pairsA = pairs[a] - sums[a * count + i] + sums[a * count + j] - between + inner[j] - inner[i];
    const pairsB = pairs[b] - sums[b * count + j] + sums[b * count + i] - between + inner[i] - inner[j];
    const more = units[j].length - units[i].length;
    const before = worths[a] + worths[b];
    const sizeA = table.size[a] + more;
    const sizeB = table.size[b] - more;
    if (worth.atBest(sizeA, pairsA) + worth.atBest(sizeB, pairsB) - before <= least) return false;
    ledger.swapSeats(i, a, j, b);
    const worthA = worth.judge(a, pairsA);
    const violationA = worth.violation;
    const worthB = worth.judge(b, pairsB);
    const gain = worthA + worthB - before;
    if (gain <= least || Math.abs(gain) < NEGLIGIBLE) {
      ledger.swapSeats(j, a, i, b);
      return false;
    }
    if (gain < 0) ledger.keepBest();
    ledger.settle(a, worthA, violationA, pairsA);
    ledger.settle(b, worthB, worth.violation, pairsB);
    ledger.transfer(i, a, b);
    ledger.transfer(j, b, a);
    return true;
  }

  #tryMoves(i: number, temperature: number): number {
    const tries = Math.min(this.#teams, 16);
    let taken = 0;
    let to = this.#teams <= 16 ? -1 : this.random.below(this.#teams);
    for (let tried = 0; tried < tries; tried++) {
      to = to + 1 === this.#teams ? 0 : to + 1;
      const least = temperature * this.#thresholds[this.random.below(this.#thresholds.length)];
      if (to !== this.ledger.teamOf[i] && this.#canResize(i, to) && this.#tryMove(i, to, least)) taken++;
    }
    this.steps += tries;
    return taken;
  }

  #canResize(i: number, to: number): boolean {
    const { units, min, max, cap } = this.problem;
    const { size } = this.ledger.table;
    const from = this.ledger.teamOf[i];
    if (size[to] + units[i].length > cap) return false;
    return this.ledger.violation > 0 || (size[from] - units[i].length >= min[from] && size[to] + units[i].length <= max[to]);
  }

  #tryMove(i: number, to: number, least: number): boolean {
    const { ledger } = this;
    const { worth, worths } = ledger;
    const from = ledger.teamOf[i];
    const pairsFrom = ledger.pairsWithout(i, from);
    const pairsTo = ledger.pairsWith(i, to);
    const before = worths[from] + worths[to];
    ledger.moveSeats(i, from, to);
    const worthFrom = worth.judge(from, pairsFrom);
    const violationFrom = worth.violation;
    const worthTo = worth.judge(to, pairsTo);
    const gain = worthFrom + worthTo - before;
    if (gain <= least || Math.abs(gain) < NEGLIGIBLE) {
      ledger.moveSeats(i, to, from);
      return false;
    }
    if (gain < 0) ledger.keepBest();
    ledger.settle(from, worthFrom, violationFrom, pairsFrom);
    ledger.settle(to, worthTo, worth.violation, pairsTo);
    ledger.transfer(i, from, to);
    return true;
  }

  /** Teams take free themes or exchange theirs. */
  #tryThemes(temperature: number): number {
    const { themes, themeOf, themeFixed } = this.problem;
    let taken = 0;
    for (let team = 0; team < this.#teams; team++) {
      this.steps++;
      const theme = this.random.below(themes.length);
      if (themeFixed[team] || themeOf[team] === theme) continue;
      const holders = this.#listHolders(theme);
      const from = holders < themes[theme].teams ? -1 : this.#holders[this.random.below(holders)];
      if (from >= 0 && themeFixed[from]) continue;
      if (this.#retheme(team, theme, from, temperature * this.#thresholds[this.random.below(this.#thresholds.length)])) taken++;
    }
    return taken;
  }

  /** Writes the teams of a theme to the front of `#holders`; returns how many they are. */
  #listHolders(theme: number): number {
    const { themeOf } = this.problem;
    let count = 0;
    for (let team = 0; team < this.#teams; team++) if (themeOf[team] === theme) this.#holders[count++] = team;
    return count;
  }

  #retheme(team: number, theme: number, from: number, least: number): boolean {
    const { ledger } = this;
    const before = ledger.value;
    const old = this.problem.themeOf[team];
    ledger.keepBest();
    ledger.assignTheme(team, theme);
    if (from >= 0) ledger.assignTheme(from, old);
    if (ledger.value - before > least && Math.abs(ledger.value - before) >= NEGLIGIBLE) return true;
    ledger.assignTheme(team, old);
    if (from >= 0) ledger.assignTheme(from, theme);
    return false;
  }
}
