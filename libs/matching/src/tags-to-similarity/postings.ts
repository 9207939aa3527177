/** For each concept, who holds it and how strongly: parallel arrays, so that the inner loops read numbers in a row. */
export class Postings {
  readonly #owners: number[][] = [];
  readonly #weights: number[][] = [];

  owners(concept: number): readonly number[] {
    return this.#owners[concept] ?? [];
  }

  weights(concept: number): readonly number[] {
    return this.#weights[concept] ?? [];
  }

  add(concept: number, owner: number, weight: number): void {
    (this.#owners[concept] ??= []).push(owner);
    (this.#weights[concept] ??= []).push(weight);
  }

  /** The order of owners is free: the last one fills the hole. */
  remove(concept: number, owner: number): void {
    const owners = this.#owners[concept];
    const weights = this.#weights[concept];
    const at = owners.indexOf(owner);
    const lastOwner = owners.pop() as number;
    const lastWeight = weights.pop() as number;
    if (at < owners.length) {
      owners[at] = lastOwner;
      weights[at] = lastWeight;
    }
  }
}
