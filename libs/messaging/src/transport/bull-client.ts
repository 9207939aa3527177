import { randomUUID } from 'node:crypto';
import { ClientProxy, type ReadPacket, type WritePacket } from '@nestjs/microservices';
import type { JobsOptions, Queue, Worker } from 'bullmq';
import { BullRecord, type RecordOptions } from './bull-record.js';
import { MESSAGE_FORMAT, reply, REQUESTS, RESULTS } from './message.js';
import { openQueue, openWorker, within, type QueueStore } from './queue-store.js';

export interface BullClientOptions {
  store: QueueStore;
  /** @default 'requests' */
  queue?: string;
  /** How long an answer is of use; later the request is refused as expired. @default 30000 */
  expiresInMs?: number;
}

const ADD_MS = 5_000;
const REQUEST: JobsOptions = { attempts: 3, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: { age: 3_600, count: 1_000 } };
const EVENT: JobsOptions = { attempts: 5, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: { age: 3_600, count: 1_000 }, removeOnFail: { age: 7 * 86_400, count: 1_000 } };

/**
 * Nest client over BullMQ. `send` waits for the answer on a queue of its own, `emit` until the message is stored.
 *
 *     ClientProxyFactory.create({ customClass: BullClient, options: { store } })
 *
 * An answer with the status `done` is the value; any other one is the error, with its `code`.
 */
export class BullClient extends ClientProxy {
  readonly #options: Required<BullClientOptions>;
  readonly #replyTo = `${RESULTS}.${randomUUID()}`;
  readonly #pending = new Map<string, (packet: WritePacket) => void>();
  readonly #listeners: [string, (...args: unknown[]) => void][] = [];
  #queue?: Queue;
  #replies?: Worker;

  constructor(options: BullClientOptions) {
    super();
    this.#options = { queue: REQUESTS, expiresInMs: 30_000, ...options };
    this.initializeSerializer({});
    this.initializeDeserializer({});
  }

  /** @throws Error when the queue's server does not answer within 5 s */
  async connect(): Promise<void> {
    this.#queue ??= openQueue(this.#options.store, this.#options.queue, {}, (error) => this.#tell('error', error));
    await within(ADD_MS, 'connecting to the queue', this.#queue.waitUntilReady());
  }

  /** Stops waiting for answers and removes the queue on which they came. */
  async close(): Promise<void> {
    await this.#replies?.close();
    if (this.#replies) {
      const queue = openQueue(this.#options.store, this.#replyTo, {}, () => undefined);
      await within(ADD_MS, 'removing the reply queue', queue.obliterate({ force: true })).catch(() => undefined);
      await queue.close();
    }
    await this.#queue?.close();
    this.#queue = this.#replies = undefined;
    this.#pending.clear();
  }

  override on(event: string, listener: (...args: unknown[]) => void): void {
    this.#listeners.push([event, listener]);
  }

  unwrap<T>(): T {
    return this.#queue as T;
  }

  protected publish(packet: ReadPacket, callback: (packet: WritePacket) => void): () => void {
    const { data, options } = unpack(packet.data);
    const id = options.id ?? randomUUID();
    this.#pending.set(id, callback);
    this.#ask(id, packet, data, options).catch((err: unknown) => {
      this.#pending.delete(id);
      callback({ err });
    });
    return () => { this.#pending.delete(id); };
  }

  protected async dispatchEvent<T>(packet: ReadPacket): Promise<T> {
    const { data, options: { metadata, priority, correlationId } } = unpack(packet.data);
    const event = withoutUndefined({ version: MESSAGE_FORMAT, data, correlationId, metadata: metadata ?? packet.metadata });
    return await this.#add(packet, event, { ...EVENT, ...(priority ? { priority } : {}) }) as T;
  }

  async #ask(id: string, packet: ReadPacket, data: unknown, { deadline, correlationId, priority, metadata }: RecordOptions): Promise<void> {
    this.#replies ??= openWorker(this.#options.store, this.#replyTo, async (job) => this.#receive(job.data), { onError: (error) => this.#tell('error', error) });
    const request = withoutUndefined({
      version: MESSAGE_FORMAT, id, data, correlationId, replyTo: this.#replyTo, priority, metadata: metadata ?? packet.metadata,
      deadline: (deadline ?? new Date(Date.now() + this.#options.expiresInMs)).toISOString(),
    });
    await this.#add(packet, request, { ...REQUEST, ...(priority ? { priority } : {}) });
  }

  async #add({ pattern }: ReadPacket, message: object, options: JobsOptions): Promise<void> {
    await within(ADD_MS, 'sending', this.#queue!.add(this.normalizePattern(pattern), message, options));
  }

  /** Hands an answer to whoever still waits for it; late and repeated ones are dropped. */
  #receive(data: unknown): void {
    const parsed = reply.safeParse(data);
    if (!parsed.success) return;
    const { id, status, result, problem } = parsed.data;
    const callback = this.#pending.get(id);
    if (status === 'part') return callback?.({ response: result });
    this.#pending.delete(id);
    if (status !== 'done') return callback?.({ err: problem ?? { code: status }, isDisposed: true });
    callback?.({ ...('result' in parsed.data ? { response: result } : {}), isDisposed: true });
  }

  #tell(event: string, ...args: unknown[]): void {
    for (const [name, listener] of this.#listeners) if (name === event) listener(...args);
  }
}

const unpack = (data: unknown): { data: unknown; options: RecordOptions } => (data instanceof BullRecord ? { data: data.data, options: data.options } : { data, options: {} });
const withoutUndefined = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
