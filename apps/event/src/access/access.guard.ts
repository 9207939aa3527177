import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isProblem, Problem, type HttpName } from '@tsunagu/contracts';
import { ROUTE } from '../http/route.js';
import { AccessService } from './access.service.js';
import { ACCESS, type CalledRequest, type Caller, type Who } from './caller.js';
import { readCookies } from './cookies.js';
import { RateLimits } from './rate-limit.guard.js';

/** Refuses every route that does not say whom it is for, everybody it is not for, and what a closed event no longer takes. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly access: AccessService, private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const who = this.reflector.getAllAndOverride<Who | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    const request = context.switchToHttp().getRequest<CalledRequest>();
    try {
      const operation = this.reflector.get<HttpName>(ROUTE, context.getHandler());
      request.caller = await this.callerOf(who, request, operation);
      await this.access.requireOpen(request.params.eventId as string | undefined, operation);
    } catch (error) {
      // The rate limits behind this guard never see who is refused here, and tokens must not be tried without end.
      if (isProblem(error) && (error.body.status === 401 || error.code === 'event.erased')) await this.limits.count('address', request.ip ?? '');
      throw error;
    }
    return true;
  }

  private async callerOf(who: Who | undefined, request: CalledRequest, operation: HttpName): Promise<Caller> {
    const cookies = readCookies(request.headers.cookie);
    const eventId = request.params.eventId as string | undefined;
    switch (who) {
      case 'participant': return this.access.participant(cookies, eventId ?? '');
      case 'organiser': return this.access.organiser(cookies, eventId, operation);
      case 'operator': return this.access.operator(cookies);
      case 'service': return this.access.service(request.headers.authorization);
      case 'anyone': return { as: 'anyone' };
      default: throw new Problem('access.not_allowed');
    }
  }
}
