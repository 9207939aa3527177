import { Controller, Header, Param, Res } from '@nestjs/common';
import { httpPath, type HttpAnswers, type HttpQuery, type RequestView } from '@tsunagu/contracts';
import type { Response } from 'express';
import { AsService, For, type ServiceCaller } from '../access/caller.js';
import { Ask, Id, Input, RequestId, Route, type Body } from '../http/route.js';
import { ServiceEventsService } from './service-events.service.js';
import { ServiceRequestsService } from './service-requests.service.js';

const RETRY_SECONDS = '1';

@For('service')
@Controller('api/v1')
export class ServiceController {
  constructor(private readonly requests: ServiceRequestsService, private readonly events: ServiceEventsService) {}

  @Route('submitRequest') @Header('Cache-Control', 'no-store')
  async submitRequest(@AsService() caller: ServiceCaller, @Input('submitRequest') input: Body<'submitRequest'>, @Res({ passthrough: true }) response: Response): Promise<RequestView> {
    response.setHeader('Location', httpPath('readRequest', { requestId: input.id }));
    return this.waiting(response, await this.requests.submit(caller, input));
  }

  @Route('listRequests') listRequests(@AsService() caller: ServiceCaller, @Ask('listRequests') page: HttpQuery<'listRequests'>): Promise<HttpAnswers['listRequests']> {
    return this.requests.list(caller, page);
  }

  @Route('readRequest') @Header('Cache-Control', 'no-store')
  async readRequest(@AsService() caller: ServiceCaller, @Param('requestId', RequestId) id: string, @Res({ passthrough: true }) response: Response): Promise<RequestView> {
    return this.waiting(response, await this.requests.read(caller, id));
  }

  @Route('withdrawRequest') withdrawRequest(@AsService() caller: ServiceCaller, @Param('requestId', RequestId) id: string): Promise<RequestView> {
    return this.requests.withdraw(caller, id);
  }

  @Route('listOpenEvents') listOpenEvents(@AsService() caller: ServiceCaller, @Ask('listOpenEvents') page: HttpQuery<'listOpenEvents'>): Promise<HttpAnswers['listOpenEvents']> {
    return this.events.list(caller, page);
  }

  @Route('readTagsOf') @Header('Cache-Control', 'no-store')
  readTagsOf(@AsService() caller: ServiceCaller, @Param('eventId', Id) eventId: string, @Ask('readTagsOf') page: HttpQuery<'readTagsOf'>): Promise<HttpAnswers['readTagsOf']> {
    return this.events.people(caller, eventId, page);
  }

  @Route('readTeamsOf') @Header('Cache-Control', 'no-store')
  readTeamsOf(@AsService() caller: ServiceCaller, @Param('eventId', Id) eventId: string): Promise<HttpAnswers['readTeamsOf']> {
    return this.events.teams(caller, eventId);
  }

  @Route('readEventsOf') @Header('Cache-Control', 'no-store')
  readEventsOf(@AsService() caller: ServiceCaller, @Param('eventId', Id) eventId: string, @Ask('readEventsOf') since: HttpQuery<'readEventsOf'>): Promise<HttpAnswers['readEventsOf']> {
    return this.events.log(caller, eventId, since);
  }

  /** While there is no result, the answer says when to ask again. */
  private waiting(response: Response, view: RequestView): RequestView {
    if (view.status === 'accepted') response.setHeader('Retry-After', RETRY_SECONDS);
    return view;
  }
}
