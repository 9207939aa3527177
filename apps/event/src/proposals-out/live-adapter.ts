import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { isOwnOrigin } from '../access/origin.guard.js';

const MAX_MESSAGE = 16 * 1024;

/** Sockets of our own pages only, with small messages. */
export class LiveAdapter extends IoAdapter {
  constructor(app: INestApplicationContext, private readonly publicUrl: string | undefined) {
    super(app);
  }

  override createIOServer(port: number, options?: Parameters<IoAdapter['createIOServer']>[1]): ReturnType<IoAdapter['createIOServer']> {
    return super.createIOServer(port, {
      ...options,
      serveClient: false,
      maxHttpBufferSize: MAX_MESSAGE,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      perMessageDeflate: { threshold: 1_024 },
      allowRequest: (request: IncomingMessage, decide: (refusal: null, allowed: boolean) => void) => decide(null, isOwnOrigin(request.headers.origin, request.headers.host, this.publicUrl)),
    } as Parameters<IoAdapter['createIOServer']>[1]);
  }
}
