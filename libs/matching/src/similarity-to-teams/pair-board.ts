import { metropolisThresholds, type Board } from './anneal.js';
import type { Random } from './seeded-random.js';

/** The maximally diverse grouping problem: values of pairs, and the smallest and largest size of each group. */
export interface Grouping {
  elements: number;
  /** Symmetric, `elements` × `elements`, zero on the diagonal. */
  values: Float64Array;
  min: number[];
  max: number[];
}

/** Seating whose value is the sum of the pairs that share a group; every change is known from sums kept up to date. */
export class PairBoard implements Board {
  steps = 0;
  pauseAt = Infinity;
  pause: () => boolean = () => false;
  readonly best: Int32Array;
  bestValue = -Infinity;
  readonly #groupOf: Int32Array;
  readonly #size: Int32Array;
  /** `sums[g * n + v]` = values of v with everyone in g. */
  readonly #sums: Float64Array;
  /** Values of v with everyone in its own group. */
  readonly #own: Float64Array;
  readonly #change: Float64Array;
  readonly #thresholds: Float64Array;
  readonly #flexible: boolean;
  /** Changes up to this are rounding: taken, they would only stir. */
  readonly #negligible: number;
  #value = 0;

  constructor(readonly grouping: Grouping, start: Int32Array, readonly random: Random) {
    const groups = grouping.min.length;
    this.#groupOf = start.slice();
    this.best = start.slice();
    this.#size = new Int32Array(groups);
    this.#sums = new Float64Array(groups * grouping.elements);
    this.#own = new Float64Array(grouping.elements);
    this.#change = new Float64Array(groups);
    this.#thresholds = metropolisThresholds(random, grouping.elements);
    this.#flexible = grouping.min.some((min, group) => min < grouping.max[group]);
    this.#negligible = 1e-9 * grouping.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    this.#recount();
    this.#keepBest();
  }

  sweep(temperature: number): number {
    let taken = 0;
    for (let element = 0; element < this.grouping.elements; element++) {
      taken += this.#trySwaps(element, temperature);
      if (this.#flexible) taken += this.#tryMoves(element, temperature);
      if (this.steps >= this.pauseAt && this.pause()) break;
    }
    this.#keepBest();
    return taken;
  }

  returnToBest(): void {
    this.#groupOf.set(this.best);
    this.#recount();
  }

  typicalChange(): number {
    const { elements, values } = this.grouping;
    let squares = 0;
    for (let sample = 0; sample < 2000; sample++) {
      const one = this.random.below(elements);
      const other = this.random.below(elements);
      const change = values[one * elements + other] - values[this.random.below(elements) * elements + other];
      squares += change * change;
    }
    return Math.sqrt((squares / 2000) * 4 * (elements / this.#size.length));
  }

  #trySwaps(i: number, temperature: number): number {
    const n = this.grouping.elements;
    const values = this.grouping.values;
    const sums = this.#sums;
    const own = this.#own;
    const groupOf = this.#groupOf;
    const change = this.#change;
    const negligible = this.#negligible;
    const thresholds = this.#thresholds;
    const mask = thresholds.length - 1;
    let at = this.random.below(thresholds.length);
    let mine = this.#lookFrom(i);
    let taken = 0;
    for (let j = i + 1; j < n; j++) {
      const theirs = groupOf[j];
      if (theirs === mine) continue;
      const gain = change[theirs] + sums[mine * n + j] - own[j] - 2 * values[i * n + j];
      at = (at + 1) & mask;
      if (gain <= temperature * thresholds[at] || Math.abs(gain) <= negligible) continue;
      if (gain < 0) this.#keepBest();
      this.#swap(i, j, gain);
      mine = this.#lookFrom(i);
      taken++;
    }
    this.steps += n - 1 - i;
    return taken;
  }

  #tryMoves(i: number, temperature: number): number {
    const { min, max } = this.grouping;
    let mine = this.#lookFrom(i);
    let taken = 0;
    for (let to = 0; to < max.length; to++) {
      if (to === mine || this.#size[to] >= max[to] || this.#size[mine] <= min[mine]) continue;
      const gain = this.#change[to];
      if (Math.abs(gain) <= this.#negligible || gain <= temperature * this.#thresholds[this.random.below(this.#thresholds.length)]) continue;
      if (gain < 0) this.#keepBest();
      this.#move(i, to, gain);
      mine = this.#lookFrom(i);
      taken++;
    }
    this.steps += max.length;
    return taken;
  }

  /** What it would change to add i to each group and take it out of its own; returns its own. */
  #lookFrom(i: number): number {
    const n = this.grouping.elements;
    for (let group = 0; group < this.#change.length; group++) this.#change[group] = this.#sums[group * n + i] - this.#own[i];
    return this.#groupOf[i];
  }

  #swap(i: number, j: number, gain: number): void {
    const n = this.grouping.elements;
    const { values } = this.grouping;
    const a = this.#groupOf[i] * n;
    const b = this.#groupOf[j] * n;
    for (let v = 0; v < n; v++) {
      const difference = values[j * n + v] - values[i * n + v];
      this.#sums[a + v] += difference;
      this.#sums[b + v] -= difference;
    }
    this.#groupOf[i] = b / n;
    this.#groupOf[j] = a / n;
    this.#value += gain;
    this.#refreshOwn();
  }

  #move(i: number, to: number, gain: number): void {
    const n = this.grouping.elements;
    const { values } = this.grouping;
    const from = this.#groupOf[i];
    for (let v = 0; v < n; v++) {
      this.#sums[from * n + v] -= values[i * n + v];
      this.#sums[to * n + v] += values[i * n + v];
    }
    this.#size[from]--;
    this.#size[to]++;
    this.#groupOf[i] = to;
    this.#value += gain;
    this.#refreshOwn();
  }

  #refreshOwn(): void {
    const n = this.grouping.elements;
    for (let v = 0; v < n; v++) this.#own[v] = this.#sums[this.#groupOf[v] * n + v];
  }

  /** Counts everything afresh, which also wipes out rounding. */
  #recount(): void {
    const { elements: n, values } = this.grouping;
    this.#sums.fill(0);
    this.#size.fill(0);
    for (let u = 0; u < n; u++) {
      const group = this.#groupOf[u];
      this.#size[group]++;
      for (let v = 0; v < n; v++) this.#sums[group * n + v] += values[u * n + v];
    }
    this.#refreshOwn();
    this.#value = this.#own.reduce((sum, value) => sum + value, 0) / 2;
  }

  #keepBest(): void {
    if (this.#value <= this.bestValue + 1e-7) return;
    this.bestValue = this.#value;
    this.best.set(this.#groupOf);
  }
}
