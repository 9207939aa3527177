import { isProblem } from '@tsunagu/contracts';

/**
 * An error in words that may be logged or kept with a job: its code or class, else where it was thrown, never its message,
 * since messages of parsers and databases can quote what somebody wrote.
 */
export function describeError(error: unknown): string {
  if (isProblem(error)) return error.code;
  const { name, code, driverError } = (error ?? {}) as { name?: unknown; code?: unknown; driverError?: { code?: unknown } };
  const known = [typeof name === 'string' ? name : 'Error', code ?? driverError?.code].filter(Boolean).join(' ');
  return known === 'Error' ? [known, framesOf(error).split('\n')[0]!.trim()].filter(Boolean).join(' ') : known;
}

/** The stack's frames without the message. */
export const framesOf = (error: unknown): string =>
  String((error as { stack?: unknown } | null)?.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
