import { Controller, Module, UseFilters, type INestMicroservice } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import type { DoorRequest, MessageResult } from '@tsunagu/contracts';
import { BullContext, Door, DoorServer, openQueue, openWorker, ProblemFilter, type DoorOptions, type ServiceDoor } from '@tsunagu/messaging';
import type { Database } from '@tsunagu/storage';

/** What the handlers of a test do: by default, they answer at once. */
export interface Script { tags: (request: DoorRequest<'match.tags'>, context: BullContext) => unknown; candidates?: (request: DoorRequest<'match.candidates'>) => unknown }

@UseFilters(ProblemFilter)
@Controller()
class ScriptedRequests {
  static script: Script;
  static door: () => Door;
  @MessagePattern('match.tags') tags(@Payload() request: DoorRequest<'match.tags'>, @Ctx() context: BullContext): unknown { return ScriptedRequests.script.tags(request, context); }
  @MessagePattern('match.candidates') candidates(@Payload() request: DoorRequest<'match.candidates'>): unknown { return ScriptedRequests.script.candidates!(request); }
  @MessagePattern('match.withdraw') async withdraw(@Payload() { id }: DoorRequest<'match.withdraw'>, @Ctx() context: BullContext) {
    return { id, status: await ScriptedRequests.door().withdraw(id, context.getReplyTo()!) };
  }
}
@Module({ controllers: [ScriptedRequests] })
class ScriptedModule {}

export interface Served { door: Door; close(): Promise<void> }

/** A process that serves one door. */
export async function serveDoor(place: ServiceDoor, database: Database, { script, inFlight = 4, perSecond, ...options }: { script: Script; inFlight?: number; perSecond?: number } & Partial<DoorOptions>): Promise<Served> {
  const door = new Door(place, database, { model: 'lexicon-test', everyMs: 100, ...options });
  ScriptedRequests.script = script;
  ScriptedRequests.door = () => door;
  const module = await Test.createTestingModule({ imports: [ScriptedModule] }).compile();
  const app: INestMicroservice = module.createNestMicroservice({ strategy: new DoorServer({ door, inFlight, ...(perSecond === undefined ? {} : { perSecond }) }), logger: false });
  await app.listen();
  return { door, close: () => app.close() };
}

/** The other side of a door, as a service has it that knows BullMQ and nothing else. */
export class Requester {
  readonly got: MessageResult[] = [];
  readonly #requests;
  readonly #control;
  #reader?: ReturnType<typeof openWorker>;

  constructor(private readonly place: ServiceDoor) {
    this.#requests = openQueue<object>(place.store, 'requests', {}, () => undefined);
    this.#control = openQueue<object>(place.store, 'control', {}, () => undefined);
  }

  listen(): this {
    this.#reader = openWorker(this.place.store, 'results', async (job) => { this.got.push(job.data); });
    return this;
  }

  async ask(id: string, fields: object = {}, pattern = 'match.tags'): Promise<void> {
    await this.#requests.add(pattern, { version: 1, id, data: { texts: [{ id: 'a', text: '写真' }] }, ...fields });
  }

  async askMany(ids: string[]): Promise<void> {
    await this.#requests.addBulk(ids.map((id) => ({ name: 'match.tags', data: { version: 1, id, data: { texts: [{ id: 'a', text: '写真' }] } } })));
  }

  async send(name: string, data: unknown): Promise<void> {
    await this.#requests.add(name, data as object);
  }

  async withdraw(id: string): Promise<void> {
    await this.#control.add('match.withdraw', { version: 1, id: `w-${id}`, data: { id } });
  }

  of(id: string): MessageResult[] {
    return this.got.filter((result) => result.id === id);
  }

  /** Results that wait to be fetched. */
  async unread(): Promise<number> {
    const queue = openQueue(this.place.store, 'results', {}, () => undefined);
    const count = await queue.getWaitingCount();
    await queue.close();
    return count;
  }

  async waiting(): Promise<number> {
    return this.#requests.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
  }

  async close(): Promise<void> {
    await this.#reader?.close();
    await this.#requests.close();
    await this.#control.close();
  }
}
