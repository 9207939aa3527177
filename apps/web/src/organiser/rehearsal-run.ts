const LASTS_MS = 120_000;

/** A rehearsal goes on while other parts of the console are looked at. `arrived` is undefined while none runs. */
export class RehearsalRun {
  #arrived: number | undefined;
  #stopped = false;
  #run: Promise<void> = Promise.resolve();
  readonly #ended = new AbortController();
  /** ends the pause between two arrivals */
  #hurry = (): void => {};
  #listeners = new Set<() => void>();

  read = (): number | undefined => this.#arrived;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Lets people in one after the other, over two minutes in all. Rejects with the first failure. @param letIn is given what ends its attempts */
  start<T>(people: readonly T[], letIn: (person: T, signal: AbortSignal) => Promise<unknown>): Promise<void> {
    this.#stopped = false;
    const run = this.#letAllIn(people, letIn);
    this.#run = run.catch(() => undefined);
    return run;
  }

  /** Resolves when nobody comes any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#hurry();
    await this.#run;
  }

  /** Nobody is let in any more, not even who is on the way: whoever started it has signed out. */
  end(): void {
    this.#ended.abort();
    this.#stopped = true;
    this.#hurry();
    this.#set(undefined);
  }

  async #letAllIn<T>(people: readonly T[], letIn: (person: T, signal: AbortSignal) => Promise<unknown>): Promise<void> {
    try {
      for (const [place, person] of people.entries()) {
        if (this.#stopped) return;
        this.#set(place);
        await letIn(person, this.#ended.signal);
        await new Promise<void>((resolve) => {
          this.#hurry = resolve;
          setTimeout(resolve, LASTS_MS / people.length);
        });
      }
    } finally {
      this.#set(undefined);
    }
  }

  #set(arrived: number | undefined): void {
    this.#arrived = arrived;
    for (const listener of this.#listeners) listener();
  }
}

const runs = new Map<string, RehearsalRun>();

/** Ends all rehearsals: the next one to sign in lets nobody in for who was here before. */
export function endRehearsals(): void {
  for (const run of runs.values()) run.end();
  runs.clear();
}

/** The rehearsal of an event. */
export function rehearsalOf(eventId: string): RehearsalRun {
  const run = runs.get(eventId) ?? new RehearsalRun();
  runs.set(eventId, run);
  return run;
}
