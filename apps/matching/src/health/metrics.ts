import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { QUEUES } from '@tsunagu/contracts';
import { Queues, type JobHandler, type QueueCounts } from '@tsunagu/messaging';

/** Numbers for the operator, in Prometheus' text format. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly jobs = new Histogram({
    name: 'tsunagu_job_seconds', help: 'Time in a handler, by job and outcome', labelNames: ['job', 'outcome'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers: [this.registry],
  });

  constructor(private readonly queues: Queues) {
    collectDefaultMetrics({ register: this.registry });
    const states = ['waiting', 'active', 'delayed', 'failed'] as const;
    const jobs = new Gauge({ name: 'tsunagu_queue_jobs', help: 'Jobs in a queue by state', labelNames: ['queue', 'state'], registers: [this.registry] });
    const age = new Gauge({ name: 'tsunagu_queue_oldest_seconds', help: 'Age of the job that has waited longest', labelNames: ['queue'], registers: [this.registry] });
    this.refresh = async () => {
      const counts: Record<string, QueueCounts> = await this.queues.counts();
      for (const queue of QUEUES) {
        for (const state of states) jobs.set({ queue, state }, counts[queue][state]);
        age.set({ queue }, counts[queue].oldestWaitingMs / 1_000);
      }
    };
  }

  private readonly refresh: () => Promise<void>;

  /** The handler, timed. */
  timed(handler: JobHandler): JobHandler {
    return {
      name: handler.name,
      run: async (payload) => {
        const done = this.jobs.startTimer({ job: handler.name });
        await handler.run(payload).then(() => done({ outcome: 'done' }), (error: unknown) => { done({ outcome: 'failed' }); throw error; });
      },
      ...(handler.giveUp ? { giveUp: (payload, code) => handler.giveUp!(payload, code) } : {}),
    };
  }

  /** All numbers; those of the queues are left as they were while the queue cannot be asked. */
  async text(): Promise<string> {
    await this.refresh().catch(() => undefined);
    return this.registry.metrics();
  }
}
