import { randomUUID } from 'node:crypto';
import { streamId, type HttpAnswers, type OutsideType } from '@tsunagu/contracts';
import { addWebhook, append, entry, findProposal } from '@tsunagu/storage';
import { jest } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { DeliverWebhooksService, type WebhookTimes } from '../../../apps/event/src/webhooks/deliver-webhooks.service.js';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { finishRun } from '../../helpers/finish-run.js';
import { startReceiver, type Receiver } from '../../helpers/receiver.js';
import { waitFor } from '../../helpers/wait-for.js';

const PAUSE_S = 0.02;
let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let receiver: Receiver;
let deliveries: DeliverWebhooksService;

const process = (times: Partial<WebhookTimes> = {}): DeliverWebhooksService => new DeliverWebhooksService(app.database, app.settings, { everyMs: 1, answerMs: 400, turnMs: 1_000, pausesS: [PAUSE_S, PAUSE_S, PAUSE_S], ...times });
beforeAll(async () => {
  app = await startTestEventApp({ WEBHOOK_ALLOW: '127.0.0.1' });
  // these tests say themselves when a round is due
  await app.app.get(DeliverWebhooksService).beforeApplicationShutdown();
  organiser = await app.organiser('aya');
});
beforeEach(async () => {
  receiver = await startReceiver();
  event = await makeEvent(organiser);
  deliveries = process();
});
afterEach(() => receiver.close());
afterAll(() => app.close());

const add = async (fields: { types?: OutsideType[]; url?: string } = {}): Promise<HttpAnswers['addWebhook']> => {
  const { status, body, problem } = await organiser.call('addWebhook', { eventId: event.id }, { url: receiver.url, ...fields });
  if (status !== 201) throw new Error(problem.code);
  return body;
};
const happen = (type: 'team.dissolved' | 'participant.erased', name: string): Promise<unknown> => app.database.transaction((tx) => append(tx, event.id, [
  entry({ stream: streamId('outside', event.id), type, about: [], payload: () => (type === 'team.dissolved' ? { team: name } : { participant: name }) as never }),
]));
const view = async (id: string): Promise<HttpAnswers['listWebhooks']['webhooks'][number]> =>
  (await organiser.call('listWebhooks', { eventId: event.id })).body.webhooks.find((webhook) => webhook.id === id)!;
/** Rounds until what is asked for is there: retries come when they are due. */
const until = (what: string, look: () => unknown): Promise<unknown> => waitFor(what, async () => { await deliveries.round(); return look(); });

