import type { z } from 'zod';
import { DOOR_PATTERNS, DOOR_QUEUES, messageEnvelope, requestId, type DoorPattern, type DoorRequest, type MessageEnvelope } from './messages.js';
import { MESSAGE_VERSION } from './message-version.js';
import { expectedValue, isMissing } from './expected-value.js';
import { fieldProblem, Problem, PROBLEMS, type FieldProblem, type ProblemCode } from './problems.js';

/** A request as the contract has it: its envelope, and its data with defaults filled in. */
export interface ReadMessage<P extends DoorPattern = DoorPattern> { pattern: P; message: MessageEnvelope; request: DoorRequest<P> }
/** What could not be taken, and to whom that is told: the id and reply queue as far as they can be made out. */
export interface RefusedMessage { message: MessageEnvelope; problem: Problem }

const isCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** Wrong fields of a zod error, each with a code and sentences. */
export function toFieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fieldProblem([...issue.path, key].join('.'), 'field.unknown'));
  return [fieldProblem(issue.path.join('.'), isCode(issue.message) ? issue.message : isMissing(issue) ? 'field.missing' : 'field.invalid', (issue.code === 'custom' ? issue.params : expectedValue(issue)) ?? {})];
}

/**
 * Reads a message of another service.
 * @param patterns those that the queue serves
 * @param jobId stands in for an id that cannot be made out
 */
export function readMessage(pattern: string, data: unknown, { jobId, patterns }: { jobId: string; patterns: readonly string[] }): ReadMessage | RefusedMessage {
  const refuse = (problem: Problem): RefusedMessage => ({ message: addressed(data, jobId), problem });
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return refuse(new Problem('match.malformed'));
  const { version } = data as { version?: unknown };
  if (version !== undefined && version !== MESSAGE_VERSION) return refuse(unknownVersion(version));
  if (!patterns.includes(pattern) && Object.hasOwn(DOOR_PATTERNS, pattern)) return refuse(new Problem('match.other_queue', { values: { pattern, queue: DOOR_QUEUES.requests } }));
  if (!patterns.includes(pattern)) return refuse(unknownPattern(pattern));
  const envelope = messageEnvelope.safeParse(data, { reportInput: true });
  if (!envelope.success) return refuse(new Problem('request.invalid', { errors: envelope.error.issues.flatMap(toFieldProblems) }));
  const request = DOOR_PATTERNS[pattern as DoorPattern].request.safeParse(envelope.data.data, { reportInput: true });
  if (!request.success) return { message: envelope.data, problem: new Problem('request.invalid', { errors: request.error.issues.map((issue) => ({ ...issue, path: ['data', ...issue.path] })).flatMap(toFieldProblems) }) };
  return { pattern: pattern as DoorPattern, message: envelope.data, request: request.data };
}

/** What is wrong with a message as a whole where its schema found these issues: of another version, or of a kind that is not known, nothing else can be judged. */
export function problemOfWhole(issues: readonly z.core.$ZodIssue[]): Problem | undefined {
  const sent = (code: ProblemCode): string | undefined => issues.filter(({ message }) => message === code).map(({ input }) => String(input))[0];
  const [version, pattern] = [sent('match.unknown_version'), sent('match.unknown_pattern')];
  if (version !== undefined) return unknownVersion(version);
  return pattern === undefined ? undefined : unknownPattern(pattern);
}

const unknownVersion = (version: unknown): Problem => new Problem('match.unknown_version', { values: { version: String(version).slice(0, 20) } });
const unknownPattern = (pattern: string): Problem => new Problem('match.unknown_pattern', { values: { pattern: pattern.slice(0, 60) } });

const shape = messageEnvelope.shape;

/** What was sent in place of an id, so that its sender knows it again: a text as it is, as far as it can be stored. */
function sentId(id: unknown): string | undefined {
  if (id === undefined) return undefined;
  const text = typeof id === 'string' ? id : JSON.stringify(id);
  return text.toWellFormed().replaceAll('\0', '\uFFFD').slice(0, SENT_UNITS).toWellFormed();
}
const SENT_UNITS = 200;

/** The envelope of a message that is wrong somewhere: what is right of it, defaults for the rest. Where the id cannot be the request's, it comes back as correlation id. */
function addressed(sent: unknown, jobId: string): MessageEnvelope {
  const isEnvelope = sent !== null && typeof sent === 'object' && !Array.isArray(sent);
  const { id, correlationId, replyTo, data } = (isEnvelope ? sent : { data: sent ?? null }) as Record<string, unknown>;
  const known = requestId.safeParse(id).data;
  const recognised = shape.correlationId.safeParse(correlationId).data ?? (known === undefined ? sentId(id) : undefined);
  return {
    version: MESSAGE_VERSION,
    id: known ?? `job-${jobId.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 90)}`,
    data,
    ...(recognised === undefined ? {} : { correlationId: recognised }),
    replyTo: shape.replyTo.safeParse(replyTo).data ?? 'results',
    priority: 0,
  };
}
