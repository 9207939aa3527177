import type { z } from 'zod';
import { DOOR_PATTERNS, DOOR_QUEUES, messageEnvelope, requestId, type DoorPattern, type DoorRequest, type MessageEnvelope } from './messages.js';
import { MESSAGE_VERSION } from './message-version.js';
import { atMostLevels, expectedValue, isMissing } from './expected-value.js';
import { LIMITS } from './limits.js';
import { fieldProblem, Problem, PROBLEMS, type FieldProblem, type ProblemCode } from './problems.js';
import { wrongFields } from './wrong-fields.js';

/** A request as the contract has it: its envelope, and its data with defaults filled in. */
export interface ReadMessage<P extends DoorPattern = DoorPattern> { pattern: P; message: MessageEnvelope; request: DoorRequest<P> }
/** What could not be taken, and to whom that is told: the id and reply queue as far as they can be made out. */
export interface RefusedMessage { message: MessageEnvelope; problem: Problem }

const isCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** Wrong fields of a zod error, each with a code and sentences; a hundred at most. */
export const toFieldProblems = (issues: readonly z.core.$ZodIssue[]): FieldProblem[] => wrongFields(issues, (issue, field) =>
  fieldProblem(field, isCode(issue.message) ? issue.message : isMissing(issue) ? 'field.missing' : 'field.invalid', (issue.code === 'custom' ? issue.params : expectedValue(issue)) ?? {}));

/**
 * Reads a message of another service.
 * @param patterns those that the queue serves
 * @param jobId stands in for an id that cannot be made out
 */
export function readMessage(pattern: string, data: unknown, { jobId, patterns }: { jobId: string; patterns: readonly string[] }): ReadMessage | RefusedMessage {
  const refuse = (problem: Problem): RefusedMessage => ({ message: addressed(data, jobId), problem });
  const excess = findExcess(data);
  if (excess) return { message: bareMessage(data, jobId), problem: excess };
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return refuse(new Problem('match.malformed'));
  const { version } = data as { version?: unknown };
  if (version !== undefined && version !== MESSAGE_VERSION) return refuse(unknownVersion(version));
  if (!patterns.includes(pattern) && Object.hasOwn(DOOR_PATTERNS, pattern)) return refuse(new Problem('match.other_queue', { values: { pattern, queue: DOOR_QUEUES.requests } }));
  if (!patterns.includes(pattern)) return refuse(unknownPattern(pattern));
  const envelope = messageEnvelope.safeParse(data, { reportInput: true });
  if (!envelope.success) return refuse(new Problem('request.invalid', { errors: toFieldProblems(envelope.error.issues) }));
  const request = DOOR_PATTERNS[pattern as DoorPattern].request.safeParse(envelope.data.data, { reportInput: true });
  if (!request.success) return { message: envelope.data, problem: new Problem('request.invalid', { errors: toFieldProblems(request.error.issues.map((issue) => ({ ...issue, path: ['data', ...issue.path] }))) }) };
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

/** Lists and objects within each other, and characters, beyond which a message is not read. */
const MOST_LEVELS = 100;
const MOST_UNITS = LIMITS.serviceBodyBytes;

/** Why a message is too much to be read at all: what looks at it as a whole would run out of stack, or keep everybody else waiting. */
function findExcess(data: unknown): Problem | undefined {
  let units = 0;
  const isDeep = (value: unknown, levels: number): boolean => {
    units += typeof value === 'string' ? value.length : 1;
    if (value === null || typeof value !== 'object' || units > MOST_UNITS) return false;
    if (levels === MOST_LEVELS) return true;
    if (!Array.isArray(value)) for (const key in value) units += key.length;
    return Object.values(value).some((inner) => isDeep(inner, levels + 1));
  };
  if (isDeep(data, 0)) return new Problem('request.invalid', { errors: [fieldProblem('data', 'field.invalid', atMostLevels(MOST_LEVELS))] });
  return units > MOST_UNITS ? new Problem('request.too_large', { values: { limit: MOST_UNITS / 1024 } }) : undefined;
}

/** What is left of a message whose content cannot be read or kept: whom to answer. Never fails, whatever was sent. */
export function bareMessage(sent: unknown, jobId: string): MessageEnvelope {
  const { id, correlationId, replyTo } = (sent ?? {}) as Record<string, unknown>;
  return addressed({ ...(typeof id === 'string' ? { id } : {}), correlationId, replyTo, data: null }, jobId);
}

/** What was sent in place of an id, so that its sender knows it again: a text as it is, as far as it can be stored. */
function sentId(id: unknown): string | undefined {
  if (id === undefined) return undefined;
  return storableText(typeof id === 'string' ? id : JSON.stringify(id));
}
const SENT_UNITS = 200;

/** The beginning of a text that somebody sent, as any store takes it: at most 200 UTF-16 units. */
export const storableText = (text: string): string => text.slice(0, SENT_UNITS).toWellFormed().replaceAll('\0', '\uFFFD');

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
