import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isProblem, Problem, type ProblemCode } from '@tsunagu/contracts';
import { describeError, framesOf, OutageLog } from '@tsunagu/messaging';
import { sqlState } from '@tsunagu/storage';
import type { Request, Response } from 'express';
import { forService } from '../service-door/for-service.js';

const CONNECTION_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);
const HTTP_CODES: Record<number, ProblemCode> = { 404: 'request.not_found', 413: 'request.too_large', 415: 'request.not_json' };
const RETRY_SECONDS = '2';

/** Classes 08 and 57 are lost connections and a server that is going down, 53 one that has run out of something. */
function storeIsGone(error: unknown): boolean {
  const state = sqlState(error) ?? '';
  const { code, message } = error as { code?: string; message?: string };
  return /^(08|57P|53)/.test(state) || CONNECTION_ERRORS.has(code ?? '') || /Connection terminated|timeout exceeded when trying to connect/.test(message ?? '');
}

/** A character that texts or JSON of the database cannot hold, which is NUL: somebody sent it where no schema looks. */
const UNSTORABLE = new Set(['22021', '22P05']);

const tooLarge = (error: unknown): Problem => new Problem('request.too_large', { values: { limit: Math.round((error as { limit: number }).limit / 1024) } });

/** The coded refusal for anything that was thrown. */
export function toProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  // Nest wraps what reading a body threw.
  const read = error instanceof HttpException ? error.cause ?? error : error;
  const type = (read as { type?: string }).type;
  if (type?.startsWith('entity.') || type?.startsWith('encoding.') || type?.startsWith('charset.')) return type === 'entity.too.large' ? tooLarge(read) : new Problem('request.malformed');
  if (error instanceof HttpException) return new Problem(HTTP_CODES[error.getStatus()] ?? (error.getStatus() < 500 ? 'request.malformed' : 'request.failed'), { cause: error });
  if (error instanceof URIError) return new Problem('request.not_found');
  if (UNSTORABLE.has(sqlState(error) ?? '')) return new Problem('request.malformed', { cause: error });
  return new Problem(storeIsGone(error) ? 'store.unavailable' : 'request.failed', { cause: error });
}

/** Seconds after which the same may be asked again, where waiting helps: those that its sentence names, or a moment. */
export function secondsToWait({ code, body, values }: Problem): string | undefined {
  if (body.status === 429) return String(values.seconds ?? RETRY_SECONDS);
  return body.status === 503 || code === 'request.in_progress' ? RETRY_SECONDS : undefined;
}

/** An error in one line without its message: messages of parsers and databases can quote what somebody wrote. */
const describe = (error: unknown): string => `${describeError(error)} ${framesOf(error).split('\n').slice(0, 3).map((frame) => frame.trim()).join(' ')}`;

/** Turns whatever was thrown into an RFC 9457 answer. Never tells a stack, SQL or profile text. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');
  private readonly outages = new OutageLog((line) => this.logger.error(line));

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') {
      this.logger.error(`socket: ${describe(error)}`);
      return;
    }
    const response = host.switchToHttp().getResponse<Response>();
    const problem = forService(toProblem(error), host.switchToHttp().getRequest<Request>());
    const { body, code } = problem;
    if (body.status >= 500) this.outages.tell(`${code}: ${describe(error)}`);
    if (response.headersSent) return;
    const seconds = secondsToWait(problem);
    if (seconds !== undefined) response.setHeader('Retry-After', seconds);
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  }
}
