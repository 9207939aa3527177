import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { isProblem, Problem } from '@tsunagu/contracts';
import type { Request, Response } from 'express';
import { catchError, tap, type Observable } from 'rxjs';

const VERSION = /^(?:W\/)?"(\d{1,9})"$/;

/**
 * Versions as HTTP has them: an answer with a `version` carries it as ETag, and `If-Match` stands for the `version` of a
 * body. Whoever sends it gets 412 with the present state where somebody else was faster.
 */
@Injectable()
export class VersionsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    const wanted = request.headers['if-match'];
    if (wanted !== undefined && request.method !== 'GET') {
      const version = VERSION.exec(wanted)?.[1];
      if (version === undefined) throw new Problem('request.malformed');
      request.body = { ...(request.body as object | undefined), version: Number(version) };
    }
    return next.handle().pipe(
      tap((answer: unknown) => {
        const { version } = (answer ?? {}) as { version?: unknown };
        if (typeof version === 'number') context.switchToHttp().getResponse<Response>().setHeader('ETag', `"${version}"`);
      }),
      catchError((error: unknown) => {
        if (wanted !== undefined && isProblem(error, 'edit.conflict')) throw new Problem('edit.outdated', { current: error.body.current, cause: error });
        throw error;
      }),
    );
  }
}
