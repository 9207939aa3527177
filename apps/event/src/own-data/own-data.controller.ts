import { Controller, Header, Param, Res } from '@nestjs/common';
import type { HttpAnswers, ReturnLink } from '@tsunagu/contracts';
import type { Response } from 'express';
import { For, Me, type ParticipantCaller } from '../access/caller.js';
import { dropCookie, participantCookie } from '../access/cookies.js';
import { ReturnLinksService } from '../events/return-links.service.js';
import { Input, Route, type Body } from '../http/route.js';
import { OwnDataService } from './own-data.service.js';

@For('participant')
@Controller('api/v1')
export class OwnDataController {
  constructor(private readonly service: OwnDataService, private readonly returnLinks: ReturnLinksService) {}

  @Route('makeReturnLink') makeReturnLink(@Me() me: ParticipantCaller): Promise<ReturnLink> {
    return this.returnLinks.make(me.eventId, me.participantId);
  }

  @Route('downloadMyData') @Header('Cache-Control', 'no-store') @Header('Content-Disposition', 'attachment; filename="tsunagu-my-data.json"')
  downloadMyData(@Me() me: ParticipantCaller): Promise<HttpAnswers['downloadMyData']> {
    return this.service.download(me);
  }

  @Route('forgetEarlier') forgetEarlier(@Me() me: ParticipantCaller): Promise<null> {
    return this.service.forgetEarlier(me);
  }

  @Route('letTextLeave') letTextLeave(@Me() me: ParticipantCaller, @Input('letTextLeave') input: Body<'letTextLeave'>): Promise<null> {
    return this.service.letTextLeave(me, input);
  }

  @Route('keepTextHere') keepTextHere(@Me() me: ParticipantCaller): Promise<null> {
    return this.service.keepTextHere(me);
  }

  @Route('eraseMe')
  async eraseMe(@Me() me: ParticipantCaller, @Param('eventId') eventId: string, @Res({ passthrough: true }) response: Response): Promise<HttpAnswers['eraseMe']> {
    const proof = await this.service.erase(me);
    dropCookie(response, participantCookie(eventId));
    return proof;
  }
}
