import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Problem } from '@tsunagu/contracts';
import type { Request } from 'express';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Is this Origin header the page's own address? Requests without one come from no browser page. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | undefined): boolean {
  if (origin === undefined) return true;
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Against forged requests: a change must be JSON and come from our own page. A foreign page can send neither
 * this content type nor our header nor an API key without asking first, and asking is refused.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(private readonly publicUrl: string | undefined) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(request.method)) return true;
    if (!isOwnOrigin(request.headers.origin, request.headers.host, this.publicUrl)) throw new Problem('request.foreign_origin');
    const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
    if (hasBody && !request.is('application/json')) throw new Problem('request.not_json');
    if (!hasBody && request.headers['x-tsunagu'] === undefined && request.headers.authorization === undefined) throw new Problem('request.no_header');
    return true;
  }
}
