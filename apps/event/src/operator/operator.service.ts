import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '@tsunagu/config';
import { fieldProblem, Problem, type HttpAnswers, type HttpQuery } from '@tsunagu/contracts';
import { addServiceKey, audit, Database, listDeadLetters, listServiceKeys, revokeServiceKey } from '@tsunagu/storage';
import type { OrganiserCaller } from '../access/caller.js';
import { nextOf } from '../http/next-of.js';
import { SETTINGS } from '../settings-token.js';

/** API keys of other services, and the messages that could not be taken. */
@Injectable()
export class OperatorService {
  private readonly services: string[];

  constructor(private readonly database: Database, @Inject(SETTINGS) settings: Settings) {
    this.services = settings.SERVICES.split(',').filter(Boolean);
  }

  async listKeys(): Promise<HttpAnswers['listServiceKeys']> {
    return { services: this.services, keys: await listServiceKeys(this.database.reader) };
  }

  /** @throws Problem service.unknown for a service without a door */
  makeKey(operator: OrganiserCaller, { service, name }: { service: string; name: string }): Promise<HttpAnswers['makeServiceKey']> {
    if (!this.services.includes(service)) throw new Problem('request.invalid', { errors: [fieldProblem('service', 'service.unknown')] });
    return this.database.transaction(async (tx) => {
      const made = await addServiceKey(tx, { service, name, createdBy: operator.login });
      await audit(tx, { eventId: null, actor: operator.login, action: 'service_key.made', subject: made.key.id, detail: { service } });
      return made;
    });
  }

  revokeKey(operator: OrganiserCaller, id: string): Promise<null> {
    return this.database.transaction(async (tx) => {
      const service = await revokeServiceKey(tx, id);
      if (!service) throw new Problem('request.not_found');
      await audit(tx, { eventId: null, actor: operator.login, action: 'service_key.revoked', subject: id, detail: { service } });
      return null;
    });
  }

  /** Why each was refused, never what it said. */
  async listLetters(page: HttpQuery<'listDeadLetters'>): Promise<HttpAnswers['listDeadLetters']> {
    const letters = (await listDeadLetters(this.database.reader, page)).map(({ id, service, queue, pattern, requestId, problem, at, replayedAt }) =>
      ({ id, service, queue, pattern, requestId, code: problem.code, ja: problem.ja, en: problem.en, at: at.toISOString(), replayedAt: replayedAt?.toISOString() ?? null }));
    return { letters, next: nextOf(letters, page.limit) };
  }
}
