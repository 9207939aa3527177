import { Injectable, type NestMiddleware } from '@nestjs/common';
import { LiveGateway } from '../proposals-out/live.gateway.js';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers for the operator, in Prometheus' text format. */
@Injectable()
export class Metrics implements NestMiddleware {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({ name: 'tsunagu_http_request_seconds', help: 'HTTP requests by method and status', labelNames: ['method', 'status'], registers: [this.registry] });

  constructor(gateway: LiveGateway) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({ name: 'tsunagu_sockets', help: 'Connected sockets', registers: [this.registry], collect() { this.set(gateway.server?.of('/').sockets.size ?? 0); } });
  }

  use(request: Request, response: Response, next: NextFunction): void {
    const done = this.requests.startTimer({ method: request.method });
    response.on('finish', () => done({ status: String(response.statusCode) }));
    next();
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
