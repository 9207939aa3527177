/** Wrong usage of a command: exit 2. */
export class UsageError extends Error {}

/** Bad input: exit 1; the message names the line where there is one. */
export class InputError extends Error {}

/** For commands that take nothing. @throws UsageError */
export function noArguments(command: string, args: string[]): void {
  if (args.length) throw new UsageError(`usage: tsunagu ${command}`);
}
