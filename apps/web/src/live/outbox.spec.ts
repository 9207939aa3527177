import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ProblemBody } from '@tsunagu/contracts';
import { call, Refusal, Unreachable } from './call.js';
import { Outbox, type OutboxParts } from './outbox.js';

const params = { eventId: 'e', tagId: 't' };
const refusal = (status: number, code: string): Refusal => new Refusal({ status, code } as ProblemBody, undefined);
type Sent = { name: string; key?: string };

/** What this browser keeps, by name, as all its tabs see it. */
let kept: Record<string, string>;
let full: boolean;
/** what each tab does when another one has changed what is kept */
let told: Set<(event?: Partial<StorageEvent>) => void>;
beforeEach(() => {
  full = false;
  told = new Set();
  kept = Object.create({
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => { if (full) throw new Error('full'); kept[name] = value; },
    removeItem: (name: string) => { delete kept[name]; },
  }) as typeof kept;
  Object.assign(globalThis, { localStorage: kept, addEventListener: (_: string, tell: () => void) => told.add(tell), removeEventListener: (_: string, tell: () => void) => told.delete(tell) });
});
afterEach(() => { for (const name of ['localStorage', 'addEventListener', 'removeEventListener']) delete (globalThis as Record<string, unknown>)[name]; });
const waiting = () => Object.keys(kept).filter((name) => name.startsWith('o.'));

/** A service that answers in the order given; once these are used up, with null. */
function service(...answers: (() => unknown)[]) {
  const sent: Sent[] = [];
  const callService = jest.fn(async (name: string, request: { key?: string }) => {
    sent.push({ name, key: request.key });
    return (answers.shift() ?? (() => null))();
  }) as unknown as typeof call;
  return { sent, callService };
}
const fail = (error: unknown) => () => { throw error; };
const silent = () => service(() => new Promise(() => {}));
function outboxWith(callService: typeof call, onRefused: OutboxParts['onRefused'] = () => {}, { me = 'mine', pause = async () => {} }: { me?: string; pause?: OutboxParts['pause'] } = {}) {
  const outbox = new Outbox({ keptAs: 'o', onRefused, callService, pause, settleMs: 0 });
  if (me) outbox.belongTo(me);
  return outbox;
}
/** A tab without a network: `wake` is the end of its pause. */
function offline(answer: () => unknown = () => null) {
  let wake!: () => void;
  const { sent, callService } = service(fail(new Unreachable()), answer);
  const outbox = outboxWith(callService, undefined, { pause: () => new Promise((resolve) => { wake = resolve; }) });
  return { sent, outbox, wake: async () => { wake(); await settled(); } };
}
const settled = () => new Promise((resolve) => { setImmediate(resolve); });
const removeTag = { params, body: { removed: true } };

