import { Logger } from '@nestjs/common';
import { MATCH_PATTERNS, Problem, type MessageEnvelope, type MessageResult, type ReadMessage, type ResultStatus } from '@tsunagu/contracts';
import { addDeadLetter, askAgain, expired, findPeopleTold, finishRequest, findRequest, forgetExpired, forgetLetters, holdPeopleTold, MOST_ALSO_TO, placesOf, unanswered, withdrawn, type Database, type MatchRequestRow, type PeopleTold } from '@tsunagu/storage';
import { describeError } from '../describe-error.js';
import { OutageLog } from '../outage-log.js';
import { hearWork } from '../redis-outages.js';
import type { RequestInHand } from './answers.js';
import { Deliveries } from './deliveries.js';
import type { Incoming } from './incoming.js';
import { LossMark } from './loss-mark.js';
import { RequestQueue } from './request-queue.js';
import type { ServiceDoor } from './service-door.js';
import { requestToWithdraw, withdrawRequest } from './withdrawals.js';

export interface DoorOptions {
  /** revision of the knowledge that answers */
  model: string;
  /** how long a result can be read again. @default one day */
  keepMs?: number;
  /** results that may wait on one queue of the service. @default 10000 */
  resultsWaiting?: number;
  /** results that may wait in the database besides; more and new requests are refused. @default 200000 */
  unread?: number;
  everyMs?: number;
}

const DEFAULTS = { keepMs: 86_400_000, resultsWaiting: 10_000, unread: 200_000, everyMs: 1_000 };
const ROWS = 200;
/** A request that came by HTTP is on its queue by then, or is put there again. */
const QUEUED_MS = 3_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * One service's ledger: every request ends here, once. What is stored counts; queues only carry it.
 *
 *     request ─▶ work ─▶ finish: first result of its id is stored ─▶ result queue
 *                  withdraw ─┘                 └── sweep: what was not delivered ─▲
 */
export class Door {
  readonly #logger = new Logger('Door');
  readonly #outages = new OutageLog((line) => this.#logger.warn(line));
  readonly #options: Required<DoorOptions>;
  readonly #deliveries: Deliveries;
  readonly #requests: RequestQueue;
  readonly #mark: LossMark;
  /** by id, which a service may have given to several at once */
  readonly #inHand = new Map<string, Set<{ request: RequestInHand; abort: AbortController }>>();
  #timer?: NodeJS.Timeout;
  #sweeping?: Promise<void>;
  #stopped = true;

  constructor(readonly door: ServiceDoor, private readonly database: Database, options: DoorOptions) {
    this.#options = { ...DEFAULTS, ...options };
    this.#deliveries = new Deliveries(door, database, this.#options.resultsWaiting);
    this.#requests = new RequestQueue(door);
    this.#mark = new LossMark(door, database);
  }

  start(): void {
    this.#stopped = false;
    this.#next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#sweeping;
    await this.#deliveries.close();
    await this.#requests.close();
    await this.#mark.close();
  }

  find(id: string): Promise<MatchRequestRow | null> {
    return findRequest(this.database.reader, { service: this.door.service, id });
  }

  /** @throws Error where the database does not answer */
  ping(): Promise<void> {
    return this.database.ping();
  }

