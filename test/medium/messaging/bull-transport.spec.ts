import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { ClientProxyFactory, Ctx, EventPattern, MessagePattern, Payload, RpcException } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { firstValueFrom, lastValueFrom, of, timeout, toArray } from 'rxjs';
import { Problem } from '@tsunagu/contracts';
import { BullClient, BullContext, BullRecord, BullServer, openQueue, openWorker, ProblemFilter, RESULTS, type QueueStore } from '@tsunagu/messaging';
import { waitFor } from '../../helpers/wait-for.js';
import { BACKENDS, openRoom, type Room } from './rooms.js';

const heard: unknown[] = [];
let eventFailures = 0;

@Controller()
class Greeter {
  @MessagePattern('greet') greet(@Payload() { name }: { name: string }) { return { text: `こんにちは、${name}さん` }; }
  @MessagePattern({ cmd: 'count' }) count() { return of(1, 2, 3); }
  @MessagePattern('nothing') nothing(): void { return undefined; }
  @MessagePattern('refuse') refuse() { throw new Problem('match.not_allowed'); }
  @MessagePattern('rpc') rpc() { throw new RpcException({ code: 'out_of_tea' }); }
  @MessagePattern('crash') crash() { throw new TypeError('秘密の文章'); }
  @MessagePattern('who') who(@Ctx() context: BullContext) { return { sender: context.getSender(), id: context.getId(), queue: context.getQueue() }; }
  @EventPattern('happened') happened(@Payload() data: unknown) { heard.push(data); }
  @EventPattern('stubborn') stubborn(@Payload() data: unknown) { if (eventFailures++ < 2) throw new Error('not yet'); heard.push(data); }
}
@Module({ controllers: [Greeter] })
class GreeterModule {}

async function serve(store: QueueStore): Promise<INestMicroservice> {
  const module = await Test.createTestingModule({ imports: [GreeterModule] }).compile();
  const app = module.createNestMicroservice({ strategy: new BullServer({ store, sender: 'library' }), logger: false });
  app.useGlobalFilters(new ProblemFilter());
  await app.listen();
  return app;
}
const connect = (store: QueueStore, options = {}): BullClient => ClientProxyFactory.create({ customClass: BullClient, options: { store, ...options } }) as BullClient;

