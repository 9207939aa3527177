import { Catch, Logger, type RpcExceptionFilter } from '@nestjs/common';
import { RpcException } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import { isProblem, Problem } from '@tsunagu/contracts';
import { describeError, framesOf } from './describe-error.js';
import { OutageLog } from './outage-log.js';

/** Turns what a message handler throws into the answer: a coded problem as its body, an RpcException as its error, all else as `request.failed`. */
@Catch()
export class ProblemFilter implements RpcExceptionFilter<unknown> {
  readonly #logger = new Logger('Messages');
  readonly #outages = new OutageLog((line) => this.#logger.error(line));

  catch(exception: unknown): Observable<never> {
    if (isProblem(exception)) return throwError(() => exception.body);
    if (exception instanceof RpcException) return throwError(() => exception.getError());
    this.#outages.tell(describeError(exception), `\n${framesOf(exception)}`);
    return throwError(() => new Problem('request.failed').body);
  }
}
