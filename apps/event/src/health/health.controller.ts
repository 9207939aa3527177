import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import type { Settings } from '@tsunagu/config';
import { CHECK_MS, healthOf, Queues, type Health } from '@tsunagu/messaging';
import { Database } from '@tsunagu/storage';
import type { Request, Response } from 'express';
import { For } from '../access/caller.js';
import { RateLimits } from '../access/rate-limit.guard.js';
import { SETTINGS } from '../settings-token.js';
import { Metrics } from './metrics.js';

type Parts = Record<string, Health>;

@For('anyone')
@Controller()
export class HealthController {
  constructor(private readonly database: Database, private readonly queues: Queues, @Inject(SETTINGS) private readonly settings: Settings, private readonly metrics: Metrics, private readonly limits: RateLimits) {}

  @Get('health/live') live(): { status: string } {
    return { status: 'ok' };
  }

  /** 200 when this process and its stores are ready, else 503 with what is down. */
  @Get('health/ready') async ready(@Res({ passthrough: true }) response: Response): Promise<Parts> {
    return this.answer(response, await this.own());
  }

  /** The same for the whole product, which asks another process. */
  @Get('health/all') async all(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Parts> {
    await this.limits.count('address', request.ip ?? '');
    const matching = healthOf(fetch(`http://${this.settings.MATCHING_HOST}:${this.settings.MATCHING_PORT}/health/ready`, { signal: AbortSignal.timeout(CHECK_MS) })
      .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); }));
    return this.answer(response, { ...await this.own(), matching: await matching });
  }

  /** Counting everything is work, and whoever collects the numbers asks a few times a minute. */
  @Get('metrics') @Header('Content-Type', 'text/plain; version=0.0.4') async text(@Req() request: Request): Promise<string> {
    await this.limits.count('metrics', request.ip ?? '');
    return this.metrics.text();
  }

  private async own(): Promise<Parts> {
    const [database, queue] = await Promise.all([healthOf(this.database.ping()), healthOf(this.queues.ping())]);
    return { database, queue };
  }

  private answer(response: Response, parts: Parts): Parts {
    response.status(Object.values(parts).every((part) => part === 'ok') ? 200 : 503);
    return parts;
  }
}
