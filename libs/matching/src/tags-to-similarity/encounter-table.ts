import type { PersonSides } from '../people.js';
import { hashOf } from './hash-of.js';
import { SideRows } from './side-rows.js';
import { productOf } from './text-vectors.js';

/** How much of what everybody lacks, gives and writes about is left out. */
const COMMON = 0.7;
/** In a smaller room nothing is common yet. */
const FEWEST = 8;
/** What is common is worked out from so many people drawn by lot, so that in a full room hardly any arrival moves it. */
const SAMPLE = 32;

interface Drawn { id: string; lot: number }
interface Side extends Drawn { place: number; sides: PersonSides }

/**
 * What the people of an event lack, give and write about, and how near two of them are, beyond what the whole room has in common:
 * with people who all write of one street, nearness to everybody says nothing.
 */
export class EncounterTable {
  readonly #sides: (Side | undefined)[] = [];
  readonly #rows = new SideRows();
  /** Twice the nearness of each person to the room, by place. */
  readonly #nearness: number[] = [];
  #sample: Side[] = [];
  #middle?: PersonSides;
  /** Nearness of the room to itself. */
  #ofRoom = 0;
  #changed = false;

  add(place: number, id: string, sides: PersonSides): void {
    const side = { place, id, lot: hashOf(id), sides };
    this.#sides[place] = side;
    this.#rows.set(place, sides);
    this.#nearness[place] = this.#nearnessOf(sides);
    if (this.#isDrawn(side)) this.#changed = true;
  }

  remove(place: number): void {
    const gone = this.#sides[place];
    this.#sides[place] = undefined;
    if (gone && this.#sample.includes(gone)) this.#changed = true;
  }

  /** Brings what is common up to date after arrivals and departures. */
  refresh(): void {
    if (!this.#changed) return;
    this.#changed = false;
    const present = this.#sides.filter((one): one is Side => one !== undefined);
    this.#sample = present.sort(byLot).slice(0, SAMPLE);
    this.#middle = this.#sample.length < FEWEST ? undefined : middleOf(this.#sample.map(({ sides }) => sides));
    this.#ofRoom = this.#middle ? productOf(this.#middle.lacks, this.#middle.gives) + productOf(this.#middle.about, this.#middle.about) : 0;
    for (const one of present) this.#nearness[one.place] = this.#nearnessOf(one.sides);
  }

  /** Whether the coming, changing or going of this person, who may have gone, moved what is common, and with it every score. */
  movesRoom(id: string): boolean {
    return this.#sample.length >= FEWEST - 1 && this.#isDrawn({ id, lot: hashOf(id) });
  }

  has(place: number): boolean {
    return this.#sides[place] !== undefined;
  }

  /** How far one lacks what the other gives, both ways, and both write about the same, in 0…1; undefined where nothing is known of one of them. The same for both. */
  closeness(a: number, b: number): number | undefined {
    if (!this.has(a) || !this.has(b)) return undefined;
    this.#rows.meet(a, b, 1);
    return this.#beyondRoom(a, b);
  }

  /** The same of one person with all others, by place; 0 where nothing is known of one of them. */
  closenessWithAll(place: number, places: number): Float64Array {
    const all = new Float64Array(places);
    const reach = Math.min(places, this.#sides.length);
    if (!this.has(place)) return all;
    this.#rows.meet(place, 0, reach);
    for (let other = 0; other < reach; other += 1) {
      if (this.#sides[other]) all[other] = this.#beyondRoom(place, other);
    }
    return all;
  }

  /** What is between two people beyond what is common, of rows that have just met. */
  #beyondRoom(one: number, other: number): number {
    return Math.min(1, Math.max(0, this.#rows.found(other) - (this.#nearness[one] + this.#nearness[other]) / 2 + this.#ofRoom));
  }

  #isDrawn(one: Drawn): boolean {
    return this.#sample.length < SAMPLE || byLot(one, this.#sample[SAMPLE - 1]) <= 0;
  }

  #nearnessOf({ lacks, gives, about }: PersonSides): number {
    return this.#middle ? productOf(lacks, this.#middle.gives) + productOf(this.#middle.lacks, gives) + 2 * productOf(about, this.#middle.about) : 0;
  }
}

/** The mean of these people, as far as it is left out; summed in their order. */
function middleOf(people: readonly PersonSides[]): PersonSides {
  const mean = (side: keyof PersonSides): Float32Array =>
    people[0][side].map((_, at) => COMMON * people.reduce((sum, one) => sum + one[side][at], 0) / people.length);
  return { lacks: mean('lacks'), gives: mean('gives'), about: mean('about') };
}

const byLot = (a: Drawn, b: Drawn): number => a.lot - b.lot || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
