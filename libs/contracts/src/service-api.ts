import { z } from 'zod';
import { messageResult, MATCH_PATTERNS, RESULT_STATUSES, messageEnvelope, requestId, type MatchPattern } from './messages.js';
import { MESSAGE_VERSION } from './message-version.js';
import { OUTSIDE_EVENTS, type OutsideEvent, type OutsideType } from './outside-events.js';
import { eventState } from './views.js';
import { KINDS } from './words.js';

// HTTP for other services, and what organisers and the operator see of them. Bodies, queries and answers.

/** A long list comes in pages: `next` of one page is the `cursor` of the following one; null ends the list. */
export const pageQuery = (limit: { normal: number; most: number }, cursor: z.ZodType<string> = z.uuid()) => z.strictObject({
  cursor: cursor.optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(limit.most).default(limit.normal),
});
const next = z.string().nullable().describe('cursor of the following page; null on the last one');
const time = z.iso.datetime();
const patterns = Object.keys(MATCH_PATTERNS) as [MatchPattern, ...MatchPattern[]];
const types = Object.keys(OUTSIDE_EVENTS) as [OutsideType, ...OutsideType[]];

// match requests over HTTP: the same contract as on the queue
/** Queue of the results of requests that came over HTTP and name none. */
export const HTTP_REPLIES = 'results.http';
export const submitInput = messageEnvelope.extend({
  version: z.literal(MESSAGE_VERSION, { error: ({ input }) => (input === undefined ? undefined : 'match.unknown_version') }),
  pattern: z.enum(patterns, { error: ({ input }) => (typeof input === 'string' ? 'match.unknown_pattern' : undefined) }),
  replyTo: messageEnvelope.shape.replyTo.unwrap().default(HTTP_REPLIES).describe('queue of your door that gets the result as well; nobody need read it'),
});
const requestSummary = {
  id: requestId, pattern: z.string().describe('`unknown` for a request that was withdrawn before it came'),
  status: z.enum(['accepted', ...RESULT_STATUSES]).describe('`accepted` until it has ended'),
  acceptedAt: time, finishedAt: time.nullable(), expiresAt: time.describe('until then it can be read'),
};
export const requestView = z.strictObject({ ...requestSummary, result: messageResult.nullable().describe('as on the queue `results`; null until it has ended') });
export const requestList = z.strictObject({ requests: z.array(z.strictObject(requestSummary)), next });
export const requestsQuery = pageQuery({ normal: 50, most: 200 }, requestId);

// an event's data for services that its organiser allows
export const openEventList = z.strictObject({ events: z.array(z.strictObject({ id: z.uuid(), title: z.string(), theme: z.string(), heldOn: z.iso.date(), state: eventState })), next });
const pseudonym = z.string().describe('pseudonym; differs from event to event');
export const outsidePeople = z.strictObject({
  people: z.array(z.strictObject({ participant: pseudonym, here: z.boolean(), tags: z.array(z.strictObject({ label: z.string(), kind: z.enum(KINDS), concept: z.string() })) })), next,
});
export const outsidePeopleQuery = pageQuery({ normal: 100, most: 500 }, z.string().max(100));
export const outsideTeams = z.strictObject({ teams: z.array(z.strictObject({ team: z.uuid(), number: z.int(), members: z.array(pseudonym), openSeats: z.int() })) });
export const outsideLogQuery = z.strictObject({
  since: z.coerce.number().int().min(0).default(0).describe('events with a higher `seq`'), limit: z.coerce.number().int().min(1).max(500).default(100),
});
/** An event for other services, whichever its type. */
export const outsideEvent: z.ZodType<OutsideEvent> = z.union(Object.values(OUTSIDE_EVENTS));
export const outsideLog = z.strictObject({ events: z.array(outsideEvent), last: z.int().describe('highest `seq` that this page covers: ask `since` this number next'), more: z.boolean() });

