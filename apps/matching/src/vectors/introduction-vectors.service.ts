import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { orderRanking } from '@tsunagu/contracts';
import { createEndpointEmbedder, createIntroductionEmbedder, EmbeddingsError, postTo, type Embedder } from '@tsunagu/matching';
import { describeError, JobsFromLog } from '@tsunagu/messaging';
import {
  append, audit, Database, leaseEndpoint, listEventsSending, nextUnread, releaseEndpoint, renewEndpointLease, saveVectors, setEndpoint, tellMe, tellSettings,
  type EmbeddingsEndpoint, type UnreadIntroduction,
} from '@tsunagu/storage';

export interface EndpointAddress { url: string; model: string; key?: string }
export const ENDPOINT = Symbol('the endpoint that the operator has named, or null');

const EVERY_MS = 500;
/** A model on a laptop may take so long for a batch. */
const ANSWER_MS = 20_000;
const LEASE_S = 30;
/** Introductions of one call: small enough for servers on a laptop. */
const AT_ONCE = 32;

/**
 * Asks the operator's endpoint for vectors of introductions, beside all other work: nobody waits for it, and while it is
 * down the graph's score stands alone. What is to be asked follows from the tables, so nothing is lost and nothing is asked twice.
 *
 *     unread introductions that may leave ──lease──▶ audit row ──▶ endpoint ──▶ vector, next matching revision ──▶ rank-candidates
 */
@Injectable()
export class IntroductionVectorsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('vectors');
  readonly #at: EmbeddingsEndpoint | null;
  #embedder?: Embedder;
  #timer?: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly database: Database, private readonly jobs: JobsFromLog, @Inject(ENDPOINT) private readonly address: EndpointAddress | null) {
    this.#at = address && { host: new URL(address.url).host, model: address.model };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.database.transaction((tx) => setEndpoint(tx, this.#at));
    if (this.#at) this.#next();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #next(): void {
    this.#timer = setTimeout(() => {
      this.#running = this.#round(this.#at!).catch((error: unknown) => this.#logger.warn(describeError(error))).then(() => { if (!this.#stopped) this.#next(); });
    }, EVERY_MS);
  }

  /** Everything that may be sent now, a batch of one event after the other. */
  async #round(at: EmbeddingsEndpoint): Promise<void> {
    while (!this.#stopped) {
      const tx = this.database.reader;
      if (!await nextUnread(tx, at, 1) || !await leaseEndpoint(tx, at, LEASE_S)) return;
      const batch = await nextUnread(tx, at, AT_ONCE);
      const problem = batch && await this.#ask(at, batch.eventId, batch.introductions);
      if (await this.database.transaction((change) => releaseEndpoint(change, at, problem))) await this.#tellOrganisers(at);
    }
  }

  /** @returns what is wrong with the endpoint, if anything */
  async #ask(at: EmbeddingsEndpoint, eventId: string, introductions: UnreadIntroduction[]): Promise<string | null> {
    try {
      this.#embedder ??= this.#open();
      await this.#embedder.embed([]); // asks for what introductions have in common: a dead endpoint is known before anybody's words are sent
      await this.#send(at, eventId, introductions);
      return null;
    } catch (error) {
      if (!(error instanceof EmbeddingsError)) throw error;
      this.#embedder = undefined;
      this.#logger.warn(error.message);
      return error.message;
    }
  }

  /** One call, on record before it is made. Where some text of it is not taken, each half is asked for by itself. */
  async #send(at: EmbeddingsEndpoint, eventId: string, introductions: UnreadIntroduction[]): Promise<void> {
    await renewEndpointLease(this.database.reader, at, LEASE_S);
    await audit(this.database.reader, { eventId, actor: 'matching', action: 'introductions.sent', detail: { ...at, count: introductions.length } });
    const vectors = await this.#embedder!.embed(introductions.map(({ text }) => text)).catch((error: unknown) => {
      if (error instanceof EmbeddingsError && error.refusesTexts) return null;
      throw error;
    });
    if (vectors || introductions.length === 1) return this.#save(at, eventId, introductions, vectors ?? []);
    const half = Math.ceil(introductions.length / 2);
    await this.#send(at, eventId, introductions.slice(0, half));
    await this.#send(at, eventId, introductions.slice(half));
  }

  async #save(at: EmbeddingsEndpoint, eventId: string, introductions: UnreadIntroduction[], vectors: (Float32Array | undefined)[]): Promise<void> {
    const due = await this.database.transaction(async (tx) => {
      const kept = await saveVectors(tx, at, introductions.map(({ participantId, revision }, index) => ({ participantId, revision, vector: vectors[index] ?? null })));
      return append(tx, eventId, kept.map((participantId) => tellMe(participantId, orderRanking(eventId, participantId))));
    });
    await this.jobs.addNow(due);
  }

  /** The console shows whether the endpoint answers. */
  async #tellOrganisers({ host }: EmbeddingsEndpoint): Promise<void> {
    for (const eventId of await listEventsSending(this.database.reader, host)) await this.database.transaction((tx) => append(tx, eventId, [tellSettings(eventId)]));
  }

  #open(): Embedder {
    const { url, model, key } = this.address!;
    const send = (to: string, request: RequestInit): Promise<Response> => fetch(to, { ...request, signal: AbortSignal.timeout(ANSWER_MS) });
    return createIntroductionEmbedder(createEndpointEmbedder({ model, post: postTo(send, url, key) }));
  }
}
