import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received { headers: IncomingHttpHeaders; body: string; json: { type: string; seq?: number; eventId: string; data?: Record<string, unknown> } }

/** Somebody else's server that takes webhooks: remembers what came, answers what it is told to. */
export interface Receiver {
  url: string;
  received: Received[];
  /** status and headers of the next answers; null keeps silent */
  answer: { status: number; headers?: Record<string, string> } | null;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const body = Buffer.concat(parts).toString();
      receiver.received.push({ headers: request.headers, body, json: body ? JSON.parse(body) : null });
      if (receiver.answer) response.writeHead(receiver.answer.status, receiver.answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received: [], answer: { status: 204 },
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
  return receiver;
}
