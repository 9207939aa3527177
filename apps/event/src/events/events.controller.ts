import { Controller, Param } from '@nestjs/common';
import type { EventSettings, HttpAnswers, HttpQuery, ReturnLink } from '@tsunagu/contracts';
import { AsOrganiser, For, type OrganiserCaller } from '../access/caller.js';
import { Ask, Id, Input, Route, type Body } from '../http/route.js';
import { EventsService } from './events.service.js';
import { PeopleService } from './people.service.js';
import { ReturnLinksService } from './return-links.service.js';

@For('organiser')
@Controller('api/v1')
export class EventsController {
  constructor(private readonly events: EventsService, private readonly people: PeopleService, private readonly returnLinks: ReturnLinksService) {}

  @Route('listEvents') listEvents(@AsOrganiser() organiser: OrganiserCaller, @Ask('listEvents') page: HttpQuery<'listEvents'>): Promise<HttpAnswers['listEvents']> {
    return this.events.list(organiser, page);
  }

  @Route('createEvent') createEvent(@AsOrganiser() organiser: OrganiserCaller, @Input('createEvent') input: Body<'createEvent'>): Promise<EventSettings> {
    return this.events.create(organiser, input);
  }

  @Route('readEvent') readEvent(@Param('eventId') eventId: string): Promise<EventSettings> {
    return this.events.read(eventId);
  }

  @Route('changeEvent') changeEvent(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('changeEvent') patch: Body<'changeEvent'>): Promise<EventSettings> {
    return this.events.change(organiser, eventId, patch);
  }

  @Route('eraseEvent') eraseEvent(@AsOrganiser() owner: OrganiserCaller, @Param('eventId') eventId: string): Promise<HttpAnswers['eraseEvent']> {
    return this.events.erase(owner, eventId);
  }

  @Route('rotateJoinCode') rotateJoinCode(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string): Promise<{ joinCode: string }> {
    return this.events.rotateJoinCode(organiser, eventId);
  }

  @Route('readIntroduction') readIntroduction(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('participantId', Id) id: string): Promise<HttpAnswers['readIntroduction']> {
    return this.events.readIntroduction(organiser, eventId, id);
  }

  @Route('checkIn') checkIn(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('checkIn') { participantIds, here }: Body<'checkIn'>): Promise<HttpAnswers['checkIn']> {
    return this.people.checkIn(organiser, eventId, participantIds, here);
  }

  @Route('reissueReturnLink') reissueReturnLink(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('participantId', Id) id: string, @Input('reissueReturnLink') input: Body<'reissueReturnLink'>): Promise<ReturnLink> {
    return this.returnLinks.reissue(organiser, eventId, id, input?.signOut ?? false);
  }

  @Route('mergePeople') mergePeople(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('mergePeople') { keepId, dropId }: Body<'mergePeople'>): Promise<null> {
    return this.people.merge(organiser, eventId, keepId, dropId);
  }

  @Route('removePerson') removePerson(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('participantId', Id) id: string): Promise<null> {
    return this.people.remove(organiser, eventId, id);
  }

  @Route('setLeft') setLeft(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('participantId', Id) id: string, @Input('setLeft') { left }: Body<'setLeft'>): Promise<null> {
    return this.people.setLeft(organiser, eventId, id, left);
  }

  @Route('settlePersonReport') settlePersonReport(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('reportId', Id) id: string, @Input('settlePersonReport') { settled }: Body<'settlePersonReport'>): Promise<null> {
    return this.people.settleReport(organiser, eventId, id, settled);
  }

  @Route('listAudit') listAudit(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Ask('listAudit') page: HttpQuery<'listAudit'>): Promise<HttpAnswers['listAudit']> {
    return this.events.listAudit(organiser, eventId, page);
  }
}
