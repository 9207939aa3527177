/** Wrong usage of a command: exit 2. */
export class UsageError extends Error {}

/** Asked how a command is used, which is the message: exit 0. */
export class HelpAsked extends Error {}

/** Bad input: exit 1; the message names the line where there is one. */
export class InputError extends Error {}
