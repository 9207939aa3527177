import { Injectable } from '@nestjs/common';
import { MESSAGE_VERSION, Problem, fieldProblem, WEBHOOKS_PER_EVENT, type HttpAnswers, type HttpQuery, type ProblemCode, type WebhookInput, type WebhookPatch, type WebhookView } from '@tsunagu/contracts';
import { addWebhook, audit, changeWebhook, countWebhooks, Database, findWebhook, listDeliveries, listWebhooks, lockEvent, readWebhook, removeWebhook, renewWebhookSecret, type Transaction, type WebhookRow } from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { nextOf } from '../http/next-of.js';
import { DeliverWebhooksService } from './deliver-webhooks.service.js';
import { mayBeCalled } from './send-webhook.js';

const wrongUrl = (code: ProblemCode): Problem => new Problem('request.invalid', { errors: [fieldProblem('url', code)] });

/** Addresses outside that organisers have their event's changes sent to. */
@Injectable()
export class WebhooksService {
  constructor(private readonly database: Database, private readonly deliveries: DeliverWebhooksService) {}

  async list(eventId: string): Promise<HttpAnswers['listWebhooks']> {
    return { webhooks: await listWebhooks(this.database.reader, eventId) };
  }

  /** @throws Problem webhook.too_many, webhook.url_invalid, webhook.address_refused */
  async add(organiser: OrganiserCaller, eventId: string, input: WebhookInput): Promise<HttpAnswers['addWebhook']> {
    await this.checkUrl(input.url);
    return this.database.transaction(async (tx) => {
      await lockEvent(tx, eventId);
      if (await countWebhooks(tx, eventId) >= WEBHOOKS_PER_EVENT) throw new Problem('webhook.too_many', { values: { limit: WEBHOOKS_PER_EVENT } });
      const { id, secret } = await addWebhook(tx, eventId, input);
      await audit(tx, { eventId, actor: organiser.login, action: 'webhook.added', subject: id });
      return { webhook: (await readWebhook(tx, eventId, id))!, secret };
    });
  }

  /** @throws Problem edit.conflict with the present state */
  async change(organiser: OrganiserCaller, eventId: string, id: string, { version, ...fields }: WebhookPatch): Promise<WebhookView> {
    if (fields.url !== undefined) await this.checkUrl(fields.url);
    return this.database.transaction(async (tx) => {
      await this.find(tx, eventId, id);
      if (!await changeWebhook(tx, { id, version }, fields)) throw new Problem('edit.conflict', { current: await readWebhook(tx, eventId, id) });
      await audit(tx, { eventId, actor: organiser.login, action: 'webhook.changed', subject: id, detail: { fields: Object.keys(fields) } });
      return (await readWebhook(tx, eventId, id))!;
    });
  }

  async renewSecret(organiser: OrganiserCaller, eventId: string, id: string): Promise<HttpAnswers['renewWebhookSecret']> {
    return this.database.transaction(async (tx) => {
      await this.find(tx, eventId, id);
      const secret = await renewWebhookSecret(tx, id);
      await audit(tx, { eventId, actor: organiser.login, action: 'webhook.secret_renewed', subject: id });
      return { webhook: (await readWebhook(tx, eventId, id))!, secret };
    });
  }

  async remove(organiser: OrganiserCaller, eventId: string, id: string): Promise<null> {
    return this.database.transaction(async (tx) => {
      await lockEvent(tx, eventId);
      await this.find(tx, eventId, id);
      await removeWebhook(tx, eventId, id);
      await audit(tx, { eventId, actor: organiser.login, action: 'webhook.removed', subject: id });
      return null;
    });
  }

  /** Sends a test at once, and says how it went. */
  async ping(eventId: string, id: string): Promise<HttpAnswers['pingWebhook']> {
    const webhook = await this.find(this.database.reader, eventId, id);
    const at = new Date();
    return this.deliveries.send(webhook, { id: `${id}-ping-${at.getTime()}`, seq: null, type: 'ping', attempt: 1 }, { version: MESSAGE_VERSION, type: 'ping', eventId, at: at.toISOString() });
  }

  async deliveriesOf(eventId: string, id: string, page: HttpQuery<'listDeliveries'>): Promise<HttpAnswers['listDeliveries']> {
    await this.find(this.database.reader, eventId, id);
    const deliveries = await listDeliveries(this.database.reader, id, page);
    return { deliveries, next: nextOf(deliveries, page.limit) };
  }

  private async find(tx: Transaction, eventId: string, id: string): Promise<WebhookRow> {
    const webhook = await findWebhook(tx, eventId, id);
    if (!webhook) throw new Problem('request.not_found');
    return webhook;
  }

  private async checkUrl(address: string): Promise<void> {
    const url = new URL(address);
    if (url.username || url.password || url.hash) throw wrongUrl('webhook.url_invalid');
    if (!await mayBeCalled(address, this.deliveries.allowed)) throw wrongUrl(url.protocol === 'https:' ? 'webhook.address_refused' : 'webhook.url_invalid');
  }
}
