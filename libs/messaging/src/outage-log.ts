const EVERY_MS = 60_000;
const MOST_REMEMBERED = 500;

/**
 * Tells of what goes on failing, as in an outage: at once, then one line a minute with how often it has failed since. Where the
 * server is back, nothing more is said. (An outage of Redis: redis-outages.)
 */
export class OutageLog {
  readonly #told = new Map<string, { at: number; since: number }>();

  constructor(private readonly write: (line: string) => void, private readonly everyMs = EVERY_MS) {}

  /** @param line what fails and why, alike each time; `more` is added where it is written */
  tell(line: string, more = ''): void {
    const told = this.#told.get(line);
    if (told && Date.now() - told.at < this.everyMs) {
      told.since += 1;
      return;
    }
    if (this.#told.size >= MOST_REMEMBERED) this.#told.clear();
    this.#told.set(line, { at: Date.now(), since: 0 });
    this.write(`${line}${told?.since ? ` (${told.since} more since it was last told)` : ''}${more}`);
  }
}
