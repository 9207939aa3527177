import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ProblemBody } from '@tsunagu/contracts';
import { call, Refusal, Unreachable } from './call.js';
import { Outbox, type OutboxParts } from './outbox.js';

const params = { eventId: 'e', tagId: 't' };
const refusal = (status: number, code: string): Refusal => new Refusal({ status, code } as ProblemBody, undefined);
type Sent = { name: string; key?: string };

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  Object.assign(globalThis, { localStorage: { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) } });
});
afterEach(() => { delete (globalThis as { localStorage?: unknown }).localStorage; });

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
const outboxWith = (callService: typeof call, onRefused: OutboxParts['onRefused'] = () => {}) => new Outbox({ keptAs: 'o', onRefused, callService, pause: async () => {}, settleMs: 0 });

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
    const never = service(() => new Promise(() => {}));
    void outboxWith(never.callService).send('changeTag', { params, body: { removed: true } });
    const [{ key }] = JSON.parse(kept.get('o')!) as [{ key: string }];
    const reloaded = service();
    const after = outboxWith(reloaded.callService);
    await after.send('addTag', { params, body: { label: '料理', kind: 'skill' } });
    expect(reloaded.sent.map((one) => one.name)).toEqual(['changeTag', 'addTag']);
    expect(reloaded.sent[0]!.key).toBe(key);
    expect(kept.has('o')).toBe(false);
  });

  it('tells a refusal of a change from before a reload', async () => {
    kept.set('o', JSON.stringify([{ key: 'k', name: 'changeTag', params, body: {}, sent: false }]));
    const refused = await new Promise<unknown>((resolve) => { outboxWith(service(fail(refusal(404, 'request.not_found'))).callService, (error) => resolve(error)); });
    expect(refused).toMatchObject({ body: { code: 'request.not_found' } });
  });
});
