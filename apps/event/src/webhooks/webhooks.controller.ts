import { Controller, Param } from '@nestjs/common';
import type { HttpAnswers, HttpQuery, WebhookView } from '@tsunagu/contracts';
import { AsOrganiser, For, type OrganiserCaller } from '../access/caller.js';
import { Ask, Id, Input, Route, type Body } from '../http/route.js';
import { WebhooksService } from './webhooks.service.js';

@For('organiser')
@Controller('api/v1')
export class WebhooksController {
  constructor(private readonly service: WebhooksService) {}

  @Route('listWebhooks') listWebhooks(@Param('eventId') eventId: string): Promise<HttpAnswers['listWebhooks']> {
    return this.service.list(eventId);
  }

  @Route('addWebhook') addWebhook(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('addWebhook') input: Body<'addWebhook'>): Promise<HttpAnswers['addWebhook']> {
    return this.service.add(organiser, eventId, input);
  }

  @Route('changeWebhook') changeWebhook(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('webhookId', Id) id: string, @Input('changeWebhook') patch: Body<'changeWebhook'>): Promise<WebhookView> {
    return this.service.change(organiser, eventId, id, patch);
  }

  @Route('renewWebhookSecret') renewWebhookSecret(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('webhookId', Id) id: string): Promise<HttpAnswers['renewWebhookSecret']> {
    return this.service.renewSecret(organiser, eventId, id);
  }

  @Route('removeWebhook') removeWebhook(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('webhookId', Id) id: string): Promise<null> {
    return this.service.remove(organiser, eventId, id);
  }

  @Route('pingWebhook') pingWebhook(@Param('eventId') eventId: string, @Param('webhookId', Id) id: string): Promise<HttpAnswers['pingWebhook']> {
    return this.service.ping(eventId, id);
  }

  @Route('listDeliveries') listDeliveries(@Param('eventId') eventId: string, @Param('webhookId', Id) id: string, @Ask('listDeliveries') page: HttpQuery<'listDeliveries'>): Promise<HttpAnswers['listDeliveries']> {
    return this.service.deliveriesOf(eventId, id, page);
  }
}
