import { Controller, Get, Header, Res } from '@nestjs/common';
import { healthOf, Queues, type Health } from '@tsunagu/messaging';
import { Database } from '@tsunagu/storage';
import type { Response } from 'express';
import { TextReader } from '../threads/text-reader.js';
import { Metrics } from './metrics.js';

type Parts = Record<'database' | 'queue' | 'dictionary', Health>;

@Controller()
export class HealthController {
  constructor(private readonly database: Database, private readonly queues: Queues, private readonly reader: TextReader, private readonly metrics: Metrics) {}

  @Get('health/live') live(): { status: string } {
    return { status: 'ok' };
  }

  /** 200 when database and queue answer and the dictionary is loaded, else 503 with what is down. */
  @Get('health/ready') async ready(@Res({ passthrough: true }) response: Response): Promise<Parts> {
    const [database, queue] = await Promise.all([healthOf(this.database.ping()), healthOf(this.queues.ping())]);
    const parts: Parts = { database, queue, dictionary: this.reader.ready ? 'ok' : 'down' };
    response.status(Object.values(parts).every((part) => part === 'ok') ? 200 : 503);
    return parts;
  }

  @Get('metrics') @Header('Content-Type', 'text/plain; version=0.0.4') text(): Promise<string> {
    return this.metrics.text();
  }
}
