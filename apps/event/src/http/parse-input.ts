import { expectedValue, fieldProblem, Problem, PROBLEMS, type FieldProblem, type ProblemCode, type ProblemValues } from '@tsunagu/contracts';
import type { z } from 'zod';

const isCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** The code of one finding: schemas name theirs in the message; the rest is told apart by what is wrong. */
function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  if (isCode(issue.message)) return issue.message;
  if (issue.code === 'too_big' && issue.path[0] === 'jackets') return 'jacket.too_many';
  if (issue.code === 'invalid_type' && issue.expected === 'string' && issue.input === undefined) return 'text.empty';
  return 'field.invalid';
}

function toFieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fieldProblem([...issue.path, key].join('.'), 'field.unknown'));
  const values = issue.code === 'custom' ? (issue.params as ProblemValues | undefined) ?? {} : { ...expectedValue(issue), ...(issue.code === 'too_big' ? { limit: Number(issue.maximum) } : {}) };
  return [fieldProblem(field, codeOf(issue), values)];
}

/** Checks what came from outside. @throws Problem request.invalid naming every field that is wrong */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Problem('request.invalid', { errors: parsed.error.issues.flatMap(toFieldProblems) });
}
