import {
  CONTROL_PATTERNS, DOOR_CHANNELS, DOOR_PATTERNS, doneResult, EVENT_TITLES, messageResult, OUTSIDE_EVENTS, PATTERN_TITLES, REQUEST_EXAMPLES, requestOf, RESULT_STATUSES,
  type DoorPattern, type OutsideType, type ResultStatus,
} from '@tsunagu/contracts';
import { z } from 'zod';
import { ABOUT_MESSAGES, SERVERS } from './about-messages.js';

type Json = Record<string, unknown>;

/** AsyncAPI 3 schemas are JSON Schema draft 7. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { target: 'draft-7', io, unrepresentable: 'any' }) as Json;
  return plain;
}

const patterns = Object.keys(DOOR_PATTERNS) as DoorPattern[];
const types = Object.keys(OUTSIDE_EVENTS) as OutsideType[];
const [requests, control, results, events] = DOOR_CHANNELS;
const REFUSALS = RESULT_STATUSES.filter((status): status is Exclude<ResultStatus, 'done'> => status !== 'done');
const REFUSAL_TITLES: Record<(typeof REFUSALS)[number], string> = {
  rejected: 'Refused: malformed, not allowed, impossible; `problem` says why', expired: 'The deadline passed before there was a result', withdrawn: 'It was withdrawn before there was a result',
};

const requestName = (pattern: DoorPattern): string => `${pattern}.request`;
const resultName = (pattern: DoorPattern): string => `${pattern}.done`;
const correlationId = { description: 'The request’s id, which its result repeats.', location: '$message.payload#/id' };

const request = (pattern: DoorPattern): Json => ({
  name: pattern, title: PATTERN_TITLES[pattern], summary: `Job \`${pattern}\` on the queue \`${pattern in CONTROL_PATTERNS ? control.queue : requests.queue}\`.`, contentType: 'application/json',
  correlationId, payload: schemaOf(requestOf(pattern), 'input'), examples: [{ name: REQUEST_EXAMPLES[pattern].id, payload: REQUEST_EXAMPLES[pattern] }],
});
const result = (pattern: DoorPattern): Json => ({
  name: 'result', title: `${pattern}, done`, summary: `Job \`result\` with \`pattern\` ${pattern} and \`status\` done.`, contentType: 'application/json', correlationId, payload: schemaOf(doneResult(pattern), 'output'),
});
const refusal = (status: (typeof REFUSALS)[number]): Json => ({
  name: 'result', title: REFUSAL_TITLES[status], summary: `Job \`result\` with \`status\` ${status}.`, contentType: 'application/json', correlationId,
  payload: schemaOf(messageResult.options.find((option) => option.shape.status.value === status)!, 'output'),
});
const event = (type: OutsideType): Json => ({
  name: type, title: EVENT_TITLES[type], summary: `Job \`${type}\` on the queue \`${events.queue}\`.`, contentType: 'application/json', payload: schemaOf(OUTSIDE_EVENTS[type], 'output'),
});

const messages = (): Record<string, Json> => Object.fromEntries<Json>([
  ...patterns.map((pattern) => [requestName(pattern), request(pattern)] as const), ...patterns.map((pattern) => [resultName(pattern), result(pattern)] as const),
  ...REFUSALS.map((status) => [status, refusal(status)] as const), ...types.map((type) => [type, event(type)] as const),
]);

const inComponents = (names: readonly string[]): Json => Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));
const inChannel = (channel: string, names: readonly string[]): Json[] => names.map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` }));

const ENDS = [...patterns.map(resultName), ...REFUSALS];
const ofQueue = (pattern: DoorPattern): string => (pattern in CONTROL_PATTERNS ? control.queue : requests.queue);

function channels(): Json {
  const channel = ({ queue, title, about }: (typeof DOOR_CHANNELS)[number], names: readonly string[]): Json => ({ address: queue, title, description: about, messages: inComponents(names) });
  return {
    [requests.queue]: channel(requests, (requests.messages as DoorPattern[]).map(requestName)),
    [control.queue]: channel(control, (control.messages as DoorPattern[]).map(requestName)),
    [results.queue]: channel(results, ENDS),
    resultsOfOne: {
      address: `${results.queue}.{name}`, title: 'Results of one program', description: `Where a request’s \`replyTo\` is \`${results.queue}.<name>\`, its result comes here instead: for services with several programs that ask.`,
      parameters: { name: { description: '1 to 64 letters, digits, - or _' } }, messages: inComponents(ENDS),
    },
    [events.queue]: channel(events, types),
  };
}

/** Operations as Tsunagu has them: it receives what a service sends, and sends what a service receives. */
function operations(): Json {
  const answered = (pattern: DoorPattern): Json => ({
    action: 'receive', title: PATTERN_TITLES[pattern], channel: { $ref: `#/channels/${ofQueue(pattern)}` }, messages: inChannel(ofQueue(pattern), [requestName(pattern)]),
    reply: { channel: { $ref: `#/channels/${results.queue}` }, messages: inChannel(results.queue, [resultName(pattern), ...REFUSALS]) },
  });
  const told = (type: OutsideType): Json => ({ action: 'send', title: EVENT_TITLES[type], channel: { $ref: `#/channels/${events.queue}` }, messages: inChannel(events.queue, [type]) });
  return Object.fromEntries<Json>([...patterns.map((pattern) => [pattern, answered(pattern)] as const), ...types.map((type) => [type, told(type)] as const)]);
}

/** AsyncAPI 3 description of a service's door, from the schemas that check its messages. */
export function asyncApi(): Json {
  return {
    asyncapi: '3.0.0', info: { title: 'Tsunagu over a message queue', version: '1', description: ABOUT_MESSAGES, license: { name: 'Apache-2.0' } },
    defaultContentType: 'application/json', servers: SERVERS, channels: channels(), operations: operations(), components: { messages: messages() },
  };
}
