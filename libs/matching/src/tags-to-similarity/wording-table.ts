import { Postings } from './postings.js';
import { cosineOf } from './cosine-of.js';

/** Shares of the writers above which a part of a word says little or, above the first, nothing. */
const buckets: readonly (readonly [share: number, weight: number])[] = [[1 / 2, 0], [1 / 4, 0.25], [1 / 8, 0.5]];
const rareCount = 2;

function dampPart(holders: number, writers: number): number {
  if (holders <= rareCount) return 1;
  const share = holders / writers;
  return buckets.find(([least]) => share > least)?.[1] ?? 1;
}

/** Whose wordings hold which parts, and how alike two wordings are: the cosine over parts, common parts damped. */
export class WordingTable {
  readonly #numbers = new Map<string, number>();
  readonly #holders: number[] = [];
  readonly #damping: number[] = [];
  readonly #postings = new Postings();
  readonly #lengths: number[] = [];
  readonly #parts: (number[] | undefined)[] = [];
  #writers = 0;
  #changed = false;

  /** `parts` without repetition, sorted, so that every index sums in one order. */
  add(place: number, parts: readonly string[]): void {
    const numbers = parts.map((part) => this.#numberOf(part));
    this.#parts[place] = numbers;
    for (const number of numbers) {
      this.#postings.add(number, place, 1);
      this.#holders[number] += 1;
    }
    this.#writers += 1;
    this.#changed = true;
    this.#lengths[place] = -1;
  }

  remove(place: number): void {
    for (const number of this.#parts[place] ?? []) {
      this.#postings.remove(number, place);
      this.#holders[number] -= 1;
    }
    if (this.#parts[place]) this.#writers -= 1;
    this.#parts[place] = undefined;
    this.#changed = true;
  }

  has(place: number): boolean {
    return this.#parts[place] !== undefined;
  }

  /** Brings the damping up to date after arrivals and departures. */
  refresh(): void {
    if (!this.#changed) return;
    this.#changed = false;
    for (let number = 0; number < this.#holders.length; number += 1) {
      const damping = dampPart(this.#holders[number], this.#writers);
      if (damping === this.#damping[number]) continue;
      this.#damping[number] = damping;
      for (const place of this.#postings.owners(number)) this.#lengths[place] = -1;
    }
  }

  /** What is left of a word's weight in this event, in 0…1: that of its most frequent part. */
  weightOf(parts: readonly string[]): number {
    return Math.min(...parts.map((part) => this.#damping[this.#numbers.get(part) ?? -1] ?? 1));
  }

  /** Likeness of two wordings in 0…1; 0 where one has none. Call it with the places in one order for one result to the last digit. */
  likeness(a: number, b: number): number {
    const [left, right] = [this.#parts[a], this.#parts[b]];
    if (!left || !right) return 0;
    const held = new Set(right);
    let sum = 0;
    for (const number of left) if (held.has(number)) sum += this.#damping[number] ** 2;
    return cosineOf(sum, this.#length(a), this.#length(b));
  }

  /** Likeness of one wording with those of all places, in one walk over the lists of its parts. */
  likenessWithAll(place: number, places: number): Float64Array {
    const sums = new Float64Array(places);
    for (const number of this.#parts[place] ?? []) {
      const square = this.#damping[number] ** 2;
      if (square === 0) continue;
      const owners = this.#postings.owners(number);
      for (let at = 0; at < owners.length; at += 1) sums[owners[at]] += square;
    }
    for (let other = 0; other < places; other += 1) {
      if (sums[other] > 0) sums[other] = cosineOf(sums[other], this.#length(place), this.#length(other));
    }
    return sums;
  }

  #length(place: number): number {
    const known = this.#lengths[place];
    if (known >= 0) return known;
    let sum = 0;
    for (const number of this.#parts[place] ?? []) sum += this.#damping[number] ** 2;
    return (this.#lengths[place] = Math.sqrt(sum));
  }

  #numberOf(part: string): number {
    const known = this.#numbers.get(part);
    if (known !== undefined) return known;
    const number = this.#holders.length;
    this.#numbers.set(part, number);
    this.#holders.push(0);
    this.#damping.push(1);
    return number;
  }
}
