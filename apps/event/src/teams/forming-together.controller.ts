import { Controller, Param } from '@nestjs/common';
import type { HttpAnswers } from '@tsunagu/contracts';
import { For, Me, type ParticipantCaller } from '../access/caller.js';
import { Id, Input, Route, type Body } from '../http/route.js';
import { FoundedTeamsService } from './founded-teams.service.js';
import { SeatAnswersService } from './seat-answers.service.js';
import { ThemesService } from './themes.service.js';

/** What participants say in the forming of teams: with whom, about what, and whether they come. */
@For('participant')
@Controller('api/v1')
export class FormingTogetherController {
  constructor(private readonly founded: FoundedTeamsService, private readonly themes: ThemesService, private readonly answers: SeatAnswersService) {}

  @Route('answerSeat') answerSeat(@Me() me: ParticipantCaller, @Input('answerSeat') answer: Body<'answerSeat'>): Promise<null> {
    return this.answers.answer(me, answer);
  }

  @Route('rankThemes') rankThemes(@Me() me: ParticipantCaller, @Input('rankThemes') { choices }: Body<'rankThemes'>): Promise<null> {
    return this.themes.rank(me, choices);
  }

  @Route('listFoundedTeams') async listFoundedTeams(@Me() me: ParticipantCaller): Promise<HttpAnswers['listFoundedTeams']> {
    return { foundedTeams: await this.founded.list(me) };
  }

  @Route('makeFoundedTeam') makeFoundedTeam(@Me() me: ParticipantCaller, @Input('makeFoundedTeam') input: Body<'makeFoundedTeam'>): Promise<HttpAnswers['makeFoundedTeam']> {
    return this.founded.make(me, input);
  }

  @Route('changeFoundedTeam') changeFoundedTeam(@Me() me: ParticipantCaller, @Input('changeFoundedTeam') patch: Body<'changeFoundedTeam'>): Promise<null> {
    return this.founded.change(me, patch);
  }

  @Route('joinFoundedTeam') joinFoundedTeam(@Me() me: ParticipantCaller, @Param('foundedTeamId', Id) id: string): Promise<null> {
    return this.founded.join(me, id);
  }

  @Route('leaveFoundedTeam') leaveFoundedTeam(@Me() me: ParticipantCaller): Promise<null> {
    return this.founded.leave(me);
  }
}
