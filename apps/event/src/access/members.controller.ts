import { Controller, Param } from '@nestjs/common';
import type { HttpAnswers } from '@tsunagu/contracts';
import { Id, Input, Route, type Body } from '../http/route.js';
import { AsOrganiser, For, type OrganiserCaller } from './caller.js';
import { MembersService } from './members.service.js';

@For('organiser')
@Controller('api/v1')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Route('listMembers') listMembers(@Param('eventId') eventId: string): Promise<HttpAnswers['listMembers']> {
    return this.members.list(eventId);
  }

  @Route('addMember') addMember(@AsOrganiser() owner: OrganiserCaller, @Param('eventId') eventId: string, @Input('addMember') { login, role }: Body<'addMember'>): Promise<HttpAnswers['addMember']> {
    return this.members.add(owner, eventId, login, role);
  }

  @Route('changeMember') changeMember(@AsOrganiser() owner: OrganiserCaller, @Param('eventId') eventId: string, @Param('organiserId', Id) id: string, @Input('changeMember') { role }: Body<'changeMember'>): Promise<null> {
    return this.members.change(owner, eventId, id, role);
  }

  @Route('removeMember') removeMember(@AsOrganiser() owner: OrganiserCaller, @Param('eventId') eventId: string, @Param('organiserId', Id) id: string): Promise<null> {
    return this.members.change(owner, eventId, id, null);
  }
}
