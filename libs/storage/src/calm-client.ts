import pg from 'pg';

/**
 * A connection whose loss never ends the process. Between the moment a pool hands a connection on and the moment its taker
 * listens, nobody hears its 'error'; where the server's last word arrives in the same packet as the answer before it,
 * Node would end the process. Who uses the connection next still gets the error from its query.
 */
export class CalmClient extends pg.Client {
  override emit(event: string | symbol, ...words: unknown[]): boolean {
    return event === 'error' && this.listenerCount('error') === 0 ? false : super.emit(event, ...words);
  }
}
