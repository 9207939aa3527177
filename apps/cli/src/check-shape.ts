import { toFieldProblems } from '@tsunagu/contracts';
import type { z } from 'zod';
import { lineOfPath } from './json-position.js';
import { InputError, type Place } from './problems.js';

/**
 * A value as its schema has it.
 * @param text the JSON that the value was read from; without it `place` names the line
 * @throws InputError naming line and field of the first fault
 */
export function checkShape<T extends z.ZodType>(schema: T, value: unknown, place: Place, text?: string): z.output<T> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const [problem] = toFieldProblems([issue]);
  throw new InputError(problem, { ...place, ...(text !== undefined && { line: lineOfPath(text, issue.path) }), field: problem.field });
}
