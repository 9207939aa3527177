import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { Settings } from '@tsunagu/config';
import { Queues } from '@tsunagu/messaging';
import { Database } from '@tsunagu/storage';
import type { Response } from 'express';
import { For } from '../access/caller.js';
import { SETTINGS } from '../settings-token.js';
import { Metrics } from './metrics.js';

const CHECK_MS = 2_000;
type Parts = Record<string, 'ok' | 'down'>;

/** Whether something answers, within two seconds. */
const answers = (work: Promise<unknown>): Promise<'ok' | 'down'> => new Promise((resolve) => {
  const timer = setTimeout(() => resolve('down'), CHECK_MS);
  work.then(() => resolve('ok'), () => resolve('down')).finally(() => clearTimeout(timer));
});

@For('anyone')
@Controller()
export class HealthController {
  constructor(private readonly database: Database, private readonly queues: Queues, @Inject(SETTINGS) private readonly settings: Settings, private readonly metrics: Metrics) {}

  @Get('health/live') live(): { status: string } {
    return { status: 'ok' };
  }

  /** 200 when this process and its stores are ready, else 503 with what is down. */
  @Get('health/ready') async ready(@Res({ passthrough: true }) response: Response): Promise<Parts> {
    return this.answer(response, await this.own());
  }

  /** The same for the whole product. */
  @Get('health/all') async all(@Res({ passthrough: true }) response: Response): Promise<Parts> {
    const matching = answers(fetch(`http://${this.settings.MATCHING_HOST}:${this.settings.MATCHING_PORT}/health/ready`, { signal: AbortSignal.timeout(CHECK_MS) })
      .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); }));
    return this.answer(response, { ...await this.own(), matching: await matching });
  }

  @Get('metrics') @Header('Content-Type', 'text/plain; version=0.0.4') text(): Promise<string> {
    return this.metrics.text();
  }

  private async own(): Promise<Parts> {
    const [database, queue] = await Promise.all([answers(this.database.ping()), answers(this.queues.ping())]);
    return { database, queue };
  }

  private answer(response: Response, parts: Parts): Parts {
    response.status(Object.values(parts).every((part) => part === 'ok') ? 200 : 503);
    return parts;
  }
}
