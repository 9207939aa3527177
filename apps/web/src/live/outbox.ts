import type { HttpAnswers, HttpName } from '@tsunagu/contracts';
import { call, idempotencyKey, isPassing, Refusal, type Request } from './call.js';
import { keep, namesKept, readKept } from './kept-locally.js';
import { pauseOrWake, waitBefore } from './keep-trying.js';

/** A change on its way: waiting to be sent, or sent and not yet seen in a push. `by`: the participant who made it; `at`: when, for its place among those that are kept. */
export interface Outgoing { key: string; by: string; at: number; name: HttpName; params: Record<string, string>; body: unknown; sent: boolean }

type Settle = (answer: never) => void;

/** What stands in the place of a change that was refused, for as long as it takes the other tabs to hear of it. */
const REFUSED = 'false';

const isOfTheSame = (a: Outgoing, b: Outgoing): boolean => a.name === b.name && JSON.stringify(a.params) === JSON.stringify(b.params);

export interface OutboxParts {
  /** The name under which this browser keeps whose it is; each change that waits is kept over a reload under this name, a dot and its key: tabs write over nothing of each other's. */
  keptAs: string;
  /** Told what the service refuses, also from before a reload: a change and, after a conflict, those made on top of it. */
  onRefused: (error: unknown, refused: readonly Outgoing[]) => void;
  callService?: typeof call;
  pause?: typeof pauseOrWake;
  /** how long a sent change is still shown as made, so that its push can arrive */
  settleMs?: number;
}

/**
 * Changes go out one after the other, each with its own key. While nothing answers they wait, are kept over reloads,
 * and are sent again with the same key; so each takes effect once, in the order in which it was made. None goes out before
 * it is known whose browser this is, and what another tab has sent or forgotten is not sent.
 */
export class Outbox {
  #items: readonly Outgoing[];
  #owner = '';
  /** keys of what is kept: a full or forbidden memory keeps nothing */
  #kept: Set<string>;
  #listeners = new Set<() => void>();
  #promises = new Map<string, Settle>();
  #running = false;
  #inFlight: Outgoing | undefined;
  readonly #parts: Required<OutboxParts>;

  constructor(parts: OutboxParts) {
    this.#parts = { callService: call, pause: pauseOrWake, settleMs: 1_500, ...parts };
    this.#items = namesKept().filter((name) => name.startsWith(`${parts.keptAs}.`)).flatMap((name) => readKept<Outgoing>(name) || []).sort((a, b) => a.at - b.at);
    this.#kept = new Set(this.#items.map(({ key }) => key));
  }

  read = (): readonly Outgoing[] => this.#items;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    addEventListener('storage', this.#meetOtherTabs);
    return () => {
      this.#listeners.delete(listener);
      removeEventListener('storage', this.#meetOtherTabs);
    };
  };

  /** Says whose browser this is. What somebody else has left waiting here is forgotten, and the rest goes out. */
  belongTo(participantId: string): void {
    this.#owner = participantId;
    keep(this.#parts.keptAs, participantId);
    this.#set(this.#items.filter(({ by }) => by === participantId));
    void this.#run();
  }

  /** Sends a change as soon as it can be sent. Resolves with undefined where the service refuses it or this browser is somebody else's before it is sent; with null where another tab has sent it. */
  send<N extends HttpName>(name: N, request: Request<N>): Promise<HttpAnswers[N] | null | undefined> {
    const key = idempotencyKey();
    const item: Outgoing = { key, by: this.#owner, at: Math.max(Date.now(), (this.#items.at(-1)?.at ?? 0) + 1), name, params: request.params, body: request.body, sent: false };
    keep(this.#nameOf(item), item);
    if (this.#isThere(item)) this.#kept.add(key);
    this.#set([...this.#items, item]);
    const answer = new Promise<HttpAnswers[N] | null | undefined>((resolve) => this.#promises.set(key, resolve));
    void this.#run();
    return answer;
  }

  /** Forgets everything that waits: the person is erased. */
  clear(): void {
    this.#set([]);
  }

  #set(items: readonly Outgoing[]): void {
    for (const item of this.#items) if (!items.includes(item)) keep(this.#nameOf(item), undefined);
    this.#items = items;
    for (const listener of this.#listeners) listener();
  }

  #remove(key: string): void {
    if (this.#items.some((item) => item.key === key)) this.#set(this.#items.filter((item) => item.key !== key));
  }

  #nameOf = ({ key }: Outgoing): string => `${this.#parts.keptAs}.${key}`;
  #isThere = (item: Outgoing): boolean => Boolean(readKept(this.#nameOf(item)));

  /** Takes for sent what is kept no longer (another tab has sent it, or has told that it was refused), and all where this browser is somebody else's by now. What is just being sent gets its answer. */
  #meetOtherTabs = (event?: StorageEvent): void => {
    const lost = (readKept(this.#parts.keptAs) ?? this.#owner) !== this.#owner;
    // what an event tells of something else says nothing of how this one ended
    const gone = (item: Outgoing): boolean => this.#kept.has(item.key) && !this.#isThere(item) && (event?.key ?? this.#nameOf(item)) === this.#nameOf(item);
    const refused = event?.newValue === REFUSED || event?.oldValue === REFUSED;
    for (const item of this.#items) if (!item.sent && item !== this.#inFlight && (lost || gone(item))) this.#settle(item, lost || refused ? undefined : null);
  };

  async #run(): Promise<void> {
    if (this.#running || !this.#owner) return;
    this.#running = true;
    for (let next = this.#next(); next; next = this.#next()) await this.#sendUntilAnswered(next);
    this.#running = false;
  }

  #next(): Outgoing | undefined {
    this.#meetOtherTabs();
    return this.#items.find((item) => !item.sent);
  }

  async #sendUntilAnswered(item: Outgoing): Promise<void> {
    for (let attempt = 0; this.#items.includes(item); attempt++) {
      this.#inFlight = item;
      try {
        this.#settle(item, await this.#parts.callService(item.name, { params: item.params, body: item.body, key: item.key } as Request<HttpName>));
        return;
      } catch (error) {
        if (!isPassing(error)) return this.#refuse(item, error);
        this.#inFlight = undefined;
        await this.#parts.pause(waitBefore(attempt, error));
        this.#meetOtherTabs();
      }
    }
  }

  #settle(item: Outgoing, answer: unknown): void {
    this.#set(this.#items.map((other) => (other.key === item.key ? { ...item, sent: true } : other)));
    setTimeout(() => this.#remove(item.key), this.#parts.settleMs);
    this.#answer(item, answer);
  }

  /** Refuses a change, and after a conflict those that were made on top of it. */
  #refuse(item: Outgoing, error: unknown): void {
    const conflict = error instanceof Refusal && error.body.code === 'edit.conflict';
    const refused = this.#items.filter((other) => other.key === item.key || (conflict && !other.sent && isOfTheSame(other, item)));
    // what other tabs read of it, before it is gone
    for (const one of refused) keep(this.#nameOf(one), false);
    this.#set(this.#items.filter((other) => !refused.includes(other)));
    if (refused.length > 0) this.#parts.onRefused(error, refused);
    for (const one of refused) this.#answer(one, undefined);
  }

  #answer(item: Outgoing, answer: unknown): void {
    this.#promises.get(item.key)?.(answer as never);
    this.#promises.delete(item.key);
  }
}