describe('feature 86: webhooks on changes', () => {
  it('tell what happens, signed as Standard Webhooks defines, in order, from the moment they were set up', async () => {
    await happen('team.dissolved', 'before');
    const { secret, webhook } = await add();
    for (const name of ['t1', 't2', 't3']) await happen('team.dissolved', name);
    await deliveries.round();
    expect(receiver.received.map(({ json }) => [json.seq, json.data])).toEqual([[2, { team: 't1' }], [3, { team: 't2' }], [4, { team: 't3' }]]);
    const [{ body, headers, json }] = receiver.received;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(json);
    expect(() => new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(body, headers as Record<string, string>)).toThrow(/signature/i);
    expect(headers['webhook-id']).toBe(`${event.id}-2`);
    expect(await view(webhook.id)).toMatchObject({ running: true, failures: 0, waiting: 0, delivered: 4, lastOutcome: 'delivered' });
  });

  it('alone, without a service of the event, tell of teams as they are published and changed', async () => {
    const people = [await join(app, event.joinCode), await join(app, event.joinCode)];
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map(({ id }) => id), here: true });
    const { body: { proposalId } } = await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 2 } });
    const teamId = randomUUID();
    await finishRun(app.database, { eventId: event.id, proposalId }, [{ id: teamId, name: '青', members: people.map(({ id }) => id) }]);
    const { version } = (await findProposal(app.database.reader, event.id, proposalId))!;
    await add({ types: ['team.published', 'team.changed'] });
    expect((await organiser.call('publish', { eventId: event.id, proposalId }, { version })).status).toBe(200);
    await organiser.call('freeSeat', { eventId: event.id, participantId: people[0].id });
    await until('both to be told', () => receiver.received.length === 2);
    expect(receiver.received.map(({ json: { type, data } }) => [type, data!.team, (data!.members as string[]).length])).toEqual([['team.published', teamId, 2], ['team.changed', teamId, 1]]);
    expect(receiver.received.map(({ body }) => body).join()).not.toMatch(new RegExp(people.map(({ id }) => id).join('|')));
  });

  it('send only the types that were asked for', async () => {
    await add({ types: ['participant.erased'] });
    await happen('team.dissolved', 't1');
    await happen('participant.erased', 'p1');
    await deliveries.round();
    expect(receiver.received.map(({ json }) => json.type)).toEqual(['participant.erased']);
  });

  it('run by themselves in the service', async () => {
    await add();
    await happen('team.dissolved', 't1');
    const running = process();
    running.onApplicationBootstrap();
    await waitFor('it arrives', () => receiver.received.length === 1);
    await running.beforeApplicationShutdown();
  });

  describe('of a process that runs', () => {
    let running: DeliverWebhooksService;
    let slow: Receiver;
    beforeEach(async () => { slow = await startReceiver(); });
    /** One letter for a webhook of another event whose receiver is quick. */
    const quickly = async (): Promise<void> => {
      event = await makeEvent(organiser);
      await add();
      await happen('team.dissolved', 'quick');
      await waitFor('the quick receiver to be told', () => receiver.received.length === 1);
    };
    const run = (times: Partial<WebhookTimes>): void => { (running = process(times)).onApplicationBootstrap(); };
    afterEach(async () => {
      await slow.close();
      await running.beforeApplicationShutdown();
      await app.database.reader.query('DELETE FROM webhook');
    });

    it('a receiver that does not answer holds up no other', async () => {
      slow.answer = null;
      const { webhook } = await add({ url: slow.url });
      await happen('team.dissolved', 't1');
      const at = event.id;
      run({ answerMs: 60_000 });
      await waitFor('the slow receiver to be asked', () => slow.received.length === 1);
      await quickly();
      expect((await organiser.call('listDeliveries', { eventId: at, webhookId: webhook.id })).body.deliveries).toEqual([]);
    });

    it('those that take all places give them up in turn, long before they have told everything', async () => {
      const [WEBHOOKS, LETTERS] = [20, 50];
      for (let i = 0; i < WEBHOOKS; i++) await addWebhook(app.database.reader, event.id, { url: slow.url, types: ['team.dissolved'] });
      for (let i = 0; i < LETTERS; i++) await happen('team.dissolved', `t${i}`);
      run({ turnMs: 0 });
      await waitFor('all places to be taken', () => slow.received.length >= WEBHOOKS);
      await quickly();
      expect(slow.received.length).toBeLessThan(WEBHOOKS * LETTERS / 2);
    });
  });

  it('an address that has been replaced while it answered is no longer asked whether the webhook goes on', async () => {
    const { webhook } = await add();
    await happen('team.dissolved', 't1');
    const other = await startReceiver();
    jest.spyOn(deliveries, 'send').mockImplementationOnce(async () => {
      await organiser.call('changeWebhook', { eventId: event.id, webhookId: webhook.id }, { url: other.url, version: webhook.version });
      return { outcome: 'refused', status: 410, tookMs: 1 };
    });
    await deliveries.round();
    expect(await view(webhook.id)).toMatchObject({ running: true, stoppedBecause: null, failures: 0 });
    await until('the new address to be told', () => other.received.length === 1);
    await other.close();
  });

  it('a receiver that was away gets everything once it is back, in order; later events wait behind the one that failed', async () => {
    const { webhook } = await add();
    receiver.answer = { status: 503 };
    await happen('team.dissolved', 't1');
    await happen('team.dissolved', 't2');
    await deliveries.round();
    expect(receiver.received.map(({ json }) => json.data)).toEqual([{ team: 't1' }]);
    expect(await view(webhook.id)).toMatchObject({ failures: 1, waiting: 2, lastOutcome: 'refused', nextTryAt: expect.any(String) });
    receiver.answer = { status: 200 };
    await until('both arrive', () => receiver.received.length === 3);
    expect(receiver.received.map(({ json }) => json.seq)).toEqual([1, 1, 2]);
    expect(receiver.received[0].headers['webhook-id']).toBe(receiver.received[1].headers['webhook-id']);
    expect(await view(webhook.id)).toMatchObject({ failures: 0, waiting: 0 });
  });

  it('each attempt is logged with its outcome, in pages, without what was sent', async () => {
    const { webhook, secret } = await add();
    receiver.answer = { status: 500 };
    await happen('team.dissolved', 'very-secret-team');
    await deliveries.round();
    receiver.answer = { status: 204 };
    await until('it arrives', async () => (await view(webhook.id)).waiting === 0);
    const first = (await organiser.call('listDeliveries', { eventId: event.id, webhookId: webhook.id })).body;
    expect(first.deliveries).toEqual([expect.objectContaining({ seq: 1, attempt: 2, status: 204, outcome: 'delivered' }), expect.objectContaining({ seq: 1, attempt: 1, status: 500, outcome: 'refused' })]);
    expect(JSON.stringify(first)).not.toMatch(new RegExp(`very-secret-team|${secret}`));
    const path = `/api/v1/events/${event.id}/webhooks/${webhook.id}/deliveries?limit=1`;
    const page = (await organiser.send('listDeliveries', path, undefined)).body;
    expect(page.deliveries).toEqual([first.deliveries[0]]);
    expect((await organiser.send('listDeliveries', `${path}&cursor=${page.next}`, undefined)).body.deliveries).toEqual([first.deliveries[1]]);
  });

  it('a receiver that keeps failing stops the webhook, visibly; resumed, it goes on where it stopped', async () => {
    const { webhook } = await add();
    receiver.answer = { status: 500 };
    await happen('team.dissolved', 't1');
    await until('it stops', async () => !(await view(webhook.id)).running);
    expect(await view(webhook.id)).toMatchObject({ stoppedBecause: 'failing', failures: 4, waiting: 1 });
    const before = receiver.received.length;
    await deliveries.round();
    expect(receiver.received).toHaveLength(before);
    receiver.answer = { status: 200 };
    const { status } = await organiser.call('changeWebhook', { eventId: event.id, webhookId: webhook.id }, { running: true, version: webhook.version });
    expect(status).toBe(200);
    await deliveries.round();
    expect(receiver.received.at(-1)!.json.data).toEqual({ team: 't1' });
    expect(await view(webhook.id)).toMatchObject({ running: true, waiting: 0, failures: 0 });
  });

  it('410 Gone ends it at once', async () => {
    const { webhook } = await add();
    receiver.answer = { status: 410 };
    await happen('team.dissolved', 't1');
    await deliveries.round();
    expect(await view(webhook.id)).toMatchObject({ running: false, stoppedBecause: 'gone', nextTryAt: null });
  });

  it('silence is a failure after the time to answer', async () => {
    const { webhook } = await add();
    receiver.answer = null;
    await happen('team.dissolved', 't1');
    await deliveries.round();
    expect(await view(webhook.id)).toMatchObject({ failures: 1, lastOutcome: 'timeout' });
  });

  it('a redirect is not followed', async () => {
    const other = await startReceiver();
    const { webhook } = await add();
    receiver.answer = { status: 302, headers: { location: other.url } };
    await happen('team.dissolved', 't1');
    await deliveries.round();
    expect(await view(webhook.id)).toMatchObject({ failures: 1, lastOutcome: 'refused' });
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('two processes deliver once; what one that was killed had in hand another delivers', async () => {
    const { webhook } = await add();
    await happen('team.dissolved', 't1');
    await Promise.all([process().round(), process().round(), deliveries.round()]);
    expect(receiver.received).toHaveLength(1);
    await happen('team.dissolved', 't2');
    await app.database.reader.query("UPDATE webhook SET leased_until = now() + interval '1 hour' WHERE id = $1", [webhook.id]);
    await deliveries.round();
    expect(receiver.received).toHaveLength(1);
    await app.database.reader.query("UPDATE webhook SET leased_until = now() - interval '1 second' WHERE id = $1", [webhook.id]);
    await deliveries.round();
    expect(receiver.received).toHaveLength(2);
  });

  it('a test goes out at once and says how it went', async () => {
    const { webhook, secret } = await add();
    expect((await organiser.call('pingWebhook', { eventId: event.id, webhookId: webhook.id })).body).toMatchObject({ outcome: 'delivered', status: 204 });
    const [{ body, headers, json }] = receiver.received;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ type: 'ping', eventId: event.id });
    expect(json.seq).toBeUndefined();
    await receiver.close();
    expect((await organiser.call('pingWebhook', { eventId: event.id, webhookId: webhook.id })).body).toMatchObject({ outcome: 'unreachable', status: null });
    receiver = await startReceiver();
  });

  it('an address that was taken into a private network after it was set up is not called', async () => {
    const { webhook } = await add();
    await happen('team.dissolved', 't1');
    const strict = new DeliverWebhooksService(app.database, { ...app.settings, WEBHOOK_ALLOW: '' }, { everyMs: 1, answerMs: 400, turnMs: 1_000, pausesS: [1] });
    await strict.round();
    expect(receiver.received).toEqual([]);
    expect(await view(webhook.id)).toMatchObject({ failures: 1, lastOutcome: 'address_refused' });
  });

  it('the secret is shown once, kept in no answer, and can be renewed', async () => {
    const { status, body } = await organiser.call('addWebhook', { eventId: event.id }, { url: receiver.url }, { 'idempotency-key': 'add-a-webhook' });
    expect([status, body.secret]).toEqual([201, expect.stringMatching(/^whsec_[A-Za-z0-9+/=]{44}$/)]);
    const answers = JSON.stringify([await app.database.reader.query('SELECT answer FROM answered_request'), (await organiser.call('listWebhooks', { eventId: event.id })).body]);
    expect(answers).not.toContain(body.secret);
    const renewed = (await organiser.call('renewWebhookSecret', { eventId: event.id, webhookId: body.webhook.id })).body;
    await happen('team.dissolved', 't1');
    await deliveries.round();
    const [{ body: sent, headers }] = receiver.received;
    expect(() => new Webhook(body.secret).verify(sent, headers as Record<string, string>)).toThrow(/signature/i);
    expect(new Webhook(renewed.secret).verify(sent, headers as Record<string, string>)).toBeTruthy();
  });

  it("an edit of an older version is refused with the present one; with If-Match by 412", async () => {
    const { webhook } = await add();
    const at = { eventId: event.id, webhookId: webhook.id };
    const changed = await organiser.call('changeWebhook', at, { types: ['team.changed'], version: webhook.version });
    expect(changed.headers.get('etag')).toBe(`"${changed.body.version}"`);
    expect((await organiser.call('changeWebhook', at, { running: false, version: webhook.version })).problem).toMatchObject({ code: 'edit.conflict', current: { types: ['team.changed'] } });
    const path = `/api/v1/events/${event.id}/webhooks/${webhook.id}`;
    expect(await organiser.send('changeWebhook', path, '{"running":false}', { 'if-match': `"${webhook.version}"` })).toMatchObject({ status: 412, problem: { code: 'edit.outdated', current: { types: ['team.changed'] } } });
    expect(await organiser.send('changeWebhook', path, '{"running":false}', { 'if-match': `"${changed.body.version}"` })).toMatchObject({ status: 200, body: { running: false, stoppedBecause: 'organiser' } });
  });

  it('removed, it is told nothing more, and its event writes nothing for it', async () => {
    const { webhook } = await add();
    await organiser.call('removeWebhook', { eventId: event.id, webhookId: webhook.id });
    await happen('team.dissolved', 't1');
    await deliveries.round();
    expect(receiver.received).toEqual([]);
    const [row] = await app.database.reader.query("SELECT (SELECT webhooks FROM event WHERE id = $1), (SELECT count(*)::int FROM position WHERE consumer = $2) AS positions", [event.id, `webhook:${webhook.id}`]);
    expect(row).toEqual({ webhooks: false, positions: 0 });
  });

  it.each([
    ['this machine', 'https://127.0.0.2/x', 'webhook.address_refused'], ['this machine by number', 'https://2130706434/x', 'webhook.address_refused'],
    ['a private network', 'https://192.168.1.20/x', 'webhook.address_refused'], ['a cloud’s metadata', 'https://169.254.169.254/latest', 'webhook.address_refused'], ['IPv6 loopback', 'https://[::1]/x', 'webhook.address_refused'],
    ['a mapped address', 'https://[::ffff:10.0.0.1]/x', 'webhook.address_refused'], ['plain http outside', 'http://93.184.216.34/x', 'webhook.url_invalid'], ['no web address', 'ftp://93.184.216.34/x', 'webhook.url_invalid'],
    ['plain http to a name that nobody knows', 'http://nowhere.invalid/x', 'webhook.url_invalid'],
    ['a name and password in it', 'https://user:secret@93.184.216.34/x', 'webhook.url_invalid'], ['no address at all', 'hello', 'webhook.url_invalid'],
  ])('%s is refused when it is set up', async (_, url, code) => {
    const { status, problem } = await organiser.call('addWebhook', { eventId: event.id }, { url });
    expect([status, problem.errors?.[0]]).toEqual([422, expect.objectContaining({ field: 'url', code })]);
  });
});
