import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Problem } from '@tsunagu/contracts';
import { DoorQueues, Queues, SERVICE_DOORS, type ServiceDoor } from '@tsunagu/messaging';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { AccessService } from '../access/access.service.js';
import { readCookies } from '../access/cookies.js';
import { RateLimits } from '../access/rate-limit.guard.js';
import { toProblem } from '../http/problem.filter.js';

const PATH = '/operator/queues';
const HIDDEN = '…';
/** The board's page names its base address; everything else stays as strict as on our own pages. */
const withBase = (policy: string): string => policy.replace("base-uri 'none'", "base-uri 'self'");

/** Bull Board over all queues: to look, not to touch, and without what the jobs carry. */
function makeBoard(queues: Queues, doors: DoorQueues): RequestHandler {
  const server = new ExpressAdapter().setBasePath(PATH);
  const shown = [...queues.all().map((queue) => ({ owner: 'tsunagu', queue })), ...doors.all().map(({ service, queue }) => ({ owner: service, queue }))];
  const adapters = shown.map(({ owner, queue }) => {
    const adapter = new BullMQAdapter(queue as never, { readOnlyMode: true, allowRetries: false, prefix: `${owner}: ` });
    for (const field of ['data', 'returnValue', 'progress'] as const) adapter.setFormatter(field, () => HIDDEN);
    return adapter;
  });
  createBullBoard({ queues: adapters as never, serverAdapter: server, options: { uiConfig: { boardTitle: 'Tsunagu', hideRedisDetails: false } } });
  return server.getRouter() as RequestHandler;
}

/** The page of the queues, behind the operator's sign-in. It is made when somebody first looks. */
@Module({ providers: [AccessService, { provide: DoorQueues, inject: [SERVICE_DOORS], useFactory: (doors: ServiceDoor[]) => new DoorQueues(doors) }], exports: [DoorQueues] })
export class QueueBoardModule implements NestModule {
  private board?: RequestHandler;

  constructor(private readonly host: HttpAdapterHost, private readonly access: AccessService, private readonly queues: Queues, private readonly doors: DoorQueues, private readonly modules: ModuleRef) {}

  configure(_: MiddlewareConsumer): void {
    this.host.httpAdapter.getInstance<Express>().use(PATH, (request: Request, response: Response, next: NextFunction) => { void this.answer(request, response, next); });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.doors.close();
  }

  /** The guards stand behind this page: who is refused here is counted here. @returns the problem to tell */
  private async countWrong({ ip }: Request, problem: Problem): Promise<Problem> {
    if (problem.body.status !== 401) return problem;
    return this.modules.get(RateLimits, { strict: false }).count('address', ip ?? '').then(() => problem, toProblem);
  }

  private async answer(request: Request, response: Response, next: NextFunction): Promise<void> {
    try {
      await this.access.operator(readCookies(request.headers.cookie));
    } catch (error) {
      const { body } = await this.countWrong(request, toProblem(error));
      if (body.status === 401 && request.method === 'GET' && request.accepts('html')) return response.redirect('/console/operator');
      response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
      return;
    }
    response.setHeader('Content-Security-Policy', withBase(String(response.getHeader('content-security-policy') ?? '')));
    response.setHeader('Cache-Control', 'no-store');
    this.board ??= makeBoard(this.queues, this.doors);
    this.board(request, response, next);
  }
}
