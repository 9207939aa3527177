import { z } from 'zod';

export const MESSAGE_FORMAT = 1;
/** Queues of the two sides, where none is named. */
export const REQUESTS = 'requests';
export const RESULTS = 'results';

const replyQueue = z.string().regex(/^results(\.[A-Za-z0-9_-]{1,64})?$/);

/**
 * Data of a message's job; the job's name is the pattern. With an `id` it is a request, without one an event.
 * In any language: `queue.add('greet', { version: 1, id: 'my-1', data: { name: '花子' } })`.
 */
export const message = z.looseObject({
  version: z.literal(MESSAGE_FORMAT).default(MESSAGE_FORMAT),
  id: z.string().min(1).max(100).optional(),
  data: z.unknown(),
  /** comes back with the answer */
  correlationId: z.string().max(200).optional(),
  /** queue for the answer: `results`, or `results.<name>` where one service has several askers */
  replyTo: replyQueue.default(RESULTS),
  /** ISO time after which nobody waits for the answer */
  deadline: z.iso.datetime({ offset: true }).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});
export type Message = z.output<typeof message>;

/**
 * Data of an answer's job, named `result`. Values that come before the last one are `part`; `done` ends an answer, with a
 * last value or without; every other status ends it without one and says why.
 */
export const reply = z.looseObject({
  version: z.number(),
  id: z.string(),
  correlationId: z.string().optional(),
  status: z.string(),
  result: z.unknown().optional(),
  problem: z.unknown().optional(),
});
export type Reply = z.output<typeof reply>;

export interface TransportProblem { code: string; title: string }

/** Where the answer to a message belongs that could not be read as a whole. */
export function addressOf(data: unknown, jobId: string): { id: string; replyTo: string } {
  const { id, replyTo } = (data ?? {}) as { id?: unknown; replyTo?: unknown };
  return { id: typeof id === 'string' && id ? id.slice(0, 100) : jobId, replyTo: replyQueue.safeParse(replyTo).data ?? RESULTS };
}
