import { fillPath, GUEST_PATHS, type HttpAnswers, type HttpBody, type HttpName, type PathParameters, type ProblemBody } from '@tsunagu/contracts';
import { hearServerTime } from './server-clock.js';

/** The service answered, and refused: `body` says why in both languages. */
export class Refusal extends Error {
  constructor(readonly body: ProblemBody, readonly retryAfterSeconds: number | undefined) {
    super(body.code);
    this.name = 'Refusal';
  }
}

/** No answer came: no network, the service is down, or something between answered in its place. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('the service cannot be reached', { cause });
    this.name = 'Unreachable';
  }
}

export type Request<N extends HttpName> = {
  params: PathParameters<N>;
  /** Sent again with the same key, a request takes effect once. */
  key?: string;
  query?: Record<string, string>;
} & (HttpBody<N> extends undefined ? { body?: undefined } : { body: HttpBody<N> });

type Paths = Partial<Record<HttpName, readonly [method: string, path: string]>>;

/** Where each operation is. The console adds the organisers' own: a phone need not load them. */
const paths: Paths = { ...GUEST_PATHS };
export const addPaths = (more: Paths): void => void Object.assign(paths, more);

const CALL_TIMEOUT_MS = 15_000;

/** 128 random bits in hex. `crypto.randomUUID` is missing on plain http, where rooms run. */
export function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send(method: string, path: string, { body, key }: { body?: unknown; key?: string }): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') {
    headers['x-tsunagu'] = '1';
    headers['content-type'] = 'application/json';
    headers['idempotency-key'] = key ?? idempotencyKey();
  }
  try {
    const response = await fetch(path, {
      method, headers, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
      body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
    });
    hearServerTime(response.headers.get('date'));
    return response;
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

const isProblemBody = (body: unknown): body is ProblemBody => typeof (body as ProblemBody | null)?.code === 'string';

/** Asks the service for one operation. Throws `Refusal` where it says no and `Unreachable` where nothing answers. */
export async function call<N extends HttpName>(name: N, request: Request<N>): Promise<HttpAnswers[N]> {
  const query = request.query ? `?${new URLSearchParams(request.query).toString()}` : '';
  const [method, path] = paths[name]!;
  const response = await send(method, fillPath(path, request.params) + query, request);
  const body = await readJson(response);
  if (response.ok) return body as HttpAnswers[N];
  if (!isProblemBody(body)) throw new Unreachable(body);
  throw new Refusal(body, Number(response.headers.get('retry-after')) || undefined);
}

/** Is it worth sending the same request again, with the same key? */
export const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable
  || (error instanceof Refusal && (error.body.status >= 500 || error.body.code === 'request.in_progress' || error.body.code === 'request.too_many'));
