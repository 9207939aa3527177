import { Controller, Param, Req, Res } from '@nestjs/common';
import { isProblem, type HttpAnswers } from '@tsunagu/contracts';
import type { Response } from 'express';
import { AsOrganiser, For, type CalledRequest, type OrganiserCaller } from '../access/caller.js';
import { readCookies } from '../access/cookies.js';
import { RateLimits } from '../access/rate-limit.guard.js';
import { Input, Route, type Body } from '../http/route.js';
import { JoinedBrowsers } from './joined-browsers.js';
import { JoinService } from './join.service.js';

@Controller('api/v1')
export class JoinController {
  constructor(private readonly service: JoinService, private readonly browsers: JoinedBrowsers, private readonly limits: RateLimits) {}

  @For('anyone') @Route('readJoinPage')
  readJoinPage(@Req() request: CalledRequest, @Param('code') code: string): Promise<HttpAnswers['readJoinPage']> {
    return this.guessing(request, () => this.service.joinPage(code, readCookies(request.headers.cookie)));
  }

  @For('anyone') @Route('join')
  async join(@Req() request: CalledRequest, @Res({ passthrough: true }) response: Response, @Param('code') code: string, @Input('join') input: Body<'join'>): Promise<HttpAnswers['join']> {
    const { id, eventId } = await this.guessing(request, () => this.service.join(code, input, request.requestKey ?? null, readCookies(request.headers.cookie)));
    await this.browsers.welcome(request, response, { id, eventId });
    return { participantId: id, eventId };
  }

  @For('organiser') @Route('registerPeople')
  registerPeople(@Req() request: CalledRequest, @AsOrganiser() organiser: OrganiserCaller, @Param('eventId') eventId: string, @Input('registerPeople') input: Body<'registerPeople'>): Promise<HttpAnswers['registerPeople']> {
    return this.service.register(organiser, eventId, input, request.requestKey ?? null);
  }

  @For('anyone') @Route('comeBack')
  async comeBack(@Req() request: CalledRequest, @Res({ passthrough: true }) response: Response, @Input('comeBack') { secret }: Body<'comeBack'>): Promise<HttpAnswers['comeBack']> {
    const { id, eventId } = await this.guessing(request, () => this.service.comeBack(secret));
    await this.browsers.welcome(request, response, { id, eventId });
    return { participantId: id, eventId };
  }

  /** Wrong codes and secrets are counted by address, so that nobody can try them all. */
  private async guessing<T>(request: CalledRequest, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isProblem(error, 'join.unknown_code') || isProblem(error, 'access.link_used')) await this.limits.count('wrongCode', request.ip ?? '');
      throw error;
    }
  }
}
