import { Inject, Injectable } from '@nestjs/common';
import type { JobHandler } from '@tsunagu/messaging';
import { Metrics } from './health/metrics.js';

export const JOB_HANDLERS = Symbol('one handler a job');

/** The handlers of all jobs, each one timed. */
@Injectable()
export class JobsOfThisService {
  readonly handlers: JobHandler[];

  constructor(@Inject(JOB_HANDLERS) handlers: JobHandler[], metrics: Metrics) {
    this.handlers = handlers.map((handler) => metrics.timed(handler));
  }
}
