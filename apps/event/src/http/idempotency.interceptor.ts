import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem, type HttpName } from '@tsunagu/contracts';
import { claimRequest, Database, keepAnswer, releaseRequest, renewClaim, hashToken } from '@tsunagu/storage';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { CalledRequest } from '../access/caller.js';
import { JoinedBrowsers } from '../profiles-in/joined-browsers.js';
import { ROUTE } from './route.js';

const MAX_KEY = 100;
/** How often a request that is worked on says so: several times before it looks abandoned. */
const RENEW_MS = 8_000;
/**
 * They bring a password or a link's token, whose plain hash must not lie about, or their answers hold a secret that is shown
 * once: nothing of them is kept, and a repeat is worked on again.
 */
const SECRET = new Set<HttpName>(['signIn', 'useLoginLink', 'comeBack', 'setPassword', 'addMember', 'makeReturnLink', 'reissueReturnLink', 'addWebhook', 'renewWebhookSecret', 'makeServiceKey']);

/**
 * A repeat of a request with an Idempotency-Key gets the first one's answer. The answer is kept after the change is
 * committed: where the process dies between the two, a repeat is refused for half a minute and then worked on again, as it is
 * not while the first one is worked on, however long that takes; and only joining and registering know what they did. Answers that
 * are kept hold no token: a repeated join gets one of its own. What of an event's settings lets people in, its join code, stands in its row as well.
 * Of another service's requests nothing is kept: their own id makes a repeat the same request, and their results name people.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database, private readonly browsers: JoinedBrowsers, private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const given = request.headers['idempotency-key'];
    const name = this.reflector.get<HttpName | undefined>(ROUTE, context.getHandler());
    if (typeof given !== 'string' || request.method === 'GET' || request.caller?.as === 'service' || (name && SECRET.has(name))) return next.handle();
    if (given.length > MAX_KEY) throw new Problem('request.malformed');
    const caller = request.caller && request.caller.as !== 'anyone' ? request.caller.key : '';
    const key = hashToken([request.method, request.path, caller, given].join('\n'));
    const bodyHash = createHash('sha256').update(JSON.stringify(request.body ?? null)).digest('hex');

    const claim = await claimRequest(this.database.reader, key, bodyHash);
    if (claim.outcome === 'in_progress') throw new Problem('request.in_progress');
    if (claim.outcome === 'other_body') throw new Problem('request.key_reused');
    const response = context.switchToHttp().getResponse<Response>();
    if (claim.outcome === 'answered') {
      response.status(claim.status).setHeader('Idempotent-Replayed', 'true');
      const joined = claim.answer as { participantId?: string; eventId?: string } | null;
      if (request.caller?.as === 'anyone' && joined?.participantId && joined.eventId) await this.browsers.welcome(request, response, { id: joined.participantId, eventId: joined.eventId });
      return from([claim.answer]);
    }
    request.requestKey = hashToken(`${key} ${bodyHash}`);
    const renewing = setInterval(() => void renewClaim(this.database.reader, key).catch(() => undefined), RENEW_MS);
    const answer = await lastValueFrom(next.handle(), { defaultValue: null }).catch(async (error: unknown) => {
      await releaseRequest(this.database.reader, key).catch(() => undefined);
      throw error;
    }).finally(() => clearInterval(renewing));
    const owner = request.caller?.as === 'participant' ? request.caller.participantId : (answer as { participantId?: string } | null)?.participantId ?? null;
    await keepAnswer(this.database.reader, key, response.statusCode, answer, request.caller?.as === 'organiser' ? null : owner);
    return from([answer]);
  }
}
