import { HTTP_PATHS } from '@tsunagu/contracts';
import { startTestEventApp, type EventApp } from '../../helpers/event-app.js';

let app: EventApp;
beforeAll(async () => { app = await startTestEventApp(); });
afterAll(() => app.close());

describe('feature 85: a documented HTTP interface', () => {
  it('describes every operation with its parameters and body, from the schemas that check them', async () => {
    const document = await (await fetch(`${app.origin}/api/openapi.json`)).json() as { openapi: string; paths: Record<string, Record<string, { operationId: string; summary: string; parameters: { name: string }[]; requestBody?: { content: Record<string, { schema: { properties: Record<string, unknown> } }> } }>> };
    expect(document.openapi).toMatch(/^3\.1/);
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(Object.keys(HTTP_PATHS).sort());
    expect(operations.every((operation) => operation.summary.length > 3)).toBe(true);
    const join = document.paths['/api/v1/join/{code}/participants'].post;
    expect(join.parameters.map((parameter) => parameter.name)).toEqual(['code']);
    expect(Object.keys(join.requestBody!.content['application/json'].schema.properties)).toEqual(expect.arrayContaining(['nickname', 'consentVersion', 'introduction']));
  });

  it('shows the description as a page that needs no script from elsewhere', async () => {
    const page = await fetch(`${app.origin}/api`);
    const scripts = [...(await page.text()).matchAll(/src="([^"]+)"/g)].map(([, address]) => address);
    expect(scripts.length).toBeGreaterThan(0);
    for (const address of scripts) expect((await fetch(app.origin + address)).status).toBe(200);
  });
});
