import type { StoreProblemCode } from '../store-problems.js';

/** Why the embedded database cannot serve; the message is one English sentence, `code` finds what is said to people. */
export class EmbeddedPostgresProblem extends Error {
  constructor(readonly code: StoreProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** The system's code of a failed call ("ENOENT"), if there is one. */
export const systemCode = (error: unknown): string | undefined => (error as { code?: string }).code;
