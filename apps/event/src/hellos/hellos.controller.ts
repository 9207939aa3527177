import { Controller, Param } from '@nestjs/common';
import { For, Me, type ParticipantCaller } from '../access/caller.js';
import { Id, Input, Route, type Body } from '../http/route.js';
import { AcquaintancesService } from './acquaintances.service.js';
import { HellosService } from './hellos.service.js';
import { MeetingService } from './meeting.service.js';

@For('participant')
@Controller('api/v1')
export class HellosController {
  constructor(private readonly service: HellosService, private readonly meeting: MeetingService, private readonly acquaintances: AcquaintancesService) {}

  @Route('sayHello') sayHello(@Me() me: ParticipantCaller, @Param('participantId', Id) toId: string): Promise<{ mutual: boolean }> {
    return this.service.say(me, toId);
  }

  @Route('sayKnown') sayKnown(@Me() me: ParticipantCaller, @Param('participantId', Id) otherId: string): Promise<null> {
    return this.acquaintances.say(me, otherId);
  }

  @Route('takeKnownBack') takeKnownBack(@Me() me: ParticipantCaller, @Param('participantId', Id) otherId: string): Promise<null> {
    return this.acquaintances.takeBack(me, otherId);
  }

  @Route('takeHelloBack') takeHelloBack(@Me() me: ParticipantCaller, @Param('participantId', Id) toId: string): Promise<null> {
    return this.service.takeBack(me, toId);
  }

  @Route('setFree') setFree(@Me() me: ParticipantCaller, @Input('setFree') input: Body<'setFree'>): Promise<null> {
    return this.meeting.setFree(me, input);
  }

  @Route('avoid') avoid(@Me() me: ParticipantCaller, @Param('participantId', Id) id: string, @Input('avoid') { report }: Body<'avoid'>): Promise<null> {
    return this.meeting.avoid(me, id, report);
  }

  @Route('stopAvoiding') stopAvoiding(@Me() me: ParticipantCaller, @Param('participantId', Id) id: string): Promise<null> {
    return this.meeting.stopAvoiding(me, id);
  }
}
