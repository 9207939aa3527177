import { receive, type LiveEvent, type LiveHello, type LiveWelcome, type Positions, type ProblemBody, type Progress, type Snapshot } from '@tsunagu/contracts';
import { isPassing, Refusal } from './call.js';

/** What the page holds: nothing yet, a state kept up to date, or the reason why there is none. */
export interface LiveView<Answer> {
  answer?: Answer;
  /** is the line up, and the state known to be the present one? */
  connected: boolean;
  /** the last attempt to fetch got no answer: try again later */
  unreachable: boolean;
  refusal?: ProblemBody;
  /** the server ended this page's stream, with this code */
  gone?: string;
  progress?: Progress;
}

/** The line to the service; `socket-line.ts` is the real one. */
export interface Line {
  onUp(listener: () => void): void;
  onDown(listener: () => void): void;
  onLive(listener: (event: LiveEvent) => void): void;
  onProgress(listener: (progress: Progress) => void): void;
  /** Rejects when no welcome comes within seconds. */
  follow(hello: LiveHello): Promise<LiveWelcome>;
  isUp(): boolean;
  /** is it up, and was the service heard on it within a heartbeat? After a sleep a line looks up and is dead. */
  isFresh(): boolean;
  /** dials, unless it is up or dialling */
  dial(): void;
  /** drops the line or the attempt at one, and dials at once, without waiting for its turn */
  redial(): void;
  close(): void;
}

export interface LiveParts<State, Answer extends Snapshot<State>> {
  line: Line;
  hello: (since: Positions) => LiveHello;
  fetchSnapshot: () => Promise<Answer>;
  apply: (state: State, event: LiveEvent) => State;
  /** true where the state after an event lacks something that is never pushed */
  lacks?: (state: State, event: LiveEvent) => boolean;
  /** Calls back when the page is drawn next: what is pushed until then is told once. @default at once */
  soon?: (tell: () => void) => void;
}

/** A line that has not answered by then may be dead: the truth is fetched beside it. */
const HEDGE_MS = 700;
/** All phones of a room may be told to look again at once: within this long they ask, each at its own moment. */
const SPREAD_MS = 2_000;
const FIRST_RETRY_MS = 400;
const LONGEST_RETRY_MS = 3_000;

/**
 * A state that follows its streams. It starts from a snapshot and applies numbered events; after a gap, a cut line or a
 * sleep it asks for what came since its numbers, and where that is gone it fetches a snapshot again.
 */
export class LiveState<State, Answer extends Snapshot<State>> {
  #view: LiveView<Answer> = { connected: false, unreachable: false };
  #listeners = new Set<() => void>();
  #fetching: Promise<void> | undefined;
  #following = false;
  #followAgain = false;
  /** counts awakenings: what was asked for before one is not waited for after it */
  #awake = 0;
  /** has it been looked at ever since the last awakening? Then a request on its way is from after it. */
  #looked = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** does nobody look at it any more? */
  #closed = false;
  /** was something pushed that the listeners are told soon? */
  #due = false;
  readonly #parts: LiveParts<State, Answer>;