  inHand({ pattern, acceptedAt }: Pick<Incoming, 'pattern' | 'acceptedAt'>, message: MessageEnvelope, round: number): RequestInHand {
    return { service: this.door.service, pattern, message, round, model: this.#options.model, acceptedAt, takenAt: new Date(), keepMs: this.#options.keepMs };
  }

  /** Works on a request; the signal ends when it is withdrawn or its deadline passes. */
  async during<T>(request: RequestInHand, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    const { id, deadline } = request.message;
    const inHand = { request, abort };
    this.#inHand.set(id, (this.#inHand.get(id) ?? new Set()).add(inHand));
    const left = deadline === undefined ? Infinity : Date.parse(deadline) - Date.now();
    const timer = left > LONGEST_TIMER_MS ? undefined : setTimeout(() => abort.abort(new Problem('match.expired')), left);
    try {
      return await Promise.race([work(abort.signal), aborted(abort.signal)]);
    } finally {
      clearTimeout(timer);
      const those = this.#inHand.get(id)!;
      those.delete(inHand);
      if (!those.size) this.#inHand.delete(id);
    }
  }

  /** @throws Problem match.unread_results where the service does not fetch what it has */
  checkRoom(): void {
    if (this.#deliveries.unread >= this.#options.unread) throw new Problem('match.unread_results', { values: { count: this.#deliveries.unread } });
  }

  /** Whom the result of a request about an event may name; null where it is about none that allows the service. */
  async peopleOf({ pattern, request }: ReadMessage): Promise<PeopleTold | null> {
    const eventId = Object.hasOwn(MATCH_PATTERNS, pattern) && 'eventId' in request ? request.eventId : undefined;
    return eventId === undefined ? null : findPeopleTold(this.database.reader, eventId, this.door.service);
  }

  /**
   * Stores a result, unless the request has one already, and delivers what is stored.
   * @param people whom it may name, as found before the request was worked on
   * @returns false where its id belongs to another request: then it does neither
   * @throws Problem where it must not be told: match.not_allowed; request.failed if somebody whom it names is erased
   */
  async finish(request: RequestInHand, result: MessageResult, people: PeopleTold | null = null): Promise<boolean> {
    const stored = await this.database.transaction(async (tx) => {
      if (people) await holdPeopleTold(tx, people, this.door.service, result);
      return finishRequest(tx, { ...request, id: request.message.id }, result);
    });
    if (stored.first) this.deliver(request.message.replyTo, stored.result);
    else if (!stored.other) await askAgain(this.database.reader, { ...request, id: request.message.id });
    return !stored.other;
  }

  /** A request comes that has its result: the sweep puts it where it is asked for, as soon as there is room. */
  async repeat(request: RequestInHand, known: MatchRequestRow): Promise<void> {
    const tooMany = known.alsoTo.length >= MOST_ALSO_TO && !placesOf(known).includes(request.message.replyTo);
    if (tooMany) await this.#deliveries.takeBack([known.alsoTo[0]], known.result!);
    await askAgain(this.database.reader, { ...request, id: known.id });
  }

  deliver(replyTo: string, result: MessageResult): void {
    this.#deliveries.add(replyTo, result);
  }

  /** Tells a refusal of a message whose id belongs to another request. @returns false where its queue has no room */
  tell(request: RequestInHand, answer: MessageResult, jobId: string): Promise<boolean> {
    return this.#deliveries.tell(request.message.replyTo, answer, jobId);
  }

  /** A request is no longer wanted. @returns how it has ended: `withdrawn`, or what it was before */
  async withdraw(id: string, replyTo: string): Promise<ResultStatus> {
    const [known] = this.#inHand.get(id) ?? [];
    const { model, keepMs } = this.#options;
    const request = known?.request ?? requestToWithdraw(await this.find(id), { service: this.door.service, id, replyTo, model, keepMs });
    const { first, result } = await withdrawRequest(this.database, request);
    if (first) this.deliver(request.message.replyTo, result);
    if (result.status === 'withdrawn') this.#stop(id);
    return result.status;
  }

  #stop(id: string): void {
    for (const { abort } of this.#inHand.get(id) ?? []) abort.abort(new Problem('match.withdrawn'));
  }

  /** Lays a message aside for the operator. */
  async layAside({ queue, letterId }: Incoming, { pattern, message }: RequestInHand, problem: Problem['body']): Promise<void> {
    await addDeadLetter(this.database.reader, { service: this.door.service, queue, jobId: letterId, requestId: message.id, pattern, problem, message });
  }

  /** One round: results that were not delivered, requests that no queue holds, withdrawals elsewhere, what has expired, whether a queue has lost anything. */
  async sweep(): Promise<void> {
    await this.#deliveries.sweep();
    for (const row of await unanswered(this.database.reader, this.door.service, { olderThanMs: QUEUED_MS, limit: ROWS })) await this.#requests.add(row);
    await this.#hearWithdrawals();
    await forgetLetters(this.database.reader, this.door.service);
    await this.#forgetExpired();
    await this.#mark.look();
  }

  /** A request is forgotten after its result was taken back: until then its row tells where that lies. */
  async #forgetExpired(): Promise<void> {
    const gone: string[] = [];
    try {
      for (const row of await expired(this.database.reader, this.door.service, ROWS)) {
        if (await this.#deliveries.takeBack(row.places, row)) gone.push(row.id);
      }
    } finally {
      await forgetExpired(this.database.reader, this.door.service, gone);
    }
  }

  async #hearWithdrawals(): Promise<void> {
    if (!this.#inHand.size) return;
    for (const id of await withdrawn(this.database.reader, this.door.service, [...this.#inHand.keys()])) this.#stop(id);
  }

  #next(): void {
    this.#timer = setTimeout(() => {
      this.#sweeping = this.sweep()
        .catch((failed: unknown) => hearWork(this.door.store, failed, (error) => this.#outages.tell(`sweep for ${this.door.service}: ${describeError(error)}`)))
        .finally(() => { if (!this.#stopped) this.#next(); });
    }, this.#options.everyMs);
  }
}

const aborted = (signal: AbortSignal): Promise<never> => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
