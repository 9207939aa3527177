/** Runs something when it is asked for: one at a time and at most so often. What is asked for meanwhile is done once afterwards, so that the last answer is the latest. */
export class CoalescedRuns {
  #busy = false;
  #again = false;
  #stopped = false;
  constructor(private readonly run: () => Promise<void>, private readonly everyMs: number) {}

  ask(): void {
    this.#again = true;
    this.#stopped = false;
    if (!this.#busy) void this.#go();
  }

  /** What runs is not followed by anything, until it is asked for anew. */
  stop(): void {
    this.#stopped = true;
  }

  async #go(): Promise<void> {
    this.#busy = true;
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.run();
      await new Promise((resolve) => { setTimeout(resolve, this.everyMs); });
    }
    this.#busy = false;
  }
}
