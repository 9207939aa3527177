/**
 * One term of a team's value or of its rules, computed from the people in its seats.
 * A wish's term gives 0 … 1 (1 = fulfilled), a rule's the number of people too few or too many (0 = it holds).
 */
export interface TeamTerm {
  value(seats: Int32Array, from: number, size: number, team: number): number;
}

/** Looks up a table by how many members are meant and the team's size. */
export class CountTerm implements TeamTerm {
  /** `table[count * (cap + 1) + size]`; `only` ≥ 0 limits the term to that team, others get `elsewhere`. */
  constructor(readonly meant: Uint8Array, readonly table: Float64Array, readonly cap: number, readonly only = -1, readonly elsewhere = 0) {}

  value(seats: Int32Array, from: number, size: number, team: number): number {
    if (this.only >= 0 && this.only !== team) return this.elsewhere;
    let count = 0;
    for (let seat = from; seat < from + size; seat++) count += this.meant[seats[seat]];
    return this.table[count * (this.cap + 1) + size];
  }
}

/** What one team is broken by, whoever sits in it; 0 in the others. */
export class ConstantTerm implements TeamTerm {
  constructor(readonly only: number, readonly by: number) {}

  value(_seats: Int32Array, _from: number, _size: number, team: number): number {
    return team === this.only ? this.by : 0;
  }
}

/** How many people must leave so that not both kinds are in the team. */
export class SeparateTerm implements TeamTerm {
  constructor(readonly one: Uint8Array, readonly other: Uint8Array) {}

  value(seats: Int32Array, from: number, size: number): number {
    let ones = 0;
    let others = 0;
    for (let seat = from; seat < from + size; seat++) {
      ones += this.one[seats[seat]];
      others += this.other[seats[seat]];
    }
    return Math.min(ones, others);
  }
}

/** Lists of small numbers per person, stored back to back: those of person p stand at `start[p] … start[p + 1] − 1`. */
export interface Lists { start: Int32Array; items: Int32Array }

/** A value that all who answered hold: as a rule how many do not hold the commonest one, as a wish the share who do. */
export class SameTerm implements TeamTerm {
  readonly #held: Int32Array;
  constructor(readonly lists: Lists, values: number, readonly asRule: boolean) {
    this.#held = new Int32Array(values);
  }

  value(seats: Int32Array, from: number, size: number): number {
    const { start, items } = this.lists;
    let answered = 0;
    let most = 0;
    for (let seat = from; seat < from + size; seat++) {
      const person = seats[seat];
      if (start[person + 1] > start[person]) answered++;
      for (let at = start[person]; at < start[person + 1]; at++) most = Math.max(most, ++this.#held[items[at]]);
    }
    for (let seat = from; seat < from + size; seat++) {
      for (let at = start[seats[seat]]; at < start[seats[seat] + 1]; at++) this.#held[items[at]] = 0;
    }
    if (this.asRule) return answered - most;
    return answered === 0 ? 1 : most / answered;
  }
}

/** How many people are beyond `max` holders of one value. */
export class SpreadTerm implements TeamTerm {
  readonly #held: Int32Array;
  constructor(readonly lists: Lists, values: number, readonly max: number) {
    this.#held = new Int32Array(values);
  }

  value(seats: Int32Array, from: number, size: number): number {
    const { start, items } = this.lists;
    let beyond = 0;
    for (let seat = from; seat < from + size; seat++) {
      for (let at = start[seats[seat]]; at < start[seats[seat] + 1]; at++) if (++this.#held[items[at]] > this.max) beyond++;
    }
    for (let seat = from; seat < from + size; seat++) {
      for (let at = start[seats[seat]]; at < start[seats[seat] + 1]; at++) this.#held[items[at]] = 0;
    }
    return beyond;
  }
}

/** Share of pairs with different values, of as many as this size can have; who did not answer differs from nobody. */
export class MixTerm implements TeamTerm {
  /** `category[p]` is −1 without an answer; `most[size]` the largest number of different pairs. */
  constructor(readonly category: Int32Array, readonly most: Float64Array) {}

  value(seats: Int32Array, from: number, size: number): number {
    if (this.most[size] === 0) return 1;
    let different = 0;
    for (let seat = from + 1; seat < from + size; seat++) {
      const one = this.category[seats[seat]];
      if (one < 0) continue;
      for (let before = from; before < seat; before++) {
        const other = this.category[seats[before]];
        if (other >= 0 && other !== one) different++;
      }
    }
    return different / this.most[size];
  }
}

/** 1 where the team's mean of a number is everybody's mean, 0 from one standard deviation on. */
export class BalanceTerm implements TeamTerm {
  /** `number[p]` is NaN without an answer. */
  constructor(readonly number: Float64Array, readonly mean: number, readonly deviation: number) {}

