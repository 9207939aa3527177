import { z } from 'zod';

/** Queues of a door, as seen by both sides. */
export const REQUESTS = 'requests';
export const RESULTS = 'results';
export const EVENTS = 'events';

const replyQueue = z.string().regex(/^results(\.[A-Za-z0-9_-]{1,64})?$/);

/**
 * Data of a request's or event's job. The job's name is the pattern, its id the correlation id.
 * In any language: `queue.add('match.tags', { data: { version: 1, texts: […] } }, { jobId: 'my-id' })`.
 */
export const envelope = z.strictObject({
  data: z.unknown(),
  /** Queue for the answer: `results`, or `results.<name>` where one service has several askers. */
  replyTo: replyQueue.default(RESULTS),
  /** Milliseconds since 1970 after which nobody waits for the answer. */
  expiresAt: z.number().int().positive().optional(),
  /** An event: nobody waits for an answer. */
  event: z.literal(true).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});
export type Envelope = z.output<typeof envelope>;

/** Data of an answer's job, named `result`: one or several for a request, the last one with `isDisposed`. */
export const reply = z.object({
  id: z.string(),
  pattern: z.string(),
  response: z.unknown().optional(),
  /** a problem with its code and sentences */
  err: z.unknown().optional(),
  isDisposed: z.boolean().optional(),
});
export type Reply = z.output<typeof reply>;

/** Where the answer to a message belongs that could not be read as a whole. */
export const replyQueueOf = (data: unknown): string => replyQueue.safeParse((data as { replyTo?: unknown } | null)?.replyTo).data ?? RESULTS;
