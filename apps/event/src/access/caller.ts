import type { MemberRole } from '@tsunagu/contracts';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

export interface ParticipantCaller { as: 'participant'; participantId: string; eventId: string; key: string }
export interface OrganiserCaller { as: 'organiser'; organiserId: string; login: string; hasPassword: boolean; operator: boolean; /** in the event of the route; null without one */ role: MemberRole | null; key: string }
/** another service, by its API key */
export interface ServiceCaller { as: 'service'; service: string; key: string }
export type Caller = ParticipantCaller | OrganiserCaller | ServiceCaller | { as: 'anyone' };
export interface CalledRequest extends Request {
  caller?: Caller;
  /** hash of the request's Idempotency-Key and body: the same request, and no other with its key */
  requestKey?: string;
}

export const ACCESS = 'access';
/** Who may call a route; the operator is an organiser who may see how the installation runs. A route without this is refused to everybody. */
export type Who = Caller['as'] | 'operator';
export const For = (who: Who) => SetMetadata(ACCESS, who);

const callerOf = (context: ExecutionContext): Caller => context.switchToHttp().getRequest<CalledRequest>().caller!;
/** The participant who calls, of the event in the route. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context) as ParticipantCaller);
/** The organiser who calls, a member of the event in the route. */
export const AsOrganiser = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context) as OrganiserCaller);
/** The service that calls. */
export const AsService = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context) as ServiceCaller);
