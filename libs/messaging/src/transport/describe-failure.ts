/** An error by its class and code, never its message: messages of parsers and drivers can quote what somebody wrote. */
export function describeFailure(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [typeof name === 'string' ? name : 'Error', code].filter(Boolean).join(' ');
}
