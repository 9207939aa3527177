import {
  HTTP_ANSWERS, HTTP_BODIES, HTTP_PATHS, HTTP_QUERIES, MATCH_PATTERNS, OUTSIDE_EVENTS, EVENT_TITLES, PATTERN_TITLES, PROBLEMS, REQUEST_EXAMPLES, requestOf, submitInput, webhookPing,
  type HttpName, type MatchPattern, type OutsideType,
} from '@tsunagu/contracts';
import { z } from 'zod';
import { statusOf } from '../http/route.js';
import { SUMMARIES } from './summaries.js';

type Json = Record<string, unknown>;

/** A zod schema as JSON Schema 2020-12, which is what OpenAPI 3.1 and AsyncAPI 3 use. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return plain;
}

const OPEN = new Set<HttpName>(['readJoinPage', 'join', 'comeBack', 'signIn', 'useLoginLink', 'readWall']);
type Caller = 'anyone' | 'participant' | 'organiser' | 'operator' | 'service';

/** For whom an operation is; a test compares it with what the service does. */
function callerOf(name: HttpName): Caller {
  const [, path] = HTTP_PATHS[name];
  if (OPEN.has(name)) return 'anyone';
  if (path.startsWith('/service/')) return 'service';
  if (path.startsWith('/operator/')) return 'operator';
  return /\/me(?:\/|$)/.test(path) || name === 'suggestTags' || name === 'readPerson' || name === 'findPeople' || path.includes('/founded-teams') ? 'participant' : 'organiser';
}

const SECURITY: Record<Caller, Json[]> = { anyone: [], participant: [{ participant: [] }], organiser: [{ organiser: [] }], operator: [{ organiser: [] }], service: [{ service: [] }] };
const SECURITY_SCHEMES = {
  participant: { type: 'apiKey', in: 'cookie', name: 'tsunagu_p_{eventId}', description: 'Set by joining an event or by a personal return link; one cookie an event.' },
  organiser: { type: 'apiKey', in: 'cookie', name: 'tsunagu_organiser', description: 'Set by signing in. Operator’s operations need an account that may act as the operator.' },
  service: { type: 'http', scheme: 'bearer', description: 'An API key `tsk_…`, made by the operator for one service.' },
};

const pathParameters = (path: string): Json[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

function queryParameters(name: HttpName): Json[] {
  const query = (HTTP_QUERIES as Partial<Record<HttpName, z.ZodObject>>)[name];
  if (!query) return [];
  const { properties } = jsonSchema(query, 'input') as { properties: Record<string, Json> };
  return Object.entries(properties).map(([key, { description, ...schema }]) => ({ name: key, in: 'query', required: false, ...(description ? { description } : {}), schema }));
}

/** Bodies that name a version can leave it out and send it as If-Match. */
const IF_MATCH = { name: 'If-Match', in: 'header', required: false, description: 'The ETag that was edited, in place of `version` in the body; 412 with the present state where it is no longer that one.', schema: { type: 'string' } };
const hasVersion = (schema: z.ZodType | undefined): boolean => schema instanceof z.ZodObject && 'version' in schema.shape && !('pattern' in schema.shape);

/** The body of a match request: `data` is shaped by its pattern. */
const submitSchema = (): Json => ({ oneOf: (Object.keys(MATCH_PATTERNS) as MatchPattern[]).map((pattern) => ({
  title: PATTERN_TITLES[pattern], ...jsonSchema(requestOf(pattern).extend({ pattern: z.literal(pattern), replyTo: submitInput.shape.replyTo }), 'input'),
})) });
const submitExamples = (): Json => Object.fromEntries((Object.keys(MATCH_PATTERNS) as MatchPattern[]).map((pattern) => [pattern, { value: { pattern, ...REQUEST_EXAMPLES[pattern] } }]));

function requestBody(name: HttpName, body: z.ZodType): Json {
  const content = name === 'submitRequest' ? { schema: submitSchema(), examples: submitExamples() } : { schema: jsonSchema(body, 'input') };
  return { required: !(body instanceof z.ZodOptional), content: { 'application/json': content } };
}

const REFUSED = {
  description: 'Refused, with a code and a sentence in Japanese and English',
  headers: { 'Retry-After': { description: 'With 429 and 503, and while the first of two same requests is still worked on: seconds to wait', schema: { type: 'integer' } } },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function done(name: HttpName): Json {
  const result = HTTP_ANSWERS[name];
  const headers = {
    ...(name === 'submitRequest' ? { Location: { description: 'Where its result will be', schema: { type: 'string' } } } : {}),
    ...(name === 'submitRequest' || name === 'readRequest' ? { 'Retry-After': { description: 'Seconds to wait while there is no result yet', schema: { type: 'integer' } } } : {}),
  };
  return { description: 'Done', ...(Object.keys(headers).length ? { headers } : {}), ...(result ? { content: { 'application/json': { schema: jsonSchema(result, 'output') } } } : {}) };
}

function operation(name: HttpName): Json {
  const [, path] = HTTP_PATHS[name];
  const body = (HTTP_BODIES as Partial<Record<HttpName, z.ZodType>>)[name];
  const caller = callerOf(name);
  return {
    operationId: name, summary: SUMMARIES[name], tags: [caller], security: SECURITY[caller],
    parameters: [...pathParameters(path), ...queryParameters(name), ...(hasVersion(body) ? [IF_MATCH] : [])],
    ...(body ? { requestBody: requestBody(name, body) } : {}),
    responses: { [String(statusOf(name))]: done(name), default: REFUSED },
  };
}

const PROBLEM = z.object({
  type: z.string(), title: z.string(), status: z.int(), code: z.enum(Object.keys(PROBLEMS) as [string, ...string[]]), ja: z.string(), en: z.string(), yasashii: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), ja: z.string(), en: z.string(), yasashii: z.string().optional() })).optional(), current: z.unknown().describe('the present state, where an edit lost a race'),
});

