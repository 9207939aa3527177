import { Postings } from './postings.js';
import { cosineOf } from './cosine-of.js';
import { dampFrequent, type DampingBuckets } from './damp-frequent.js';

/** For parts of words: what half of the people write says nothing. */
export const wordBuckets: DampingBuckets = [[1 / 2, 0], [1 / 4, 0.25], [1 / 8, 0.5]];
/** For aspects, of which there are few: what half of the people write about still says a little. */
export const aspectBuckets: DampingBuckets = [[1 / 2, 0.15], [1 / 4, 0.4], [1 / 8, 0.7]];

/** One person's features with their weights; parallel lists. */
interface Features {
  numbers: number[];
  weights: number[];
}

/** Who has which features, and how alike two people are: the cosine over features, frequent ones damped. */
export class LikenessTable {
  readonly #numbers = new Map<string, number>();
  readonly #holders: number[] = [];
  readonly #damping: number[] = [];
  /** Weights of one person's features by their numbers, while two people are compared; else 0. */
  readonly #held: number[] = [];
  readonly #postings = new Postings();
  readonly #lengths: number[] = [];
  readonly #features: (Features | undefined)[] = [];
  readonly #buckets: DampingBuckets;
  #people = 0;
  #changed = false;

  constructor(buckets: DampingBuckets) {
    this.#buckets = buckets;
  }

  /** `names` without repetition, sorted, so that every index sums in one order; `weights` 1 if not given. */
  add(place: number, names: readonly string[], weights: readonly number[] = names.map(() => 1)): void {
    const numbers = names.map((name) => this.#numberOf(name));
    this.#features[place] = { numbers, weights: [...weights] };
    numbers.forEach((number, at) => {
      this.#postings.add(number, place, weights[at]);
      this.#holders[number] += 1;
    });
    this.#people += 1;
    this.#changed = true;
    this.#lengths[place] = -1;
  }

  remove(place: number): void {
    const features = this.#features[place];
    if (!features) return;
    for (const number of features.numbers) {
      this.#postings.remove(number, place);
      this.#holders[number] -= 1;
    }
    this.#people -= 1;
    this.#features[place] = undefined;
    this.#changed = true;
  }

  has(place: number): boolean {
    return this.#features[place] !== undefined;
  }

  /** Brings the damping up to date after arrivals and departures. */
  refresh(): void {
    if (!this.#changed) return;
    this.#changed = false;
    for (let number = 0; number < this.#holders.length; number += 1) {
      const damping = dampFrequent(this.#holders[number], this.#people, this.#buckets);
      if (damping === this.#damping[number]) continue;
      this.#damping[number] = damping;
      for (const place of this.#postings.owners(number)) this.#lengths[place] = -1;
    }
  }

  /** What is left of a feature's weight in this event, in 0…1. */
  dampingOf(name: string): number {
    return this.#damping[this.#numbers.get(name) ?? -1] ?? 1;
  }

  /** Likeness of two people in 0…1; 0 where one has no features. Call it with the places in one order for one result to the last digit. */
  likeness(a: number, b: number): number {
    const [left, right] = [this.#features[a], this.#features[b]];
    if (!left || !right) return 0;
    for (let at = 0; at < right.numbers.length; at += 1) this.#held[right.numbers[at]] = right.weights[at];
    let sum = 0;
    for (let at = 0; at < left.numbers.length; at += 1) sum += this.#damping[left.numbers[at]] ** 2 * left.weights[at] * this.#held[left.numbers[at]];
    for (const number of right.numbers) this.#held[number] = 0;
    return cosineOf(sum, this.#length(a), this.#length(b));
  }

  /** What two people have in common, what adds most to their likeness first. */
  commonFeatures(a: number, b: number): string[] {
    const [left, right] = [this.#features[a], this.#features[b]];
    if (!left || !right) return [];
    const held = new Map(right.numbers.map((number, at) => [number, right.weights[at]]));
    const adds = new Map(left.numbers.map((number, at) => [number, this.#damping[number] ** 2 * left.weights[at] * (held.get(number) ?? 0)]));
    return [...this.#numbers].filter(([, number]) => (adds.get(number) ?? 0) > 0)
      .sort(([a, first], [b, second]) => adds.get(second)! - adds.get(first)! || (a < b ? -1 : 1)).map(([name]) => name);
  }

  /** Likeness of one person with all others by place, in one walk over the lists of the features. */
  likenessWithAll(place: number, places: number): Float64Array {
    const sums = new Float64Array(places);
    this.#features[place]?.numbers.forEach((number, index) => {
      const factor = this.#damping[number] ** 2 * this.#features[place]!.weights[index];
      if (factor === 0) return;
      const owners = this.#postings.owners(number);
      const weights = this.#postings.weights(number);
      for (let at = 0; at < owners.length; at += 1) sums[owners[at]] += factor * weights[at];
    });
    for (let other = 0; other < places; other += 1) {
      if (sums[other] > 0) sums[other] = cosineOf(sums[other], this.#length(place), this.#length(other));
    }
    return sums;
  }

  #length(place: number): number {
    const known = this.#lengths[place];
    if (known >= 0) return known;
    let sum = 0;
    this.#features[place]?.numbers.forEach((number, at) => { sum += (this.#damping[number] * this.#features[place]!.weights[at]) ** 2; });
    return (this.#lengths[place] = Math.sqrt(sum));
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#holders.length;
    this.#numbers.set(name, number);
    this.#holders.push(0);
    this.#damping.push(1);
    this.#held.push(0);
    return number;
  }
}
