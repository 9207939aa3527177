import type { HttpAnswers, HttpName } from '@tsunagu/contracts';
import { call, idempotencyKey, isPassing, Refusal, type Request } from './call.js';
import { keep, readKept } from './kept-locally.js';
import { pauseOrWake, waitBefore } from './keep-trying.js';

/** A change on its way: waiting to be sent, or sent and not yet seen in a push. */
export interface Outgoing { key: string; name: HttpName; params: Record<string, string>; body: unknown; sent: boolean }

type Settle = (answer: never) => void;

const isOfTheSame = (a: Outgoing, b: Outgoing): boolean => a.name === b.name && JSON.stringify(a.params) === JSON.stringify(b.params);

export interface OutboxParts {
  /** where waiting changes are kept over a reload */
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
 * and are sent again with the same key; so each takes effect once, in the order in which it was made.
 */
export class Outbox {
  #items: readonly Outgoing[];
  #listeners = new Set<() => void>();
  #promises = new Map<string, Settle>();
  #running = false;
  readonly #parts: Required<OutboxParts>;

  constructor(parts: OutboxParts) {
    this.#parts = { callService: call, pause: pauseOrWake, settleMs: 1_500, ...parts };
    this.#items = readKept<Outgoing[]>(parts.keptAs) ?? [];
    void this.#run();
  }

  read = (): readonly Outgoing[] => this.#items;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends a change as soon as it can be sent. Resolves with undefined where the service refuses it. */
  send<N extends HttpName>(name: N, request: Request<N>): Promise<HttpAnswers[N] | undefined> {
    const key = idempotencyKey();
    this.#set([...this.#items, { key, name, params: request.params, body: request.body, sent: false }]);
    const answer = new Promise<HttpAnswers[N] | undefined>((resolve) => this.#promises.set(key, resolve));
    void this.#run();
    return answer;
  }

  /** Forgets everything that waits: the person is erased. */
  clear(): void {
    this.#set([]);
  }

  #set(items: readonly Outgoing[]): void {
    this.#items = items;
    const waiting = items.filter((item) => !item.sent);
    keep(this.#parts.keptAs, waiting.length > 0 ? waiting : undefined);
    for (const listener of this.#listeners) listener();
  }

  #remove(key: string): void {
    if (this.#items.some((item) => item.key === key)) this.#set(this.#items.filter((item) => item.key !== key));
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#next(); next; next = this.#next()) await this.#sendUntilAnswered(next);
    this.#running = false;
  }

  #next = (): Outgoing | undefined => this.#items.find((item) => !item.sent);

  async #sendUntilAnswered(item: Outgoing): Promise<void> {
    for (let attempt = 0; this.#items.includes(item); attempt++) {
      try {
        this.#settle(item, await this.#parts.callService(item.name, { params: item.params, body: item.body, key: item.key } as Request<HttpName>));
        return;
      } catch (error) {
        if (!isPassing(error)) return this.#refuse(item, error);
        await this.#parts.pause(waitBefore(attempt, error));
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
    this.#set(this.#items.filter((other) => !refused.includes(other)));
    if (refused.length > 0) this.#parts.onRefused(error, refused);
    for (const one of refused) this.#answer(one, undefined);
  }

  #answer(item: Outgoing, answer: unknown): void {
    this.#promises.get(item.key)?.(answer as never);
    this.#promises.delete(item.key);
  }
}