  value(seats: Int32Array, from: number, size: number): number {
    let sum = 0;
    let answered = 0;
    for (let seat = from; seat < from + size; seat++) {
      const number = this.number[seats[seat]];
      if (number === number) {
        sum += number;
        answered++;
      }
    }
    if (answered === 0 || this.deviation === 0) return 1;
    return Math.max(0, 1 - Math.abs(sum / answered - this.mean) / this.deviation);
  }
}

/** The concept that most members hold: the share of the others who hold it too, times how much it sets them apart. */
export class ThemeTerm implements TeamTerm {
  readonly #held: Int32Array;
  constructor(readonly lists: Lists, readonly worth: Float64Array) {
    this.#held = new Int32Array(worth.length);
  }

  value(seats: Int32Array, from: number, size: number): number {
    const { start, items } = this.lists;
    let best = 0;
    for (let seat = from; seat < from + size; seat++) {
      for (let at = start[seats[seat]]; at < start[seats[seat] + 1]; at++) {
        const value = this.#held[items[at]]++ * this.worth[items[at]];
        if (value > best) best = value;
      }
    }
    for (let seat = from; seat < from + size; seat++) {
      for (let at = start[seats[seat]]; at < start[seats[seat] + 1]; at++) this.#held[items[at]] = 0;
    }
    return size < 2 ? 0 : best / (size - 1);
  }
}

/** How well those members who seek something are answered, each by the teammate who answers best. */
export class NeedsTerm implements TeamTerm {
  /** `met[a * people + b]`: how well b answers what a seeks, 0 … 1. */
  constructor(readonly seeks: Uint8Array, readonly met: Float64Array) {}

  value(seats: Int32Array, from: number, size: number): number {
    const people = this.seeks.length;
    let seeking = 0;
    let content = 0;
    for (let seat = from; seat < from + size; seat++) {
      const person = seats[seat];
      if (this.seeks[person] === 0) continue;
      seeking++;
      let most = 0;
      for (let other = from; other < from + size; other++) most = Math.max(most, this.met[person * people + seats[other]]);
      content += most;
    }
    return seeking === 0 ? 1 : content / seeking;
  }
}

/** How well the team's theme pleases the members who chose: 1 = everybody's first choice. */
export class ChoiceTerm implements TeamTerm {
  /** `pleased[p * themes + theme]` is −1 for people who chose nothing; `themeOf[team]` −1 = no theme. */
  constructor(readonly pleased: Float64Array, readonly themes: number, readonly themeOf: Int32Array) {}

  value(seats: Int32Array, from: number, size: number, team: number): number {
    const theme = this.themeOf[team];
    let sum = 0;
    let chose = 0;
    for (let seat = from; seat < from + size; seat++) {
      const pleased = this.pleased[seats[seat] * this.themes + Math.max(0, theme)];
      if (pleased < 0) continue;
      chose++;
      if (theme >= 0) sum += pleased;
    }
    return chose === 0 ? 1 : sum / chose;
  }
}

/** The share of what a team looks for that a member is; 1 for teams that look for nothing. */
export class WantsTerm implements TeamTerm {
  /** `wanted[team][want]` marks the people who are meant. */
  constructor(readonly wanted: Uint8Array[][]) {}

  value(seats: Int32Array, from: number, size: number, team: number): number {
    const wants = this.wanted[team];
    if (wants.length === 0) return 1;
    let found = 0;
    for (let want = 0; want < wants.length; want++) {
      for (let seat = from; seat < from + size; seat++) {
        if (wants[want][seats[seat]] === 1) {
          found++;
          break;
        }
      }
    }
    return found / wants.length;
  }
}

/** Table for `CountTerm`: by how many people a count lies outside min … max. */
export const outsideTable = (cap: number, min: number, max: number): Float64Array =>
  countTable(cap, (count) => Math.max(0, min - count) + Math.max(0, count - max));

/** Table for `CountTerm` of any function of the number of meant members and the size. */
export const countTable = (cap: number, value: (count: number, size: number) => number): Float64Array => {
  const table = new Float64Array((cap + 1) * (cap + 1));
  for (let count = 0; count <= cap; count++) {
    for (let size = count; size <= cap; size++) table[count * (cap + 1) + size] = value(count, size);
  }
  return table;
};
