import type { HttpAnswers } from '@tsunagu/contracts';
import { keepTrying } from '../live/keep-trying.js';

/** What became of somebody's newest tick: what the service was told, and whether it was not so already; undefined where it was refused. */
type Outcome = { here: boolean; changed: boolean } | undefined;
type Send = (participantIds: string[], here: boolean) => Promise<HttpAnswers['checkIn']>;

/**
 * The ticks of one event, each until it is answered: without a network they wait, whatever page of the console is open, and the
 * browser asks before it closes the last of it. Of one person the newest tick alone counts.
 */
export class CheckInKeeper {
  #waiting: ReadonlyMap<string, boolean> = new Map();
  /** whose mark stands for a tick that the service has, and the page has not heard of yet */
  #unseen = new Set<string>();
  #wanted = new Map<string, boolean>();
  #running = new Map<string, { outcome: Promise<Outcome>; settle: (outcome: Outcome) => void }>();
  #listeners = new Set<() => void>();
  #taken = 0;
  readonly #ended = new AbortController();
  readonly #question = (event: BeforeUnloadEvent): void => event.preventDefault();
  readonly #send: Send;
  readonly #onRefused: (error: unknown) => void;

  constructor(send: Send, onRefused: (error: unknown) => void) {
    this.#send = send;
    this.#onRefused = onRefused;
  }

  /** What was ticked and could not be sent at once: person → here; a mark goes when the page knows what the service knows. */
  waiting = (): ReadonlyMap<string, boolean> => this.#waiting;

  /** How often something that waited has been taken by the service: each time there is news to be read. */
  taken = (): number => this.#taken;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @returns whom it has changed; undefined where it was refused for all of them */
  async check(ids: readonly string[], here: boolean): Promise<string[] | undefined> {
    for (const id of ids) {
      this.#wanted.set(id, here);
      this.#unseen.delete(id);
    }
    this.#mark(ids.filter((id) => this.#waiting.has(id)));
    const idle = ids.filter((id) => !this.#running.has(id));
    for (const id of idle) {
      let settle!: (outcome: Outcome) => void;
      const outcome = new Promise<Outcome>((resolve) => { settle = resolve; });
      this.#running.set(id, { outcome, settle });
    }
    void this.#run(idle);
    const outcomes = await Promise.all(ids.map((id) => this.#running.get(id)!.outcome));
    if (outcomes.length > 0 && outcomes.every((outcome) => outcome === undefined)) return undefined;
    return ids.filter((_, at) => outcomes[at]?.changed && outcomes[at].here === here);
  }

  /** The page has heard of these people: marks that tell nothing more go. */
  know(people: readonly { id: string; here: boolean }[]): void {
    if (this.#unseen.size === 0) return;
    const heres = new Map(people.map(({ id, here }) => [id, here]));
    this.#drop([...this.#unseen].filter((id) => !heres.has(id) || heres.get(id) === this.#waiting.get(id)));
  }

  /** Reads the event anew. What was sent before that is in it, also where a colleague has ticked the other way since. */
  async reading<T>(read: () => Promise<T>): Promise<T> {
    const before = [...this.#unseen];
    const answer = await read();
    this.#drop(before.filter((id) => this.#unseen.has(id)));
    return answer;
  }

  /** Nothing is sent any more: whoever ticked has signed out. */
  end(): void {
    this.#ended.abort();
    this.#show(new Map());
  }

  /** Sends what is wanted of these people, those who are ticked alike together, until it is what the service was told last. */
  async #run(ids: readonly string[]): Promise<void> {
    let left = ids;
    while (left.length > 0) {
      let here = false;
      let asked: string[] = [];
      let answer: HttpAnswers['checkIn'] | undefined;
      try {
        answer = await keepTrying(() => {
          here = this.#wanted.get(left[0])!;
          asked = left.filter((id) => this.#wanted.get(id) === here);
          return this.#send(asked, here);
        }, () => this.#mark(left), this.#ended.signal);
      } catch (error) {
        this.#onRefused(error);
      }
      const changed = new Set(answer?.changed);
      // who is ticked anew meanwhile is sent once more, also where the tick before was refused
      const done = new Set(asked.filter((id) => this.#wanted.get(id) === here));
      for (const id of done) this.#settle(id, answer && { here, changed: changed.has(id) });
      this.#answered([...done], answer !== undefined);
      left = left.filter((id) => !done.has(id));
    }
  }

  #settle(id: string, outcome: Outcome): void {
    this.#running.get(id)?.settle(outcome);
    this.#running.delete(id);
    this.#wanted.delete(id);
  }

  /** Marks of what was refused go; the others stay until the page has heard of it. */
  #answered(ids: readonly string[], taken: boolean): void {
    const marked = ids.filter((id) => this.#waiting.has(id));
    if (!taken) return this.#drop(marked);
    if (marked.length === 0) return;
    for (const id of marked) this.#unseen.add(id);
    this.#taken++;
    this.#show(new Map(this.#waiting));
  }

  #mark(ids: readonly string[]): void {
    if (ids.length > 0) this.#show(new Map([...this.#waiting, ...ids.map((id) => [id, this.#wanted.get(id)!] as const)]));
  }

  #drop(ids: readonly string[]): void {
    if (ids.length === 0) return;
    for (const id of ids) this.#unseen.delete(id);
    this.#show(new Map([...this.#waiting].filter(([id]) => !ids.includes(id))));
  }

  #show(waiting: ReadonlyMap<string, boolean>): void {
    this.#waiting = waiting;
    if ([...waiting.keys()].some((id) => !this.#unseen.has(id))) addEventListener('beforeunload', this.#question);
    else removeEventListener('beforeunload', this.#question);
    for (const listener of this.#listeners) listener();
  }
}
