import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Problem } from '@tsunagu/contracts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { CalledRequest } from './caller.js';

/** Points per seconds. A venue shares one address, so a known token is counted by itself, and an address only where there is none or a wrong one. */
const LIMITS = {
  token: { points: 120, duration: 20 },
  address: { points: 1_200, duration: 60 },
  wrongCode: { points: 30, duration: 60 },
  signIn: { points: 10, duration: 60 },
  service: { points: 1_200, duration: 60 },
  metrics: { points: 60, duration: 60 },
} as const;
type LimitName = keyof typeof LIMITS;

@Injectable()
export class RateLimits {
  private readonly limiters: Record<LimitName, RateLimiterMemory>;

  constructor(factor: number) {
    const make = (name: LimitName) => new RateLimiterMemory({ keyPrefix: name, points: Math.ceil(LIMITS[name].points * factor), duration: LIMITS[name].duration });
    this.limiters = { token: make('token'), address: make('address'), wrongCode: make('wrongCode'), signIn: make('signIn'), service: make('service'), metrics: make('metrics') };
  }

  /** Counts one use. @throws Problem request.too_many with the seconds to wait */
  async count(name: LimitName, key: string): Promise<void> {
    try {
      await this.limiters[name].consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new Problem('request.too_many', { values: { seconds: Math.ceil(refused.msBeforeNext / 1000) } });
    }
  }
}

/** Routes match whatever the case of their letters. */
const API_PATH = /^\/api\//i;

/** Runs after the access guard, which knows the token. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<CalledRequest>();
    if (!API_PATH.test(request.path)) return true;
    if (request.caller?.as === 'service') await this.limits.count('service', request.caller.service);
    else if (request.caller && request.caller.as !== 'anyone') await this.limits.count('token', request.caller.key);
    else await this.limits.count('address', request.ip ?? '');
    return true;
  }
}
