import { isProblem } from '@tsunagu/contracts';

/**
 * An error in words that may be logged or kept with a job: its code or class and where it was thrown, never its message,
 * since messages of parsers and databases can quote what somebody wrote.
 */
export function describeError(error: unknown): string {
  if (isProblem(error)) return error.code;
  if (!(error instanceof Error)) return 'unknown error';
  const code = (error as { code?: string }).code ?? (error as { driverError?: { code?: string } }).driverError?.code;
  return code ? `${error.name} ${code}` : error.name;
}

/** The stack's frames without the message. */
export const framesOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n') : '';
