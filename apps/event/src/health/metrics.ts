import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { OperationsView } from '@tsunagu/contracts';
import { within } from '@tsunagu/messaging';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { OperationsService } from '../operator/operations.service.js';
import { LiveGateway } from '../proposals-out/live.gateway.js';

const ASK_MS = 5_000;

/** Numbers for the operator, in Prometheus' text format. */
@Injectable()
export class Metrics implements NestMiddleware {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({ name: 'tsunagu_http_request_seconds', help: 'HTTP requests by method and status', labelNames: ['method', 'status'], registers: [this.registry] });
  private readonly jobs = this.gauge('tsunagu_jobs', 'Jobs that the log orders: waiting, or given up', 'state');
  private readonly jobAge = this.gauge('tsunagu_job_oldest_seconds', 'Age of the oldest job that is not done');
  private readonly open = this.gauge('tsunagu_service_open_requests', 'Requests of another service that wait or are in hand', 'service');
  private readonly openAge = this.gauge('tsunagu_service_oldest_request_seconds', 'Age of the oldest of them', 'service');
  private readonly lag = this.gauge('tsunagu_service_lag_seconds', 'From request to result, over the last hour', 'service', 'quantile');
  private readonly unread = this.gauge('tsunagu_service_undelivered_results', 'Results that find no room on their queue', 'service');
  private readonly behind = this.gauge('tsunagu_service_events_behind', 'Events not put on the queue of another service yet', 'service');
  private readonly letters = this.gauge('tsunagu_service_dead_letters', 'Messages of another service that could not be taken', 'service');
  private readonly webhooks = this.gauge('tsunagu_webhooks', 'Webhooks: running, failing (among those), stopped by failures', 'state');
  private readonly webhookEvents = this.gauge('tsunagu_webhook_events_waiting', 'Events not delivered to webhooks yet');
  private readonly webhookFailures = this.gauge('tsunagu_webhook_failures_last_hour', 'Attempts that failed within the last hour');

  constructor(gateway: LiveGateway, private readonly operations: OperationsService) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({ name: 'tsunagu_sockets', help: 'Connected sockets', registers: [this.registry], collect() { this.set(gateway.server?.of('/').sockets.size ?? 0); } });
  }

  use(request: Request, response: Response, next: NextFunction): void {
    const done = this.requests.startTimer({ method: request.method });
    response.on('finish', () => done({ status: String(response.statusCode) }));
    next();
  }

  /** All numbers; those that a server which does not answer would give are left as they were. */
  async text(): Promise<string> {
    await within(ASK_MS, 'counting', this.operations.read()).then((view) => this.set(view), () => undefined);
    return this.registry.metrics();
  }

  private set({ services, webhooks, jobs }: OperationsView): void {
    this.jobs.set({ state: 'waiting' }, jobs.waiting);
    this.jobs.set({ state: 'dead' }, jobs.dead);
    this.jobAge.set(jobs.oldestSeconds);
    for (const { service, open, oldestSeconds, lagSeconds, undelivered, eventsBehind, letters } of services) {
      this.open.set({ service }, open);
      this.openAge.set({ service }, oldestSeconds);
      if (lagSeconds) for (const [quantile, seconds] of [['0.5', lagSeconds.p50], ['0.95', lagSeconds.p95]] as const) this.lag.set({ service, quantile }, seconds);
      else for (const quantile of ['0.5', '0.95']) this.lag.remove({ service, quantile });
      this.unread.set({ service }, undelivered);
      this.behind.set({ service }, eventsBehind);
      this.letters.set({ service }, letters);
    }
    for (const state of ['running', 'failing', 'stopped'] as const) this.webhooks.set({ state }, webhooks[state]);
    this.webhookEvents.set(webhooks.waiting);
    this.webhookFailures.set(webhooks.failedLastHour);
  }

  private gauge(name: string, help: string, ...labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
