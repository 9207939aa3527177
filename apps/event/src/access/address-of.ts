import type { IncomingMessage } from 'node:http';

/** The address of whoever opened a socket, as of a request: behind a proxy the one that the proxy adds to its header. */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, trustProxy: boolean): string {
  const told = trustProxy ? [headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim() : undefined;
  return told || (socket.remoteAddress ?? '');
}
