import { isProblem } from '@tsunagu/contracts';

/**
 * An error in words that may be logged or kept with a job: its code or class, else where it was thrown, never its message,
 * since messages of parsers and databases can quote what somebody wrote.
 */
export function describeError(error: unknown): string {
  if (isProblem(error)) return error.code;
  const { name, code, driverError, port, address } = (error ?? {}) as { name?: unknown; code?: unknown; driverError?: { code?: unknown }; port?: unknown; address?: unknown };
  const where = typeof port === 'number' ? `${typeof address === 'string' ? address : ''}:${port}` : undefined;
  const known = [typeof name === 'string' ? name : 'Error', code ?? driverError?.code ?? lostServer(error), where].filter(Boolean).join(' ');
  return known === 'Error' ? [known, framesOf(error).split('\n')[0]!.trim()].filter(Boolean).join(' ') : known;
}

/** What the clients of the two servers say of a connection that is lost, without any code. */
const LOST: readonly [says: RegExp, what: string][] = [
  [/^timeout exceeded when trying to connect$|^Connection terminated due to connection timeout$/, 'PostgreSQL time-out'],
  [/^Connection terminated|^Client has encountered a connection error|^Cannot use a pool after calling end/, 'PostgreSQL connection lost'],
  [/^Connection is closed\.?$|^Stream isn't writeable|^Reached the max retries per request/, 'Redis connection lost'],
  [/^Socket timeout/, 'Redis time-out'],
];
const lostServer = (error: unknown): string | undefined => {
  const says = String((error as { message?: unknown } | null)?.message ?? '');
  return LOST.find(([words]) => words.test(says))?.[1];
};

/** Does a client of Redis say that its server is lost? */
export const isRedisLost = (error: unknown): boolean => lostServer(error)?.startsWith('Redis') ?? false;

/** The stack's frames without the message. */
export const framesOf = (error: unknown): string =>
  String((error as { stack?: unknown } | null)?.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