// webhooks of an event
export const WEBHOOKS_PER_EVENT = 10;
const url = z.url({ protocol: /^https?$/, error: 'webhook.url_invalid' }).max(500, { error: 'webhook.url_invalid' });
const eventTypes = z.array(z.enum(types)).min(1).max(types.length).describe('types of events to send');
export const webhookInput = z.strictObject({ url, types: eventTypes.default([...types]) });
export const webhookPatch = z.strictObject({ url, types: eventTypes, running: z.boolean().describe('true goes on from where it stopped'), version: z.int() }).partial().required({ version: true });
export const WEBHOOK_OUTCOMES = ['delivered', 'refused', 'unreachable', 'timeout', 'address_refused'] as const;
export type WebhookOutcome = (typeof WEBHOOK_OUTCOMES)[number];
export const webhookView = z.strictObject({
  id: z.uuid(), url: z.string(), types: z.array(z.enum(types)), running: z.boolean(),
  stoppedBecause: z.enum(['organiser', 'gone', 'failing']).nullable(), failures: z.int().describe('attempts in a row that failed'),
  waiting: z.int().describe('events not delivered yet'), delivered: z.int().describe('`seq` of the last event delivered'),
  nextTryAt: time.nullable(), lastOutcome: z.enum(WEBHOOK_OUTCOMES).nullable(), createdAt: time, version: z.int(),
});
export const webhookList = z.strictObject({ webhooks: z.array(webhookView) });
export const webhookMade = z.strictObject({ webhook: webhookView, secret: z.string().describe('shown this once: `whsec_…` of Standard Webhooks') });
export const deliveryView = z.strictObject({
  id: z.uuid(), seq: z.int().nullable().describe('null for a test'), type: z.string(), attempt: z.int(), status: z.int().nullable().describe('HTTP status that was answered'),
  outcome: z.enum(WEBHOOK_OUTCOMES), tookMs: z.int(), at: time,
});
export const deliveryList = z.strictObject({ deliveries: z.array(deliveryView), next });
export const pingResult = z.strictObject({ outcome: z.enum(WEBHOOK_OUTCOMES), status: z.int().nullable(), tookMs: z.int() });
/** Body of a test delivery. */
export const webhookPing = z.strictObject({ version: z.literal(1), type: z.literal('ping'), eventId: z.uuid(), at: time });

// the operator's view
export const keyInput = z.strictObject({ service: z.string().min(1).max(31), name: z.string().trim().min(1).max(60).describe('what it is for') });
export const keyView = z.strictObject({
  id: z.uuid(), service: z.string(), name: z.string(), hint: z.string().describe('its first letters'), createdBy: z.string(), createdAt: time, usedAt: time.nullable(), revokedAt: time.nullable(),
});
export const keyList = z.strictObject({ services: z.array(z.string()), keys: z.array(keyView) });
export const keyMade = z.strictObject({ key: keyView, secret: z.string().describe('shown this once') });
export const letterView = z.strictObject({
  id: z.uuid(), service: z.string(), queue: z.string(), pattern: z.string(), requestId: z.string().nullable(), code: z.string(), ja: z.string(), en: z.string(), at: time, replayedAt: time.nullable(),
});
export const letterList = z.strictObject({ letters: z.array(letterView), next });
export const operationsView = z.strictObject({
  queues: z.array(z.strictObject({ queue: z.string(), waiting: z.int(), active: z.int(), delayed: z.int(), failed: z.int(), oldestSeconds: z.number() })).nullable().describe('null while the queue server does not answer'),
  services: z.array(z.strictObject({
    service: z.string(), open: z.int().describe('requests without a result'), oldestSeconds: z.number().describe('age of the oldest of them'), undelivered: z.int().describe('results that wait to be fetched'),
    lagSeconds: z.strictObject({ p50: z.number(), p95: z.number() }).nullable().describe('from request to result, over the last hour'), eventsBehind: z.int().describe('events not put on its queue yet'), letters: z.int(),
  })),
  webhooks: z.strictObject({ running: z.int(), failing: z.int(), stopped: z.int(), waiting: z.int(), failedLastHour: z.int() }),
  jobs: z.strictObject({ dead: z.int().describe('jobs given up'), waiting: z.int(), oldestSeconds: z.number() }),
});

/** Answers of these operations, as schemas. */
export const SERVICE_RESULTS = {
  submitRequest: requestView, listRequests: requestList, readRequest: requestView, withdrawRequest: requestView,
  listOpenEvents: openEventList, readTagsOf: outsidePeople, readTeamsOf: outsideTeams, readEventsOf: outsideLog,
  listWebhooks: webhookList, addWebhook: webhookMade, changeWebhook: webhookView, renewWebhookSecret: webhookMade, pingWebhook: pingResult, listDeliveries: deliveryList,
  readOperations: operationsView, listServiceKeys: keyList, makeServiceKey: keyMade, listDeadLetters: letterList,
} as const;

export type SubmitInput = z.output<typeof submitInput>;
export type RequestView = z.output<typeof requestView>;
export type WebhookView = z.output<typeof webhookView>;
export type WebhookInput = z.output<typeof webhookInput>;
export type WebhookPatch = z.output<typeof webhookPatch>;
export type DeliveryView = z.output<typeof deliveryView>;
export type KeyView = z.output<typeof keyView>;
export type OperationsView = z.output<typeof operationsView>;
