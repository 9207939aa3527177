/** A server of its own for one suite. */
export interface KeptStore {
  url: string;
  /** Stops the server. PostgreSQL comes back by itself, as in the product; Redis stays away until `start`. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Redis only: starts it again on the same port, with its data or without. */
  start(options?: { empty?: boolean }): Promise<void>;
  close(): Promise<void>;
}
export function startStore(kind: 'postgres' | 'redis'): Promise<KeptStore>;
