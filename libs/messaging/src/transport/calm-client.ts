import pg from 'pg';

/**
 * A connection whose loss never ends the process. Between the moment a pool hands a connection on and the moment its taker
 * listens, nobody hears its 'error'; where the server's last word arrives in the same packet as the answer before it,
 * Node would end the process. Who uses the connection next still gets the error from its query. (The storage library has the
 * same for its own pool; this folder stands alone.)
 */
export class CalmClient extends pg.Client {
  constructor(options?: string | pg.ClientConfig) {
    super(options);
    this.on('error', () => undefined);
  }
}
