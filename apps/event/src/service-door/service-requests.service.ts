import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { fieldProblem, HTTP_REPLIES, Problem, readMessage, MATCH_PATTERNS, type HttpAnswers, type HttpQuery, type RequestView, type SubmitInput } from '@tsunagu/contracts';
import { RequestQueue, requestToWithdraw, SERVICE_DOORS, withdrawRequest, type ServiceDoor } from '@tsunagu/messaging';
import { acceptRequest, Database, findRequest, isSameRequest, listRequestsOf, toRequestView, type MatchRequestRow } from '@tsunagu/storage';
import type { ServiceCaller } from '../access/caller.js';
import { nextOf } from '../http/next-of.js';

/** Said of a cursor. */
const CURSOR = { ja: '（前のページの next を入れてください）', en: ': it is `next` of the page before' };

/** How long a result can be read; the door counts anew from the moment it is there. */
const KEEP_MS = 86_400_000;

/**
 * Match requests of other services over HTTP. They are kept first and queued afterwards; from there on they are requests
 * like any other of that service, with the same one result.
 */
@Injectable()
export class ServiceRequestsService implements BeforeApplicationShutdown {
  private readonly queues: Map<string, RequestQueue>;

  constructor(private readonly database: Database, @Inject(SERVICE_DOORS) doors: ServiceDoor[]) {
    this.queues = new Map(doors.map((door) => [door.service, new RequestQueue(door)]));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  /**
   * Takes a request. The same id with the same content is the same request.
   * @throws Problem request.invalid, match.id_reused, access.wrong_key for a service that has no door any more
   */
  async submit({ service }: ServiceCaller, { pattern, ...message }: SubmitInput): Promise<RequestView> {
    const queue = this.queues.get(service);
    if (!queue) throw new Problem('access.wrong_key');
    const read = readMessage(pattern, message, { jobId: message.id, patterns: Object.keys(MATCH_PATTERNS) });
    if ('problem' in read) throw read.problem;
    const row = await acceptRequest(this.database.reader, { service, id: message.id, pattern, message: read.message, acceptedAt: new Date(), keepMs: KEEP_MS });
    if (!isSameRequest(row, pattern, read.message)) throw new Problem('match.id_reused');
    // The door's sweep brings what does not arrive now.
    if (!row.finishedAt) await queue.add(row).catch(() => undefined);
    return toRequestView(row);
  }

  /** @throws Problem request.invalid for a cursor that is none of its requests */
  async list({ service }: ServiceCaller, page: HttpQuery<'listRequests'>): Promise<HttpAnswers['listRequests']> {
    if (page.cursor !== undefined && !await findRequest(this.database.reader, { service, id: page.cursor })) throw new Problem('request.invalid', { errors: [fieldProblem('cursor', 'field.invalid', CURSOR)] });
    const requests = await listRequestsOf(this.database.reader, service, page);
    return { requests, next: nextOf(requests, page.limit) };
  }

  /** @throws Problem request.not_found for an id that is unknown, has expired, or waits on a queue of the service's own */
  async read({ service }: ServiceCaller, id: string): Promise<RequestView> {
    const row = await this.find(service, id);
    if (!row) throw new Problem('request.not_found');
    return toRequestView(row);
  }

  /** A request is no longer wanted, even one that has not come yet. @returns it as it has ended, which may be otherwise */
  async withdraw({ service }: ServiceCaller, id: string): Promise<RequestView> {
    const row = await this.find(service, id);
    if (!row?.finishedAt) await withdrawRequest(this.database, requestToWithdraw(row, { service, id, replyTo: HTTP_REPLIES, model: '', keepMs: KEEP_MS }));
    return this.read({ service, as: 'service', key: '' }, id);
  }

  private async find(service: string, id: string): Promise<MatchRequestRow | null> {
    const row = await findRequest(this.database.reader, { service, id });
    return row && (!row.finishedAt || row.expiresAt > new Date()) ? row : null;
  }
}
