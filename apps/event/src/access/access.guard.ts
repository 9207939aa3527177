import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem, type HttpName } from '@tsunagu/contracts';
import { ROUTE } from '../http/route.js';
import { AccessService } from './access.service.js';
import { ACCESS, type CalledRequest, type Who } from './caller.js';
import { readCookies } from './cookies.js';

/** Refuses every route that does not say whom it is for, and everybody it is not for. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly access: AccessService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const who = this.reflector.getAllAndOverride<Who | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const cookies = readCookies(request.headers.cookie);
    const eventId = request.params.eventId as string | undefined;
    if (who === 'participant') request.caller = await this.access.participant(cookies, eventId ?? '');
    else if (who === 'organiser') request.caller = await this.access.organiser(cookies, eventId, this.reflector.get<HttpName>(ROUTE, context.getHandler()));
    else if (who === 'operator') request.caller = await this.access.operator(cookies);
    else if (who === 'service') request.caller = await this.access.service(request.headers.authorization);
    else if (who === 'anyone') request.caller = { as: 'anyone' };
    else throw new Problem('access.not_allowed');
    return true;
  }
}
