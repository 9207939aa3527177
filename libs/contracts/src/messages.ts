import { z } from 'zod';
import { matchCandidatesRequest, matchCandidatesResult, matchRepairRequest, matchRepairResult, matchTagsRequest, matchTagsResult, matchTeamsRequest, matchTeamsResult } from './match-requests.js';
import { MESSAGE_VERSION } from './message-version.js';
import { PROBLEMS, type ProblemCode } from './problems.js';

// The contract between Tsunagu and other services over the message queue: plain JSON as data of BullMQ jobs.

/** Queues of a service's door. Requests and control messages come in, results and events go out. */
export const DOOR_QUEUES = { requests: 'requests', control: 'control', results: 'results', events: 'events' } as const;

/** A queue of each door that is nobody's: the one job on it tells whether the door's queues have lost what lay on them. */
export const DOOR_MARK = 'mark';

export const requestId = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/, { error: 'match.id_form' }).describe('chosen by you and unique within your service; the idempotency key: the same id is answered once, however often it is sent');
const replyQueue = z.string().regex(/^results(\.[A-Za-z0-9_-]{1,64})?$/, { error: 'match.reply_to_form' });

/** Data of a request's job; the job's name is the pattern. */
export const messageEnvelope = z.strictObject({
  version: z.literal(MESSAGE_VERSION),
  id: requestId,
  data: z.unknown(),
  correlationId: z.string().min(1).max(200).optional().describe('comes back with the result; default: the id'),
  replyTo: replyQueue.default('results').describe('queue of your door for the result: `results`, or `results.<name>` where several of your programs ask'),
  deadline: z.iso.datetime({ offset: true }).optional().describe('after it the answer is `expired`'),
  priority: z.int().min(0).max(9).default(0).describe('0 = soonest. Whoever adds jobs with a BullMQ client repeats it as the job option `priority`, since the queue goes by that'),
});
export type MessageEnvelope = z.output<typeof messageEnvelope>;

export const withdrawRequest = z.strictObject({ id: requestId.describe('the request that is no longer wanted; one that has not come yet is withdrawn as well, so its id is used up') });
export const withdrawResult = z.strictObject({ id: z.string(), status: z.enum(['withdrawn', 'done', 'rejected', 'expired']).describe('how the withdrawn request has ended') });
export const replayRequest = z.strictObject({ eventId: z.uuid(), since: z.int().min(0).describe('events with a higher `seq` come again, in order; 0 = all that is kept') });
export const replayResult = z.strictObject({ eventId: z.string(), since: z.int(), last: z.int().describe('the highest `seq` there is now') });

/** Patterns of the queue `requests`. */
export const MATCH_PATTERNS = {
  'match.tags': { request: matchTagsRequest, result: matchTagsResult },
  'match.candidates': { request: matchCandidatesRequest, result: matchCandidatesResult },
  'match.teams': { request: matchTeamsRequest, result: matchTeamsResult },
  'match.repair': { request: matchRepairRequest, result: matchRepairResult },
} as const;
/** Patterns of the queue `control`, which never waits behind work. */
export const CONTROL_PATTERNS = {
  'match.withdraw': { request: withdrawRequest, result: withdrawResult },
  'events.replay': { request: replayRequest, result: replayResult },
} as const;
export const DOOR_PATTERNS = { ...MATCH_PATTERNS, ...CONTROL_PATTERNS } as const;

export type MatchPattern = keyof typeof MATCH_PATTERNS;
export type DoorPattern = keyof typeof DOOR_PATTERNS;
export type DoorRequest<P extends DoorPattern> = z.output<(typeof DOOR_PATTERNS)[P]['request']>;
export type DoorResult<P extends DoorPattern> = z.output<(typeof DOOR_PATTERNS)[P]['result']>;

const fieldRefusal = z.object({ field: z.string(), code: z.string(), ja: z.string(), en: z.string(), yasashii: z.string().optional() });
/** Why there is no result: an RFC 9457 problem. */
export const refusal = z.object({
  type: z.string(), title: z.string(), status: z.int(), code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  ja: z.string(), en: z.string(), yasashii: z.string().optional(), errors: z.array(fieldRefusal).optional().describe('each wrong field, by its path in `data` or in the envelope'),
});

/** How a request can end. There is no other end, and no second one. */
export const RESULT_STATUSES = ['done', 'rejected', 'expired', 'withdrawn'] as const;
export type ResultStatus = (typeof RESULT_STATUSES)[number];

const answered = {
  version: z.literal(MESSAGE_VERSION),
  id: z.string().describe('the request\'s id; drop results whose id and `round` you have already handled'),
  correlationId: z.string().describe('as you gave it; else the id as you sent it, also one that could not be taken: `id` is then made from the job'),
  pattern: z.string(),
  requester: z.string().describe('name of your service, as the door knows it'),
  round: z.int().min(0).describe('1; higher only where an operator had a rejected request done again; 0 = not the result of this id but the refusal of another request that used it (`match.id_reused`)'),
  model: z.string().describe('revision of the knowledge that answered'),
  timing: z.strictObject({
    acceptedAt: z.iso.datetime(), finishedAt: z.iso.datetime(),
    waitedMs: z.number().min(0).describe('in the queue'), workedMs: z.number().min(0),
  }),
  expiresAt: z.iso.datetime().describe('until then it can be read again over HTTP'),
};

/** Data of a result's job, named `result`. */
export const messageResult = z.discriminatedUnion('status', [
  z.strictObject({ ...answered, status: z.literal('done'), result: z.unknown().describe('shape by pattern') }),
  z.strictObject({ ...answered, status: z.literal('rejected'), problem: refusal }),
  z.strictObject({ ...answered, status: z.literal('expired'), problem: refusal }),
  z.strictObject({ ...answered, status: z.literal('withdrawn'), problem: refusal }),
]);
export type MessageResult = z.output<typeof messageResult>;

/** The result of one pattern, done. */
export const doneResult = <P extends DoorPattern>(pattern: P) =>
  z.strictObject({ ...answered, pattern: z.literal(pattern), status: z.literal('done'), result: DOOR_PATTERNS[pattern].result });
/** A request of one pattern. */
export const requestOf = <P extends DoorPattern>(pattern: P) => messageEnvelope.extend({ data: DOOR_PATTERNS[pattern].request });
