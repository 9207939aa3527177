import { fieldProblem, isProblem, MATCH_PATTERNS, MESSAGE_VERSION, Problem, PROBLEMS, type FieldProblem, type MatchPattern, type MatchRequest, type ProblemCode } from '@tsunagu/contracts';
import type { z } from 'zod';

const isCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

function toFieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fieldProblem([...issue.path, key].join('.'), 'field.unknown'));
  return [fieldProblem(issue.path.join('.'), isCode(issue.message) ? issue.message : 'field.invalid', (issue.code === 'custom' ? issue.params : undefined) ?? {})];
}

/**
 * A request of another service as the contract has it.
 * @param now milliseconds since 1970
 * @throws Problem match.unknown_version, request.invalid naming each wrong field, match.expired past the deadline
 */
export function parseRequest<P extends MatchPattern>(pattern: P, data: unknown, now: number): MatchRequest<P> {
  const version = (data as { version?: unknown } | null)?.version;
  if (version !== undefined && version !== MESSAGE_VERSION) throw new Problem('match.unknown_version', { values: { version: String(version).slice(0, 20) } });
  const parsed = MATCH_PATTERNS[pattern].request.safeParse(data);
  if (!parsed.success) throw new Problem('request.invalid', { errors: parsed.error.issues.flatMap(toFieldProblems) });
  if (parsed.data.deadline !== undefined && Date.parse(parsed.data.deadline) < now) throw new Problem('match.expired');
  return parsed.data as MatchRequest<P>;
}

/** Problems of single texts of a request, by field; others pass. @throws Problem request.invalid where there is one */
export function refuseTexts(found: readonly unknown[], fieldOf: (index: number) => string): void {
  const errors = found.flatMap((one, index) => (isProblem(one) ? [fieldProblem(fieldOf(index), one.code)] : []));
  if (errors.length) throw new Problem('request.invalid', { errors });
}