describe.each(BACKENDS)('the Nest transport on %s', (backend) => {
  let room: Room;
  let client: BullClient;
  let app: INestMicroservice | undefined;
  beforeAll(async () => { room = await openRoom(backend); });
  beforeEach(async () => {
    await room.emptyQueues();
    heard.length = eventFailures = 0;
    client = connect(room.store);
  });
  afterEach(async () => { await client.close(); await app?.close(); app = undefined; });
  afterAll(() => room.close());

  const ask = (pattern: unknown, data: unknown = {}) => lastValueFrom(client.send(pattern, data).pipe(timeout(15_000)), { defaultValue: 'completed without a value' });
  const refusal = (pattern: unknown, data: unknown = {}) => ask(pattern, data).then(() => { throw new Error('was answered'); }, (error: unknown) => error);

  it('a request is answered', async () => {
    app = await serve(room.store);
    expect(await ask('greet', { name: '花子' })).toEqual({ text: 'こんにちは、花子さん' });
  });

  it('an object pattern and an observable of several values arrive in order and complete', async () => {
    app = await serve(room.store);
    expect(await lastValueFrom(client.send({ cmd: 'count' }, {}).pipe(toArray(), timeout(15_000)))).toEqual([1, 2, 3]);
  });

  it('a handler without a result completes', async () => {
    app = await serve(room.store);
    expect(await ask('nothing')).toBe('completed without a value');
  });

  it('a handler learns the sender, the correlation id and the queue', async () => {
    app = await serve(room.store);
    expect(await ask('who')).toEqual({ sender: 'library', id: expect.any(String), queue: 'requests' });
  });

  it('a coded problem, an RpcException and a crash become errors; a crash says nothing of its message', async () => {
    app = await serve(room.store);
    expect(await refusal('refuse')).toMatchObject({ code: 'match.not_allowed', ja: expect.any(String), en: expect.any(String) });
    expect(await refusal('rpc')).toEqual({ code: 'out_of_tea' });
    const crash = await refusal('crash');
    expect(crash).toMatchObject({ code: 'request.failed' });
    expect(JSON.stringify(crash)).not.toContain('秘密');
  });

  it('an unknown pattern is refused with a code', async () => {
    app = await serve(room.store);
    expect(await refusal('no.such.pattern')).toMatchObject({ code: 'unknown_pattern' });
  });

  it('a request without a server ends by the time-out of its asker', async () => {
    await expect(lastValueFrom(client.send('greet', { name: 'x' }).pipe(timeout(300)))).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('a request sent while the server is down is answered when it is back', async () => {
    const answer = ask('greet', { name: '太郎' });
    await waitFor('the request waits', async () => (await waiting(room.store)) === 1);
    app = await serve(room.store);
    expect(await answer).toEqual({ text: 'こんにちは、太郎さん' });
  });

  it('events sent while the server is down are all heard once when it is back', async () => {
    for (let number = 0; number < 10; number++) await firstValueFrom(client.emit('happened', { number }), { defaultValue: undefined });
    app = await serve(room.store);
    await waitFor('ten events', () => heard.length === 10);
    expect(heard.map((event) => (event as { number: number }).number).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('an event whose handler fails is delivered again', async () => {
    app = await serve(room.store);
    await firstValueFrom(client.emit('stubborn', { a: 1 }), { defaultValue: undefined });
    await waitFor('the third delivery works', () => heard.length === 1);
    expect(eventFailures).toBe(3);
  });

  it('a request past its time is refused as expired', async () => {
    const impatient = connect(room.store, { expiresInMs: 1 });
    const error = lastValueFrom(impatient.send('greet', { name: 'x' }).pipe(timeout(15_000))).catch((cause: unknown) => cause);
    await waitFor('the request waits', async () => (await waiting(room.store)) === 1);
    app = await serve(room.store);
    expect(await error).toMatchObject({ code: 'expired' });
    await impatient.close();
  });

  it('a record carries the id, the priority and the deadline of a request', async () => {
    const [late, first, expired] = [
      ask('who', new BullRecord({}, { id: 'mine', priority: 5 })), ask('who', new BullRecord({}, { id: 'sooner' })),
      refusal('who', new BullRecord({}, { deadline: new Date(Date.now() - 1) })),
    ];
    await waitFor('three requests wait', async () => (await waiting(room.store)) === 3);
    app = await serve(room.store);
    expect(await late).toMatchObject({ id: 'mine' });
    expect(await first).toMatchObject({ id: 'sooner' });
    expect(await expired).toMatchObject({ code: 'expired' });
  });

  it('each of two clients gets its own answers', async () => {
    app = await serve(room.store);
    const other = connect(room.store);
    const names = Array.from({ length: 10 }, (_, number) => `n${number}`);
    const answers = await Promise.all(names.map((name, number) => lastValueFrom((number % 2 ? client : other).send('greet', { name }).pipe(timeout(15_000)))));
    expect(answers).toEqual(names.map((name) => ({ text: `こんにちは、${name}さん` })));
    await other.close();
  });

  it('what another language adds by hand is answered on `results`; a malformed message with a code, and the server lives on', async () => {
    app = await serve(room.store);
    const requests = openQueue(room.store, 'requests', {}, () => undefined);
    const results: Record<string, unknown>[] = [];
    const reader = openWorker(room.store, RESULTS, async (job) => { results.push(job.data); });
    await requests.add('greet', { id: 'from-python', data: { name: 'py' } });
    await requests.add('greet', ['not', 'an', 'envelope'], { jobId: 'wrong-shape' });
    await requests.add('greet', { id: 'wrong-queue', data: {}, replyTo: '../elsewhere' });
    await requests.add('__proto__', { id: 'wrong-name', data: {} });
    await waitFor('four answers', () => results.length === 4);
    const byId = Object.fromEntries(results.map((result) => [result.id, result]));
    expect(byId['from-python']).toEqual({ version: 1, id: 'from-python', pattern: 'greet', status: 'done', result: { text: 'こんにちは、pyさん' } });
    expect(byId['wrong-shape']).toMatchObject({ status: 'rejected', problem: { code: 'malformed' } });
    expect(byId['wrong-queue']).toMatchObject({ problem: { code: 'malformed' } });
    expect(byId['wrong-name']).toMatchObject({ problem: { code: 'unknown_pattern' } });
    expect(await ask('greet', { name: 'later' })).toEqual({ text: 'こんにちは、laterさん' });
    await reader.close();
    await requests.close();
  });

  it('a request whose server died is answered by the next one, once', async () => {
    let taken = false;
    const dying = openWorker(room.store, 'requests', async () => { taken = true; await new Promise(() => undefined); });
    const answer = ask('greet', { name: '次郎' });
    await waitFor('the first server has it', () => taken);
    await dying.close(true);
    app = await serve(room.store);
    expect(await answer).toEqual({ text: 'こんにちは、次郎さん' });
  });
});

async function waiting(store: QueueStore): Promise<number> {
  const queue = openQueue(store, 'requests', {}, () => undefined);
  const count = await queue.getJobCountByTypes('waiting', 'prioritized');
  await queue.close();
  return count;
}
