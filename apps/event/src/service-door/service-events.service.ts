import { Injectable } from '@nestjs/common';
import { Problem, type HttpAnswers, type HttpQuery } from '@tsunagu/contracts';
import { allowedEvent, Database, listAllowedEvents, readOutsideLog, readOutsidePeople, readOutsideTeams, toldEvent, type EventRow } from '@tsunagu/storage';
import type { ServiceCaller } from '../access/caller.js';
import { nextOf } from '../http/next-of.js';

/** What other services may read of the events whose organisers allow them: pseudonyms, tags, teams. */
@Injectable()
export class ServiceEventsService {
  constructor(private readonly database: Database) {}

  async list({ service }: ServiceCaller, page: HttpQuery<'listOpenEvents'>): Promise<HttpAnswers['listOpenEvents']> {
    const events = await listAllowedEvents(this.database.reader, service, page);
    return { events, next: nextOf(events, page.limit) };
  }

  async people(caller: ServiceCaller, eventId: string, page: HttpQuery<'readTagsOf'>): Promise<HttpAnswers['readTagsOf']> {
    const event = await this.event(caller, eventId);
    return this.database.snapshot((tx) => readOutsidePeople(tx, event, page));
  }

  async teams(caller: ServiceCaller, eventId: string): Promise<HttpAnswers['readTeamsOf']> {
    return { teams: await readOutsideTeams(this.database.reader, await this.event(caller, eventId)) };
  }

  async log(caller: ServiceCaller, eventId: string, since: HttpQuery<'readEventsOf'>): Promise<HttpAnswers['readEventsOf']> {
    const { id } = await this.event(caller, eventId, toldEvent);
    return readOutsideLog(this.database.reader, id, since);
  }

  /** @throws Problem request.not_found for an event that does not allow the service, or does not exist: which of the two is not told */
  private async event({ service }: ServiceCaller, eventId: string, find: typeof allowedEvent = allowedEvent): Promise<EventRow> {
    const event = await find(this.database.reader, eventId, service);
    if (!event) throw new Problem('request.not_found');
    return event;
  }
}
