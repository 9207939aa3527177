import { Parser } from '@asyncapi/parser';
import { DOOR_PATTERNS, HTTP_ANSWERS, HTTP_PATHS, MATCH_PATTERNS, OUTSIDE_EVENTS, type HttpName } from '@tsunagu/contracts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { startTestEventApp, type EventApp } from '../../helpers/event-app.js';

interface Operation { operationId: string; summary: string; security: Record<string, []>[]; parameters: { name: string; in: string }[]; requestBody?: { content: Record<string, { schema: { properties: Record<string, unknown>; oneOf?: unknown[] } }> }; responses: Record<string, { content: Record<string, { schema?: { properties?: Record<string, unknown> } }> }> }
interface OpenApi { openapi: string; paths: Record<string, Record<string, Operation>>; webhooks: Record<string, unknown> }

let app: EventApp;
let document: OpenApi;
/** read at once: validating holds the process up, and idle connections end meanwhile */
let messages: { json: string; html: string; css: Response };
beforeAll(async () => {
  app = await startTestEventApp();
  document = await (await fetch(`${app.origin}/api/openapi.json`)).json() as OpenApi;
  messages = { json: await (await fetch(`${app.origin}/api/asyncapi.json`)).text(), html: await (await fetch(`${app.origin}/api/messages`)).text(), css: await fetch(`${app.origin}/api/messages.css`) };
});
afterAll(() => app.close());

const operations = (): Operation[] => Object.values(document.paths).flatMap((methods) => Object.values(methods));
const answerOf = (name: HttpName): string[] => { const [done] = Object.values(operation(name).responses); return Object.keys(done.content['application/json'].schema!.properties!); };
const operation = (name: HttpName): Operation => operations().find(({ operationId }) => operationId === name)!;

/** How somebody without the key, by which an operation says that it is called, is refused. */
const REFUSALS: Record<string, string> = { participant: 'access.not_joined', organiser: 'access.not_signed_in', service: 'access.wrong_key' };

describe('feature 85: a documented HTTP interface', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(document as never);
    expect(errors).toBeUndefined();
    expect([valid, document.openapi]).toEqual([true, '3.1.0']);
    expect((await new Validator().validate({ ...document, paths: { '/x': { get: { responses: 1 } } } } as never)).valid).toBe(false);
  });

  it('describes every operation with its parameters and body, from the schemas that check them', () => {
    expect(operations().map(({ operationId }) => operationId).sort()).toEqual(Object.keys(HTTP_PATHS).sort());
    expect(operations().every(({ summary }) => summary.length > 3)).toBe(true);
    expect(operation('join').parameters.map(({ name }) => name)).toEqual(['code']);
    expect(Object.keys(operation('join').requestBody!.content['application/json'].schema.properties)).toEqual(expect.arrayContaining(['nickname', 'consentVersion', 'introduction']));
    expect(operation('listRequests').parameters.map((one) => [one.name, one.in])).toEqual([['cursor', 'query'], ['limit', 'query']]);
    expect(operation('movePerson').parameters.map(({ name }) => name)).toContain('If-Match');
    expect(operation('submitRequest').requestBody!.content['application/json'].schema.oneOf).toHaveLength(Object.keys(MATCH_PATTERNS).length);
    expect(answerOf('readRequest')).toEqual(expect.arrayContaining(['status', 'result', 'expiresAt']));
    expect(answerOf('readPhone')).toEqual(['positions', 'state']);
    expect(answerOf('readConsole')).toEqual(expect.arrayContaining(['state', 'links', 'role']));
    const silent = operations().filter((one) => Object.keys(one.responses[Object.keys(one.responses)[0]]).join() === 'description').map(({ operationId }) => operationId);
    expect(silent.sort()).toEqual(Object.entries(HTTP_ANSWERS).filter(([, schema]) => schema === null).map(([name]) => name).sort());
  });

  it('says truly who may call what', async () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { operationId, security }] of Object.entries(methods)) {
        const answer = await fetch(app.origin + path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'), { method: method.toUpperCase(), headers: { 'x-tsunagu': '1' } });
        const refusal = answer.status === 401 ? (await answer.json() as { code: string }).code : null;
        expect([operationId, refusal]).toEqual([operationId, security.length > 0 ? REFUSALS[Object.keys(security[0]!)[0]!] : null]);
      }
    }
  });

  it('describes what webhooks receive', () => {
    expect(Object.keys(document.webhooks).sort()).toEqual([...Object.keys(OUTSIDE_EVENTS), 'ping'].sort());
  });

  it('shows the description as a page that needs no script from elsewhere', async () => {
    const page = await fetch(`${app.origin}/api`);
    const scripts = [...(await page.text()).matchAll(/src="([^"]+)"/g)].map(([, address]) => address);
    expect(scripts.length).toBeGreaterThan(0);
    for (const address of scripts) expect((await fetch(app.origin + address)).status).toBe(200);
  });
});

describe('feature 87: the message queue, written down', () => {
  it('is valid AsyncAPI 3 with every request, result, refusal and event', async () => {
    const text = messages.json;
    const { diagnostics, document: read } = await new Parser().parse(text);
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(read!.version()).toBe('3.0.0');
    expect(read!.operations().all().map((one) => one.id()).sort()).toEqual([...Object.keys(DOOR_PATTERNS), ...Object.keys(OUTSIDE_EVENTS)].sort());
    expect(read!.channels().all().map((one) => one.address())).toEqual(['requests', 'control', 'results', 'results.{name}', 'events']);
    expect(read!.components().messages().all().map((one) => one.id())).toEqual(expect.arrayContaining(['match.teams.request', 'match.teams.done', 'rejected', 'expired', 'withdrawn', 'participant.erased']));
    const broken = { ...JSON.parse(text) as object, operations: { x: { action: 'sing' } } };
    expect((await new Parser().parse(JSON.stringify(broken))).diagnostics.some(({ severity }) => severity === 0)).toBe(true);
  });

  it('is a page with an example and every field of each message, readable without scripts', () => {
    const { html, css } = messages;
    expect(html).not.toContain('<script');
    for (const name of [...Object.keys(DOOR_PATTERNS), ...Object.keys(OUTSIDE_EVENTS)]) expect(html).toContain(`<code>${name}</code>`);
    for (const field of ['data.texts[].text', 'result.texts[].tags[].evidence', 'problem.code', 'timing.waitedMs', 'data.participant']) expect(html).toContain(`<code>${field}</code>`);
    expect(html).toContain('&quot;id&quot;: &quot;tags-0001&quot;');
    expect(css.headers.get('content-type')).toMatch('text/css');
  });
});
