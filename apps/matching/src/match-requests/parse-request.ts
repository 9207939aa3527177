import { fieldProblem, isProblem, DOOR_PATTERNS, Problem, PROBLEMS, type DoorPattern, type DoorRequest, type FieldProblem, type ProblemCode } from '@tsunagu/contracts';
import type { z } from 'zod';

const isCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

function toFieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fieldProblem([...issue.path, key].join('.'), 'field.unknown'));
  return [fieldProblem(issue.path.join('.'), isCode(issue.message) ? issue.message : 'field.invalid', (issue.code === 'custom' ? issue.params : undefined) ?? {})];
}

/** A request's data as the contract has it. @throws Problem request.invalid naming each wrong field */
export function parseRequest<P extends DoorPattern>(pattern: P, data: unknown): DoorRequest<P> {
  const parsed = DOOR_PATTERNS[pattern].request.safeParse(data);
  if (!parsed.success) throw new Problem('request.invalid', { errors: parsed.error.issues.flatMap(toFieldProblems) });
  return parsed.data as DoorRequest<P>;
}

/** Problems of single texts of a request, by field; others pass. @throws Problem request.invalid where there is one */
export function refuseTexts(found: readonly unknown[], fieldOf: (index: number) => string): void {
  const errors = found.flatMap((one, index) => (isProblem(one) ? [fieldProblem(fieldOf(index), one.code)] : []));
  if (errors.length) throw new Problem('request.invalid', { errors });
}
