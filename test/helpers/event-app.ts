import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { readSettings, type Settings } from '@tsunagu/config';
import { HTTP_ANSWERS, httpPath, type HttpAnswers, type HttpBody, type HttpName, HTTP_PATHS, type PathParameters, type ProblemBody } from '@tsunagu/contracts';
import { migrateQueues } from '@tsunagu/messaging';
import { addLoginLink, ensureOrganiser, hashToken, makeToken, migrate, openDatabase, type Database } from '@tsunagu/storage';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { startEventApp } from '../../apps/event/src/start-event-app.js';
import { makeDatabase } from './stores.js';

export interface Answer<N extends HttpName> { status: number; body: HttpAnswers[N]; problem: ProblemBody; headers: Headers }

/** A browser without pages: keeps cookies, sends what the contract says. */
export class Caller {
  readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async call<N extends HttpName>(name: N, parameters: PathParameters<N>, body?: HttpBody<N>, headers: Record<string, string> = {}): Promise<Answer<N>> {
    return this.send(name, httpPath(name, parameters), body === undefined ? undefined : JSON.stringify(body), headers);
  }

  /** For bodies that the contract would not allow. */
  async send<N extends HttpName>(name: N, path: string, body: string | Uint8Array | undefined, headers: Record<string, string> = {}): Promise<Answer<N>> {
    const response = await fetch(this.origin + path, {
      method: HTTP_PATHS[name][0], body: body as RequestInit['body'],
      headers: { 'x-tsunagu': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }), cookie: this.cookieHeader, ...headers },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value) this.cookies.set(key, value);
      else this.cookies.delete(key);
    }
    const text = await response.text();
    const json = text ? JSON.parse(text) : null;
    if (response.ok) expectAnswer(name, json);
    return { status: response.status, body: json, problem: json, headers: response.headers };
  }
}

/** Every answer that a test gets is as the contract has it, which is what OpenAPI tells. */
function expectAnswer(name: HttpName, json: unknown): void {
  const schema = HTTP_ANSWERS[name];
  const misfits = schema ? schema.safeParse(json).error?.issues : json === null ? undefined : [{ path: [], message: 'expected no body' }];
  if (misfits) throw new Error(`the answer of ${name} is not as the contract has it: ${misfits.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
}

export interface EventApp {
  origin: string;
  settings: Settings;
  database: Database;
  app: NestExpressApplication;
  /** a signed-in organiser */
  organiser(login?: string): Promise<Caller>;
  visitor(): Caller;
  close(): Promise<void>;
}

/** The event service, without the matching one, on a database of its own. */
export async function startTestEventApp(changes: Record<string, string> = {}): Promise<EventApp> {
  const { url, drop } = await makeDatabase();
  const settings = readSettings({ DATABASE_URL: url, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', RATE_LIMIT_FACTOR: '100', QUEUE_NAMESPACE: `t${randomBytes(6).toString('hex')}`, ...changes });
  await migrate(url);
  await migrateQueues({ databaseUrl: url, redisUrl: settings.REDIS_URL, namespace: settings.QUEUE_NAMESPACE, services: settings.SERVICES });
  const app = await startEventApp(settings);
  const origin = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const database = await openDatabase(url, 3);
  return {
    origin, settings, database, app,
    visitor: () => new Caller(origin),
    async organiser(login = 'organiser') {
      const caller = new Caller(origin);
      const token = makeToken();
      const { id } = await ensureOrganiser(database.reader, login);
      await addLoginLink(database.reader, id, hashToken(token), new Date(Date.now() + 60_000));
      await caller.call('useLoginLink', {}, { token });
      return caller;
    },
    async close() {
      await app.close();
      await database.source.destroy();
      await drop();
    },
  };
}

/** An event of today with its join code. */
export async function makeEvent(organiser: Caller, fields: Partial<HttpBody<'createEvent'>> = {}): Promise<HttpAnswers['createEvent']> {
  const today = new Date().toISOString().slice(0, 10);
  return (await organiser.call('createEvent', {}, { recipe: 'ideathon', title: '坂のまち', heldOn: today, ...fields })).body;
}

/** Somebody who joins with their own browser. */
export async function join(app: EventApp, joinCode: string, fields: Partial<HttpBody<'join'>> = {}): Promise<Caller & { id: string; eventId: string }> {
  const caller = app.visitor();
  const { body, status, problem } = await caller.call('join', { code: joinCode }, { nickname: 'さくら', consentVersion: 1, introduction: '写真を撮ります。', ...fields });
  if (status !== 201) throw new Error(`joining answered ${status} ${problem.code}`);
  return Object.assign(caller, { id: body.participantId, eventId: body.eventId });
}
