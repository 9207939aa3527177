import { Controller, Param } from '@nestjs/common';
import { AsOrganiser, For, type OrganiserCaller } from '../access/caller.js';
import { Id, Input, Route, type Body } from '../http/route.js';
import { WordsService } from './words.service.js';

@For('organiser')
@Controller('api/v1')
export class WordsController {
  constructor(private readonly words: WordsService) {}

  @Route('addWords') addWords(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('addWords') input: Body<'addWords'>): Promise<null> {
    return this.words.add(organiser, eventId, input);
  }

  @Route('changeWord') changeWord(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('wordId', Id) wordId: string, @Input('changeWord') patch: Body<'changeWord'>): Promise<null> {
    return this.words.change(organiser, eventId, wordId, patch);
  }

  @Route('removeWord') removeWord(@AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Param('wordId', Id) wordId: string): Promise<null> {
    return this.words.remove(organiser, eventId, wordId);
  }
}
