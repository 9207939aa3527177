import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import { addEvent, ensureOrganiser } from '@tsunagu/storage';
import { eventInput } from '@tsunagu/contracts';
import { startTestEventApp, type EventApp } from '../../helpers/event-app.js';

// self-signed for localhost, made for this test alone
const [TLS_CERT, TLS_KEY] = ['cert', 'key'].map((name) => fileURLToPath(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url)));

let app: EventApp;
beforeAll(async () => { app = await startTestEventApp({ TLS_CERT, TLS_KEY }); });
afterAll(() => app.close());

const send = (path: string, body: object): Promise<{ status?: number; headers: IncomingHttpHeaders }> => new Promise((resolve, reject) => {
  const { port } = new URL(app.origin);
  request({ host: '127.0.0.1', port, servername: 'localhost', ca: readFileSync(TLS_CERT), path, method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
    response.resume().on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
  }).on('error', reject).end(JSON.stringify(body));
});

it('with a certificate in the settings the event service speaks https, and its cookies come over no other line', async () => {
  const tx = app.database.reader;
  const { joinCode } = await addEvent(tx, (await ensureOrganiser(tx, 'aya')).id, eventInput.parse({ recipe: 'ideathon', title: '坂のまち', heldOn: '2026-12-01' }));
  const { status, headers } = await send(`/api/v1/join/${joinCode}/participants`, { nickname: 'あ', consentVersion: 1 });
  expect(status).toBe(201);
  expect(headers['set-cookie']![0]).toMatch(/HttpOnly; Secure; SameSite=Lax/);
  expect(headers['strict-transport-security']).toMatch(/max-age/);
  await expect(fetch(app.origin)).rejects.toThrow();
});
