import { expectedValue, fieldProblem, isMissing, Problem, problemOfWhole, PROBLEMS, wrongFields, type FieldProblem, type ProblemCode, type ProblemValues } from '@tsunagu/contracts';
import type { z } from 'zod';

const isCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** The code of one finding: schemas name theirs in the message; the rest is told apart by what is wrong. */
function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  if (isCode(issue.message)) return issue.message;
  if (issue.code === 'too_big' && issue.path[0] === 'jackets') return 'jacket.too_many';
  if (issue.code === 'invalid_type' && issue.expected === 'string' && issue.input === undefined) return 'text.empty';
  return isMissing(issue) ? 'field.missing' : 'field.invalid';
}

function toFieldProblem(issue: z.core.$ZodIssue, field: string): FieldProblem {
  const values = issue.code === 'custom' ? (issue.params as ProblemValues | undefined) ?? {} : { ...expectedValue(issue), ...(issue.code === 'too_big' ? { limit: Number(issue.maximum) } : {}) };
  return fieldProblem(field, codeOf(issue), values);
}

/** A list where an object has to be. */
const isList = ({ code, path, input }: z.core.$ZodIssue): boolean => code === 'invalid_type' && path.length === 0 && Array.isArray(input);

/** Checks what came from outside. @throws Problem request.invalid naming every field that is wrong, or what is wrong as a whole */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  if (parsed.error.issues.some(isList)) throw new Problem('request.malformed');
  throw problemOfWhole(parsed.error.issues) ?? new Problem('request.invalid', { errors: wrongFields(parsed.error.issues, toFieldProblem) });
}
