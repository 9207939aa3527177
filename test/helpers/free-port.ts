import { createServer, type AddressInfo } from 'node:net';

/** A port that nothing listens on at this moment. */
export const freePort = (): Promise<number> => new Promise((done, fail) => {
  const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => done(port));
  });
});
