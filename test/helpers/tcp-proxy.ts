import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that a test can disturb. */
export interface TcpProxy {
  port: number;
  /** The given address with host and port replaced by the proxy's. */
  url(original: string): string;
  /** Breaks all connections; new ones are taken. */
  cut(): void;
  /** Breaks all connections and refuses new ones, until `heal`. */
  refuse(): void;
  /** Keeps connections open but lets nothing through, as a cable that was pulled does, until `heal`. */
  stall(): void;
  /** Lets every piece of data wait, until `heal`. */
  delay(milliseconds: number): void;
  heal(): void;
  close(): Promise<void>;
}

/** Opens a proxy in front of a server. */
export async function openTcpProxy(target: { host?: string; port: number }): Promise<TcpProxy> {
  const pairs = new Set<[Socket, Socket]>();
  let mode: 'open' | 'refuse' | 'stall' = 'open';
  let wait = 0;

  const pass = (from: Socket, to: Socket): void => {
    from.on('data', (data) => {
      if (mode === 'stall') from.pause();
      const send = (): void => { if (mode === 'stall') setTimeout(send, 20).unref(); else if (!to.destroyed) to.write(data); };
      if (wait) setTimeout(send, wait).unref();
      else send();
    });
  };
  const server = createServer((near) => {
    if (mode === 'refuse') return void near.destroy();
    const far = connect(target.port, target.host ?? '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    pass(near, far);
    pass(far, near);
    for (const socket of pair) {
      socket.on('error', () => undefined); // 'close' follows
      socket.on('close', () => { pairs.delete(pair); pair.forEach((other) => other.destroy()); });
    }
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', () => done()); });
  const { port } = server.address() as AddressInfo;
  const cut = (): void => pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));
  return {
    port,
    url(original) {
      const url = new URL(original);
      url.host = `127.0.0.1:${port}`;
      return url.href;
    },
    cut,
    refuse() { mode = 'refuse'; cut(); },
    stall() { mode = 'stall'; },
    delay(milliseconds) { wait = milliseconds; },
    heal() { mode = 'open'; wait = 0; pairs.forEach((pair) => pair.forEach((socket) => socket.resume())); },
    async close() {
      cut();
      await new Promise<void>((done) => { server.close(() => done()); });
    },
  };
}
