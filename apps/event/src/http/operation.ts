import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { HttpName } from '@tsunagu/contracts';
import type { Observable } from 'rxjs';
import { ROUTE } from './route.js';

const running = new AsyncLocalStorage<HttpName | undefined>();

/** The operation that is being worked on, wherever its work has led; none in jobs and timers. */
export const runningOperation = (): HttpName | undefined => running.getStore();

/** Remembers which operation a request is, for as long as it is worked on. */
@Injectable()
export class OperationInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return running.run(this.reflector.get<HttpName | undefined>(ROUTE, context.getHandler()), () => next.handle());
  }
}
