import { Injectable } from '@nestjs/common';
import { isId, Problem, type HttpName } from '@tsunagu/contracts';
import { Database, findEvent, organiserOfSession, participantOfToken, roleIn, hashToken, serviceOfKey } from '@tsunagu/storage';
import type { OrganiserCaller, ParticipantCaller, ServiceCaller } from './caller.js';
import { ORGANISER_COOKIE, participantCookie } from './cookies.js';
import { endsWithEvent, revivesEvent } from './closing.js';
import { allows } from './roles.js';

export const SESSION_HOURS = 24 * 7;
export const IDLE_HOURS = 24;

/** Tells who calls, from the cookies, for HTTP and sockets alike. */
@Injectable()
export class AccessService {
  constructor(private readonly database: Database) {}

  /** @throws Problem access.not_joined where the browser has no token of this event, event.erased where it had one */
  async participant(cookies: Record<string, string>, eventId: string): Promise<ParticipantCaller> {
    const token = isId(eventId) ? cookies[participantCookie(eventId)] : undefined;
    const key = token && hashToken(token);
    const participantId = key ? await participantOfToken(this.database.reader, eventId, key) : null;
    if (!key || !participantId) throw new Problem(key && (await findEvent(this.database.reader, eventId))?.erasedAt ? 'event.erased' : 'access.not_joined');
    return { as: 'participant', participantId, eventId, key };
  }

  /**
   * @param eventId the event in the route, if any
   * @throws Problem access.not_signed_in, request.not_found for an event that is not this organiser's, or access.role where their role does not reach
   */
  async organiser(cookies: Record<string, string>, eventId: string | undefined, operation: HttpName): Promise<OrganiserCaller> {
    const token = cookies[ORGANISER_COOKIE];
    const key = token && hashToken(token);
    const organiser = key ? await organiserOfSession(this.database.reader, key, IDLE_HOURS) : null;
    if (!key || !organiser) throw new Problem('access.not_signed_in');
    const role = eventId !== undefined && isId(eventId) ? await roleIn(this.database.reader, eventId, organiser.id) : null;
    if (eventId !== undefined && !role) throw new Problem('request.not_found');
    if (role && !allows(role, operation)) throw new Problem('access.role');
    return { as: 'organiser', organiserId: organiser.id, login: organiser.login, hasPassword: organiser.passwordHash !== null, operator: organiser.operator, role, key };
  }

  /** @throws Problem event.closed for what ends with the event, once it is closed; event.erased for what would revive it, once it is erased */
  async requireOpen(eventId: string | undefined, operation: HttpName): Promise<void> {
    const [ends, revives] = [endsWithEvent(operation), revivesEvent(operation)];
    const event = eventId !== undefined && (ends || revives) ? await findEvent(this.database.reader, eventId) : null;
    if (revives && event?.erasedAt) throw new Problem('event.erased');
    if (ends && event?.state === 'closed') throw new Problem('event.closed');
  }

  /** @throws Problem access.not_signed_in, or access.not_allowed for an organiser who is not the operator */
  async operator(cookies: Record<string, string>): Promise<OrganiserCaller> {
    const caller = await this.organiser(cookies, undefined, 'readOperations');
    if (!caller.operator) throw new Problem('access.not_allowed');
    return caller;
  }

  /** @param authorization `Bearer tsk_…` @throws Problem access.wrong_key */
  async service(authorization: string | undefined): Promise<ServiceCaller> {
    const given = /^Bearer +(\S{20,100})$/i.exec(authorization ?? '')?.[1];
    const key = given && hashToken(given);
    const service = key ? await serviceOfKey(this.database.reader, key) : null;
    if (!key || !service) throw new Problem('access.wrong_key');
    return { as: 'service', service, key };
  }
}
