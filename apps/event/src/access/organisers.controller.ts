import { Controller, Req, Res } from '@nestjs/common';
import type { OrganiserView } from '@tsunagu/contracts';
import type { Response } from 'express';
import { Input, Route, type Body } from '../http/route.js';
import { AccessService, SESSION_HOURS } from './access.service.js';
import { AsOrganiser, For, type CalledRequest, type OrganiserCaller } from './caller.js';
import { dropCookie, ORGANISER_COOKIE, setCookie } from './cookies.js';
import { OrganisersService } from './organisers.service.js';
import { RateLimits } from './rate-limit.guard.js';

@Controller('api/v1')
export class OrganisersController {
  constructor(private readonly service: OrganisersService, private readonly access: AccessService, private readonly limits: RateLimits) {}

  @For('anyone') @Route('signIn')
  async signIn(@Req() request: CalledRequest, @Res({ passthrough: true }) response: Response, @Input('signIn') { login, password }: Body<'signIn'>): Promise<OrganiserView> {
    await this.limits.count('signIn', `${request.ip} ${login.toLowerCase()}`);
    const { organiser, token } = await this.service.signIn(login, password);
    setCookie(request, response, ORGANISER_COOKIE, token, SESSION_HOURS / 24);
    return organiser;
  }

  @For('anyone') @Route('useLoginLink')
  async useLoginLink(@Req() request: CalledRequest, @Res({ passthrough: true }) response: Response, @Input('useLoginLink') input: Body<'useLoginLink'>): Promise<OrganiserView> {
    await this.limits.count('signIn', request.ip ?? '');
    const { token } = await this.service.useLink(input.token);
    setCookie(request, response, ORGANISER_COOKIE, token, SESSION_HOURS / 24);
    return view(await this.access.organiser({ [ORGANISER_COOKIE]: token }, undefined, 'readOrganiser'));
  }

  @For('organiser') @Route('signOut')
  async signOut(@AsOrganiser() organiser: OrganiserCaller, @Res({ passthrough: true }) response: Response): Promise<null> {
    await this.service.signOut(organiser);
    dropCookie(response, ORGANISER_COOKIE);
    return null;
  }

  @For('organiser') @Route('readOrganiser')
  readOrganiser(@AsOrganiser() organiser: OrganiserCaller): OrganiserView {
    return view(organiser);
  }

  @For('organiser') @Route('setPassword')
  async setPassword(@AsOrganiser() organiser: OrganiserCaller, @Input('setPassword') { password }: Body<'setPassword'>): Promise<null> {
    await this.service.setPassword(organiser, password);
    return null;
  }
}

const view = ({ organiserId, login, hasPassword, operator }: OrganiserCaller): OrganiserView => ({ id: organiserId, login, hasPassword, operator });
