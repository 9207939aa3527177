/** Who sits where: the people of team t stand at `seats[t * cap] … seats[t * cap + size[t] - 1]`. */
export class TeamSeats {
  readonly seats: Int32Array;
  readonly size: Int32Array;
  readonly #seatOf: Int32Array;

  constructor(people: number, teams: number, readonly cap: number) {
    this.seats = new Int32Array(teams * cap);
    this.size = new Int32Array(teams);
    this.#seatOf = new Int32Array(people).fill(-1);
  }

  enter(person: number, team: number): void {
    const seat = team * this.cap + this.size[team]++;
    this.seats[seat] = person;
    this.#seatOf[person] = seat;
  }

  leave(person: number, team: number): void {
    const seat = this.#seatOf[person];
    const last = this.seats[team * this.cap + --this.size[team]];
    this.seats[seat] = last;
    this.#seatOf[last] = seat;
  }

  /** Each takes the other's seat. */
  exchange(one: number, other: number): void {
    const seat = this.#seatOf[one];
    const second = this.#seatOf[other];
    this.seats[seat] = other;
    this.seats[second] = one;
    this.#seatOf[one] = second;
    this.#seatOf[other] = seat;
  }

  clear(): void {
    this.size.fill(0);
  }
}