const webhook = (title: string, schema: z.ZodType): Json => ({ post: {
  summary: title, description: 'Signed as standardwebhooks.com defines: `webhook-id` (the same for each attempt: drop repeats by it), `webhook-timestamp`, `webhook-signature`. Answer 2xx within ten seconds; 410 ends it.',
  requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(schema, 'output') } } }, responses: { '2XX': { description: 'Taken' } },
} });
const webhooks = (): Json => Object.fromEntries([
  ...(Object.keys(OUTSIDE_EVENTS) as OutsideType[]).map((type) => [type, webhook(EVENT_TITLES[type], OUTSIDE_EVENTS[type])] as const),
  ['ping', webhook('A test that an organiser sends', webhookPing)],
]);

const ABOUT = [
  'Participants and organisers are known by an HttpOnly cookie, other services by an API key (`Authorization: Bearer tsk_…`).',
  'Unsafe requests are JSON; one without a body carries the header `X-Tsunagu` (services: none needed). They may carry an `Idempotency-Key`: a repeat gets the first answer. Of a match request its own `id` does that.',
  'Refusals are RFC 9457 problems with a stable `code`. Long lists come in pages: `next` of one is the `cursor` of the following.',
  'An answer with a `version` carries it as `ETag`; edits take it back as `version` or `If-Match`.',
  'The same match requests over a message queue: see /api/messages.',
].join('\n\n');

/** OpenAPI 3.1 description of every operation, from the same schemas that check the requests. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, [method, path]] of Object.entries(HTTP_PATHS)) {
    const address = `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[address] ??= {})[method.toLowerCase()] = operation(name as HttpName);
  }
  return {
    openapi: '3.1.0', info: { title: 'Tsunagu', version: '1', description: ABOUT, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }], tags: ['service', 'organiser', 'operator', 'participant', 'anyone'].map((name) => ({ name })),
    paths, webhooks: webhooks(), components: { schemas: { Problem: jsonSchema(PROBLEM, 'output') }, securitySchemes: SECURITY_SCHEMES },
  };
}

/** The page that shows it, with its script apart: the content policy allows no inline script. */
export const apiPage = {
  html: '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tsunagu API</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/page/swagger-ui.css"></head><body><div id="api"></div><script src="/api/page/swagger-ui-bundle.js"></script><script src="/api/page.js"></script></body></html>',
  script: "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null, supportedSubmitMethods: ['get'] });",
};
