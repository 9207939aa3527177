import { Controller, Param } from '@nestjs/common';
import { For, Me, type ParticipantCaller } from '../access/caller.js';
import { Id, Route } from '../http/route.js';
import { HellosService } from './hellos.service.js';

@For('participant')
@Controller('api/v1')
export class HellosController {
  constructor(private readonly service: HellosService) {}

  @Route('sayHello') sayHello(@Me() me: ParticipantCaller, @Param('participantId', Id) toId: string): Promise<{ mutual: boolean }> {
    return this.service.say(me, toId);
  }

  @Route('takeHelloBack') takeHelloBack(@Me() me: ParticipantCaller, @Param('participantId', Id) toId: string): Promise<null> {
    return this.service.takeBack(me, toId);
  }
}
