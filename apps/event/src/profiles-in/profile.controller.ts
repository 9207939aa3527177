import { Controller, Param } from '@nestjs/common';
import type { HttpAnswers, HttpQuery } from '@tsunagu/contracts';
import { For, Me, type ParticipantCaller } from '../access/caller.js';
import { Ask, Id, Input, Route, type Body } from '../http/route.js';
import { ProfileService } from './profile.service.js';

@For('participant')
@Controller('api/v1')
export class ProfileController {
  constructor(private readonly service: ProfileService) {}

  @Route('changeProfile') changeProfile(@Me() me: ParticipantCaller, @Input('changeProfile') input: Body<'changeProfile'>): Promise<null> {
    return this.service.changeProfile(me, input);
  }

  @Route('writeIntroduction') writeIntroduction(@Me() me: ParticipantCaller, @Input('writeIntroduction') input: Body<'writeIntroduction'>): Promise<HttpAnswers['writeIntroduction']> {
    return this.service.writeIntroduction(me, input);
  }

  @Route('addTag') addTag(@Me() me: ParticipantCaller, @Input('addTag') { label, kind }: Body<'addTag'>): Promise<HttpAnswers['addTag']> {
    return this.service.addTag(me, label, kind);
  }

  @Route('changeTag') changeTag(@Me() me: ParticipantCaller, @Param('tagId', Id) id: string, @Input('changeTag') patch: Body<'changeTag'>): Promise<null> {
    return this.service.changeTag(me, id, patch);
  }

  @Route('suggestTags') suggestTags(@Me() me: ParticipantCaller, @Ask('suggestTags') { q }: HttpQuery<'suggestTags'>): Promise<HttpAnswers['suggestTags']> {
    return this.service.suggestTags(me, q);
  }

  @Route('addJacket') addJacket(@Me() me: ParticipantCaller, @Input('addJacket') input: Body<'addJacket'>): Promise<HttpAnswers['addJacket']> {
    return this.service.addJacket(me, input);
  }

  @Route('changeJacket') changeJacket(@Me() me: ParticipantCaller, @Param('jacketId', Id) id: string, @Input('changeJacket') input: Body<'changeJacket'>): Promise<null> {
    return this.service.changeJacket(me, id, input);
  }

  @Route('removeJacket') removeJacket(@Me() me: ParticipantCaller, @Param('jacketId', Id) id: string): Promise<null> {
    return this.service.removeJacket(me, id);
  }

  @Route('setPresence') setPresence(@Me() me: ParticipantCaller, @Input('setPresence') input: Body<'setPresence'>): Promise<null> {
    return this.service.setPresence(me, input);
  }

  @Route('setContact') setContact(@Me() me: ParticipantCaller, @Input('setContact') input: Body<'setContact'>): Promise<null> {
    return this.service.setContact(me, input);
  }

  @Route('findPeople') findPeople(@Me() me: ParticipantCaller, @Ask('findPeople') asked: HttpQuery<'findPeople'>): Promise<HttpAnswers['findPeople']> {
    return this.service.findPeople(me, asked);
  }

  @Route('readPerson') readPerson(@Me() me: ParticipantCaller, @Param('participantId', Id) id: string): Promise<HttpAnswers['readPerson']> {
    return this.service.readPerson(me, id);
  }
}
