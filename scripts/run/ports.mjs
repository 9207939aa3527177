import { createServer } from 'node:net';
import { Problem } from '../problem.mjs';

/**
 * Makes sure that a service can listen; 0 chooses a free port. Resolves to the port.
 * @throws Problem where the port is taken, forbidden, or the address is not this machine's
 */
export async function claimPort({ name, port, host }) {
  try {
    return await bindOnce(port, host);
  } catch (error) {
    if (error.code === 'EADDRINUSE') throw new Problem('port_in_use', { name, port, next: port + 10 });
    if (error.code === 'EACCES') throw new Problem('port_forbidden', { name, port });
    throw new Problem('address_unknown', { name: name.replace('PORT', 'HOST'), host });
  }
}

/** A port that nothing listens on at this moment. */
export const freePort = () => bindOnce(0, '127.0.0.1');

const bindOnce = (port, host) => new Promise((done, fail) => {
  const server = createServer().once('error', fail).listen(port, host, () => {
    const bound = server.address().port;
    server.close(() => done(bound));
  });
});