describe('the outbox', () => {
  it('sends again with the same key until the service answers', async () => {
    const { sent, callService } = service(fail(new Unreachable()), fail(refusal(503, 'store.unavailable')), () => null);
    await outboxWith(callService).send('changeTag', { params, body: { removed: true } });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it('sends changes one after the other, in the order in which they were made', async () => {
    const { sent, callService } = service(fail(new Unreachable()));
    const outbox = outboxWith(callService);
    await Promise.all([outbox.send('changeTag', { params, body: { removed: true } }), outbox.send('addTag', { params, body: { label: '料理', kind: 'skill' } })]);
    expect(sent.map(({ name }) => name)).toEqual(['changeTag', 'changeTag', 'addTag']);
  });

  it('tells what the service refuses, and goes on with the next', async () => {
    const { sent, callService } = service(fail(refusal(409, 'tag.duplicate')));
    const onRefused = jest.fn<OutboxParts['onRefused']>();
    const outbox = outboxWith(callService, onRefused);
    const first = outbox.send('addTag', { params, body: { label: '料理', kind: 'skill' } });
    const second = outbox.send('changeTag', { params, body: { hidden: true } });
    expect([await first, await second]).toEqual([undefined, null]);
    expect(onRefused.mock.calls).toEqual([[expect.objectContaining({ body: { status: 409, code: 'tag.duplicate' } }), [expect.objectContaining({ name: 'addTag' })]]]);
    expect(sent.map(({ name }) => name)).toEqual(['addTag', 'changeTag']);
  });

  it('refuses with a conflict also what was made on top of it, and nothing else', async () => {
    const { sent, callService } = service(fail(refusal(409, 'edit.conflict')));
    const onRefused = jest.fn<OutboxParts['onRefused']>();
    const outbox = outboxWith(callService, onRefused);
    const write = (text: string, basedOn: number) => outbox.send('writeIntroduction', { params, body: { text, shown: true, basedOn } });
    expect(await Promise.all([write('一つ目', 1), outbox.send('changeTag', { params, body: { hidden: true } }), write('二つ目', 2)])).toEqual([undefined, null, undefined]);
    expect(sent.map(({ name }) => name)).toEqual(['writeIntroduction', 'changeTag']);
    expect(onRefused.mock.calls[0]![1].map(({ body }) => body)).toMatchObject([{ text: '一つ目' }, { text: '二つ目' }]);
  });

  it('keeps what waits over a reload, and sends it then with its old key', async () => {
    void outboxWith(silent().callService).send('changeTag', removeTag);
    const { key } = JSON.parse(kept[waiting()[0]!]!) as { key: string };
    const reloaded = service();
    const after = outboxWith(reloaded.callService);
    await after.send('addTag', { params, body: { label: '料理', kind: 'skill' } });
    expect(reloaded.sent.map((one) => one.name)).toEqual(['changeTag', 'addTag']);
    expect(reloaded.sent[0]!.key).toBe(key);
    expect(waiting()).toEqual([]);
  });

  it('keeps the changes of two tabs, and sends them after a reload in the order in which they were made', async () => {
    const tabs = [outboxWith(silent().callService), outboxWith(silent().callService)];
    const clock = jest.spyOn(Date, 'now');
    const order = ['0', '1', '2', '3', '4', '5'];
    for (const tagId of order) {
      clock.mockReturnValue(Number(tagId));
      void tabs[Number(tagId) % 2]!.send('changeTag', { params: { ...params, tagId }, body: {} });
    }
    clock.mockRestore();
    expect(outboxWith(silent().callService).read().map((item) => item.params.tagId)).toEqual(order);
  });

  it('does not send what another tab has sent or forgotten meanwhile, and shows it no longer', async () => {
    const { sent, outbox, wake } = offline();
    const close = outbox.subscribe(() => {});
    const answers = Promise.all([outbox.send('changeTag', removeTag), outbox.send('setFree', { params: { eventId: 'e' }, body: { free: true } })]);
    await settled();
    for (const name of waiting()) delete kept[name];
    for (const tell of told) tell();
    expect(outbox.read().map((item) => item.sent)).toEqual([true, true]);
    await wake();
    expect(await answers).toEqual([null, null]);
    while (outbox.read().length > 0) await settled();
    expect(sent).toHaveLength(1);
    close();
    expect(told.size).toBe(0);
  });

  it('takes for refused what another tab was refused, and nothing else', async () => {
    const { outbox } = offline();
    outbox.subscribe(() => {});
    const answers = Promise.all([outbox.send('changeTag', removeTag), outbox.send('setFree', { params: { eventId: 'e' }, body: { free: true } })]);
    await settled();
    const [refused, sent] = waiting();
    const changes: { key: string; newValue: string | null; oldValue: string | null }[] = [];
    const { setItem, removeItem } = kept as unknown as Storage;
    Object.assign(Object.getPrototypeOf(kept) as object, {
      setItem: (key: string, newValue: string) => { changes.push({ key, newValue, oldValue: kept[key] ?? null }); setItem(key, newValue); },
      removeItem: (key: string) => { changes.push({ key, newValue: null, oldValue: kept[key] ?? null }); removeItem(key); },
    });
    const elsewhere = outboxWith(service(fail(refusal(409, 'tag.duplicate'))).callService);
    while (elsewhere.read().some((item) => !item.sent)) await settled();
    for (const change of changes.filter(({ key }) => key === refused || key === sent)) for (const tell of told) tell(change);
    expect(await answers).toEqual([undefined, null]);
  });

  it('looks itself before it sends again: a page that slept was told nothing', async () => {
    const { sent, outbox, wake } = offline();
    void outbox.send('changeTag', removeTag);
    await settled();
    for (const name of waiting()) delete kept[name];
    await wake();
    expect(sent).toHaveLength(1);
  });

  it('gives what is just being sent its answer, although another tab was quicker', async () => {
    let answer!: (value: string) => void;
    const outbox = outboxWith(service(() => new Promise((resolve) => { answer = resolve; })).callService);
    outbox.subscribe(() => {});
    const answered = outbox.send('changeTag', removeTag);
    for (const name of waiting()) delete kept[name];
    for (const tell of told) tell();
    answer('here');
    expect(await answered).toBe('here');
  });

  it('sends also what a full memory does not keep', async () => {
    full = true;
    const { sent, outbox, wake } = offline(() => 'here');
    const answered = outbox.send('changeTag', removeTag);
    await settled();
    await wake();
    expect([sent.length, await answered]).toEqual([2, 'here']);
  });

  it('sends nothing before it is known whose browser this is, and nothing that somebody else has left waiting', async () => {
    void outboxWith(silent().callService, undefined, { me: 'one' }).send('changeTag', removeTag);
    const { sent, callService } = service();
    const outbox = outboxWith(callService, undefined, { me: '' });
    await settled();
    expect([sent.length, outbox.read().length]).toEqual([0, 1]);
    outbox.belongTo('another');
    expect([sent.length, outbox.read().length, waiting()]).toEqual([0, 0, []]);
    outbox.belongTo('one');
    await settled();
    expect(sent).toEqual([]);
  });

  it('sends nothing more in a page that still shows somebody, once this browser is somebody else’s', async () => {
    const { sent, outbox, wake } = offline();
    void outbox.send('changeTag', removeTag);
    await settled();
    outboxWith(silent().callService, undefined, { me: 'another' });
    expect(await Promise.all([outbox.send('setFree', { params: { eventId: 'e' }, body: { free: true } }), wake()])).toEqual([undefined, undefined]);
    expect(sent).toHaveLength(1);
  });

  it('tells a refusal of a change from before a reload', async () => {
    kept['o.k'] = JSON.stringify({ key: 'k', by: 'mine', at: 1, name: 'changeTag', params, body: {}, sent: false });
    const refused = await new Promise<unknown>((resolve) => { outboxWith(service(fail(refusal(404, 'request.not_found'))).callService, (error) => resolve(error)); });
    expect(refused).toMatchObject({ body: { code: 'request.not_found' } });
  });
});
