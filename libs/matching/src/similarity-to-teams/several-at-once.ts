import type { Random } from './seeded-random.js';
import type { TeamLedger } from './team-ledger.js';
import type { TeamProblem } from './team-problem.js';

const NEGLIGIBLE = 1e-10;
const BLOCK_TRIES = 8;

/** Exchanges of several people at once, where single swaps would have to pass through plans that rules forbid. */
export class SeveralAtOnce {
  #steps = 0;

  constructor(readonly problem: TeamProblem, readonly ledger: TeamLedger, readonly random: Random, readonly thresholds: Float64Array) {}

  /** Moves looked at since this was last asked. */
  takeSteps(): number {
    const steps = this.#steps;
    this.#steps = 0;
    return steps;
  }

  /**
   * Two people of one team change places with two of another at once. Where a rule forbids what lies between (two who must
   * not be alone move together or not at all), single swaps would never get there.
   */
  tryDoubles(temperature: number): number {
    const { table } = this.ledger;
    let taken = 0;
    for (let tried = this.ledger.teamOf.length >> 2; tried > 0; tried--) {
      const a = this.random.below(this.problem.min.length);
      const b = this.random.below(this.problem.min.length);
      this.#steps += 4;
      // While they change places, b holds one more for a moment.
      if (a === b || table.size[a] < 2 || table.size[b] < 2 || table.size[b] >= this.problem.cap) continue;
      const [i, k] = this.#twoOf(a);
      const [j, l] = this.#twoOf(b);
      if (i < 0 || j < 0) continue;
      if (this.#exchangeTwo(i, k, j, l, temperature * this.thresholds[this.random.below(this.thresholds.length)])) taken++;
    }
    return taken;
  }

  /** Two different units of one person each that may leave the team, or −1. */
  #twoOf(team: number): [number, number] {
    const { unitOf, units, fixed, cap } = this.problem;
    const { seats, size } = this.ledger.table;
    const first = this.random.below(size[team]);
    const second = (first + 1 + this.random.below(size[team] - 1)) % size[team];
    const [one, other] = [unitOf[seats[team * cap + first]], unitOf[seats[team * cap + second]]];
    const free = units[one].length === 1 && units[other].length === 1 && fixed[one] < 0 && fixed[other] < 0;
    return free ? [one, other] : [-1, -1];
  }

  #exchangeTwo(i: number, k: number, j: number, l: number, least: number): boolean {
    const { ledger } = this;
    const a = ledger.teamOf[i];
    const b = ledger.teamOf[j];
    const before = ledger.value;
    ledger.keepBest();
    ledger.shift(i, b);
    ledger.shift(j, a);
    ledger.shift(k, b);
    ledger.shift(l, a);
    if (ledger.value - before > least && Math.abs(ledger.value - before) >= NEGLIGIBLE) return true;
    ledger.shift(l, b);
    ledger.shift(k, a);
    ledger.shift(j, b);
    ledger.shift(i, a);
    return false;
  }

  /** A unit of several people changes places with as many others, who may be several units. */
  tryBlock(block: number, temperature: number): number {
    const { units, fixed } = this.problem;
    const { teamOf, table } = this.ledger;
    let taken = 0;
    for (let tried = 0; tried < BLOCK_TRIES; tried++) {
      const a = teamOf[block];
      const b = this.random.below(this.problem.min.length);
      this.#steps++;
      // While they change places, either team holds both for a moment.
      if (a === b || Math.max(table.size[a], table.size[b]) + units[block].length > this.problem.cap) continue;
      const others: number[] = [];
      let room = units[block].length;
      const first = this.random.below(teamOf.length);
      for (let step = 0; step < teamOf.length && room > 0; step++) {
        const other = (first + step) % teamOf.length;
        if (teamOf[other] !== b || fixed[other] >= 0 || units[other].length > room) continue;
        others.push(other);
        room -= units[other].length;
      }
      const least = temperature * this.thresholds[this.random.below(this.thresholds.length)];
      if (room === 0 && this.#exchangeBlock(block, others, least)) taken++;
    }
    return taken;
  }

  #exchangeBlock(block: number, others: number[], least: number): boolean {
    const { ledger } = this;
    const a = ledger.teamOf[block];
    const b = ledger.teamOf[others[0]];
    const before = ledger.value;
    ledger.keepBest();
    for (const other of others) ledger.shift(other, a);
    ledger.shift(block, b);
    if (ledger.value - before > least && Math.abs(ledger.value - before) >= NEGLIGIBLE) return true;
    ledger.shift(block, a);
    for (const other of others) ledger.shift(other, b);
    return false;
  }
}
