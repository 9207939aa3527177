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
  /** drops the line, if any, and dials again */
  redial(): void;
  close(): void;
}

export interface LiveParts<State, Answer extends Snapshot<State>> {
  line: Line;
  hello: (since: Positions) => LiveHello;
  fetchSnapshot: () => Promise<Answer>;
  apply: (state: State, event: LiveEvent) => State;
  /** true where the state lacks something that is never pushed */
  lacks?: (state: State) => boolean;
}

/**
 * A state that follows its streams. It starts from a snapshot and applies numbered events; after a gap, a cut line or a
 * sleep it asks for what came since its numbers, and where that is gone it fetches a snapshot again.
 */
export class LiveState<State, Answer extends Snapshot<State>> {
  #view: LiveView<Answer> = { connected: false, unreachable: false };
  #listeners = new Set<() => void>();
  #fetching: Promise<void> | undefined;
  #following = false;
  readonly #parts: LiveParts<State, Answer>;

  constructor(parts: LiveParts<State, Answer>) {
    this.#parts = parts;
    const { line } = parts;
    line.onUp(() => void this.catchUp());
    line.onDown(() => this.#set({ connected: false }));
    line.onLive((event) => this.#take(event));
    line.onProgress((progress) => this.#set({ progress }));
    void this.refetch();
  }

  read = (): LiveView<Answer> => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    this.#parts.line.close();
    this.#listeners.clear();
  }

  /** Asks for what came since the last number; after a sleep, when the network is back, when the page is looked at. */
  async catchUp(): Promise<void> {
    const { line, hello } = this.#parts;
    if (this.#view.gone || this.#following) return;
    if (!this.#view.answer) return this.refetch();
    if (!line.isUp()) return line.redial();
    this.#following = true;
    try {
      const welcome = await line.follow(hello(this.#view.answer.positions));
      this.#following = false;
      if (welcome.ok) this.#set({ connected: true, unreachable: false });
      else if (welcome.behind) await this.refetch();
      else this.#end({ gone: welcome.code });
    } catch {
      this.#following = false;
      line.redial();
    }
  }

  /** Takes a fresh snapshot, then what came after it. */
  refetch(): Promise<void> {
    this.#fetching ??= this.#fetch().finally(() => { this.#fetching = undefined; });
    return this.#fetching;
  }

  async #fetch(): Promise<void> {
    try {
      const answer = await this.#parts.fetchSnapshot();
      this.#set({ answer, unreachable: false, refusal: undefined });
    } catch (error) {
      if (error instanceof Refusal && !isPassing(error)) this.#end({ refusal: error.body });
      else this.#set({ unreachable: true });
      return;
    }
    // Events that arrived meanwhile may be newer than the snapshot: they are asked for again from its numbers.
    queueMicrotask(() => void this.catchUp());
  }

  #take(event: LiveEvent): void {
    const { answer } = this.#view;
    if (!answer) return;
    const { outcome, snapshot } = receive<State>(answer, event, this.#parts.apply);
    if (outcome === 'gap') return void this.catchUp();
    if (outcome === 'repeated') return;
    this.#set({ answer: { ...answer, ...snapshot } });
    if (this.#parts.lacks?.(snapshot.state)) void this.refetch();
  }

  #end(change: Partial<LiveView<Answer>>): void {
    this.#set({ ...change, connected: false });
    this.#parts.line.close();
  }

  #set(change: Partial<LiveView<Answer>>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
