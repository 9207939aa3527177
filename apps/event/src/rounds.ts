/** Work that a process does again and again, each time so long after the last round has ended, whether that one failed or not. */
export class Rounds {
  #timer?: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(private readonly work: () => Promise<unknown>, private readonly everyMs: number, private readonly onFault: (error: unknown) => void) {}

  get ended(): boolean {
    return this.#ended;
  }

  begin(afterMs = this.everyMs): void {
    this.#timer = setTimeout(() => {
      this.#running = this.work().then(() => undefined, this.onFault).finally(() => { if (!this.#ended) this.begin(); });
    }, afterMs);
  }

  /** None begins any more. @returns once the one that is running has ended */
  async end(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
