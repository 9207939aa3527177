import type { z } from 'zod';
import { fieldProblem, type FieldProblem } from './problems.js';

/** Wrong fields that one refusal names. Who sends more of them has sent something else; a list of all could be larger than what was sent. */
const MOST_NAMED = 100;
const MOST_UNITS = 200;

/**
 * The wrong fields that a schema has found, in its order, a hundred at most.
 * @param asProblem a finding's code and sentences; names that are unknown have theirs
 */
export function wrongFields(issues: readonly z.core.$ZodIssue[], asProblem: (issue: z.core.$ZodIssue, field: string) => FieldProblem): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const issue of issues) {
    const left = MOST_NAMED - problems.length;
    if (!left) break;
    if (issue.code === 'unrecognized_keys') problems.push(...issue.keys.slice(0, left).map((key) => fieldProblem(fieldAt([...issue.path, key]), 'field.unknown')));
    else problems.push(asProblem(issue, fieldAt(issue.path)));
  }
  return problems;
}

const fieldAt = (path: readonly PropertyKey[]): string => path.map(String).join('.').slice(0, MOST_UNITS);
