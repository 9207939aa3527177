import { MESSAGE_VERSION, Problem, type MessageEnvelope, type MessageResult, type ProblemBody, type ProblemCode, type ResultStatus } from '@tsunagu/contracts';

/** A request in hand, and what is told of it in its result. */
export interface RequestInHand {
  service: string;
  pattern: string;
  message: MessageEnvelope;
  round: number;
  /** knowledge that answers */
  model: string;
  acceptedAt: Date;
  takenAt: Date;
  keepMs: number;
}

const frame = ({ service, pattern, message, round, model, acceptedAt, takenAt, keepMs }: RequestInHand, now: Date) => ({
  version: MESSAGE_VERSION, id: message.id, correlationId: message.correlationId ?? message.id, pattern, requester: service, round, model,
  timing: {
    acceptedAt: acceptedAt.toISOString(), finishedAt: now.toISOString(),
    waitedMs: Math.max(0, takenAt.getTime() - acceptedAt.getTime()), workedMs: Math.max(0, now.getTime() - takenAt.getTime()),
  },
  expiresAt: new Date(now.getTime() + keepMs).toISOString(),
} as const);

export const doneAnswer = (request: RequestInHand, result: unknown, now: Date): MessageResult => ({ ...frame(request, now), status: 'done', result: result ?? null });

/** @param problem why there is no result */
export const refusedAnswer = (request: RequestInHand, problem: ProblemBody, now: Date): MessageResult => ({ ...frame(request, now), status: STATUS_OF[problem.code] ?? 'rejected', problem });

const STATUS_OF: Partial<Record<ProblemCode, Exclude<ResultStatus, 'done'>>> = { 'match.expired': 'expired', 'match.withdrawn': 'withdrawn' };

/** What a handler threw, as a refusal; what is no coded problem is told without its message. */
export function asRefusal(error: unknown): ProblemBody {
  if (error instanceof Problem) return error.body;
  const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown };
  return typeof code === 'string' && typeof status === 'number' ? error as ProblemBody : new Problem('request.failed').body;
}
