import type { ClientToServer, LiveHello, ServerToClient } from '@tsunagu/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Line } from './live-state.js';

const WELCOME_WITHIN_MS = 3_000;
/** The service is heard every 25 seconds at least: it asks whether the line lives. */
const HEARTBEAT_MS = 30_000;

/** The line over socket.io: a web socket, or long polling where a venue's network cuts those. */
export function socketLine(): Line {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ['websocket', 'polling'], tryAllTransports: true, withCredentials: true,
    reconnectionDelay: 300, reconnectionDelayMax: 3_000, timeout: 8_000,
  });
  let heardAt = 0;
  const heard = (): void => { heardAt = Date.now(); };
  // engines come and go with each attempt
  socket.io.on('open', () => { heard(); socket.io.engine.on('packet', heard); });
  return {
    onUp: (listener) => void socket.on('connect', listener),
    onDown: (listener) => void socket.on('disconnect', (reason) => {
      listener();
      // one that the server cut (it read too slowly, or its person was merged with another) does not dial again by itself
      if (reason === 'io server disconnect') socket.connect();
    }),
    onLive: (listener) => void socket.on('live', listener),
    onProgress: (listener) => void socket.on('progress', listener),
    follow: (hello: LiveHello) => socket.timeout(WELCOME_WITHIN_MS).emitWithAck('follow', hello),
    isUp: () => socket.connected,
    isFresh: () => socket.connected && Date.now() - heardAt < HEARTBEAT_MS,
    dial: () => void socket.connect(),
    // what hangs in a time-out or waits for the next attempt is given up as well
    redial: () => void socket.disconnect().connect(),
    close: () => void socket.close(),
  };
}