  constructor(parts: LiveParts<State, Answer>) {
    this.#parts = parts;
    const { line } = parts;
    line.onUp(() => void this.catchUp());
    line.onDown(() => this.#set({ connected: false }));
    line.onLive((event) => this.#take(event));
    line.onProgress((progress) => this.#push({ progress }));
    void this.refetch();
  }

  read = (): LiveView<Answer> => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For good: what is still on its way is not waited for. */
  close(): void {
    this.#closed = true;
    this.#awake++;
    clearTimeout(this.#retry);
    this.#parts.line.close();
    this.#listeners.clear();
  }

  /** The page is not looked at any more: it has no next frame, and what waits for one is told now. */
  sleep(): void {
    this.#looked = false;
    if (this.#due) this.#set({});
  }

  /**
   * The page is looked at again, or the network has changed. A line that was heard a moment ago is asked; one that was not
   * may be dead without knowing, and so may a request on its way: both are dropped, and the truth is fetched at once.
   */
  wake({ network = false } = {}): void {
    const { line } = this.#parts;
    if (this.#closed || this.#view.gone || this.#view.refusal) return;
    if (!network) {
      if (line.isFresh()) return void this.catchUp();
      if (this.#looked && this.#fetching) return;
    }
    this.#looked = true;
    this.#awake++;
    this.#failures = 0;
    this.#following = false;
    this.#fetching = undefined;
    line.redial();
    void this.refetch();
  }

  /** Asks for what came since the last number. */
  async catchUp(): Promise<void> {
    const { line, hello } = this.#parts;
    if (this.#closed || this.#view.gone || this.#following) return;
    if (!this.#view.answer) return this.refetch();
    if (!line.isUp()) return line.dial();
    const awake = this.#awake;
    this.#following = true;
    const hedge = setTimeout(() => void this.refetch(), HEDGE_MS);
    const welcome = await line.follow(hello(this.#view.answer.positions)).catch(() => undefined);
    clearTimeout(hedge);
    if (awake !== this.#awake) return;
    this.#following = false;
    if (!welcome) return line.redial();
    if (welcome.ok) {
      this.#failures = 0;
      this.#set({ connected: true, unreachable: false });
    } else if (welcome.behind) await this.refetch();
    else if (welcome.again) this.#later({ connected: false });
    else this.#end({ gone: welcome.code });
    if (!this.#followAgain) return;
    this.#followAgain = false;
    await this.catchUp();
  }

  /** Takes a fresh snapshot, then what came after it. */
  async refetch(): Promise<void> {
    if (this.#closed) return;
    const fetching = this.#fetching ??= this.#fetch(this.#awake).finally(() => { if (this.#fetching === fetching) this.#fetching = undefined; });
    return fetching;
  }

  async #fetch(awake: number): Promise<void> {
    clearTimeout(this.#retry);
    try {
      const answer = await this.#parts.fetchSnapshot();
      if (awake !== this.#awake) return;
      this.#set({ answer, unreachable: false, refusal: undefined });
    } catch (error) {
      if (awake !== this.#awake) return;
      if (error instanceof Refusal && !isPassing(error)) return this.#end({ refusal: error.body });
      return this.#later({ unreachable: true });
    }
    // Events that arrived meanwhile may be newer than the snapshot: they are asked for again from its numbers.
    queueMicrotask(() => {
      if (this.#following) this.#followAgain = true;
      else void this.catchUp();
    });
  }

  /** Tries again in a while, which grows until the line is followed again. */
  #later(change: Partial<LiveView<Answer>>): void {
    this.#set(change);
    this.#refetchIn(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures++));
  }

  #refetchIn(milliseconds: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.refetch(), milliseconds);
  }

  #take(event: LiveEvent): void {
    const { answer } = this.#view;
    if (!answer) return;
    const { outcome, snapshot } = receive<State>(answer, event, this.#parts.apply);
    if (outcome === 'gap') return void this.catchUp();
    if (outcome === 'repeated') return;
    if (event.type === 'event.erased') return this.#forget();
    this.#push({ answer: { ...answer, ...snapshot } });
    if (event.type === 'look-again') this.#refetchIn(Math.random() * SPREAD_MS);
    else if (this.#parts.lacks?.(snapshot.state, event)) void this.refetch();
  }

  /** Nobody who was on the page is shown any longer, also where the service cannot be asked what is left. */
  #forget(): void {
    this.#set({ answer: undefined, progress: undefined });
    void this.refetch();
  }

  #end(change: Partial<LiveView<Answer>>): void {
    this.#set({ ...change, connected: false });
    this.#parts.line.close();
  }

  #set(change: Partial<LiveView<Answer>>): void {
    this.#view = { ...this.#view, ...change };
    this.#due = false;
    for (const listener of this.#listeners) listener();
  }

  /** Known at once, told soon: pushes come in bursts, and each of them told would be drawn by itself. */
  #push(change: Partial<LiveView<Answer>>): void {
    const { soon } = this.#parts;
    if (!soon) return this.#set(change);
    this.#view = { ...this.#view, ...change };
    if (this.#due) return;
    this.#due = true;
    soon(() => { if (this.#due) this.#set({}); });
  }
}
