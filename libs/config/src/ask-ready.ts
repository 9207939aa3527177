import http from 'node:http';
import https from 'node:https';
import type { Settings } from './settings.js';

/** Where a service says whether it is ready, seen from its own machine. */
export interface ReadyAddress { host: string; port: number; secure: boolean; url: string }

const PATH = '/health/ready';

export function readyAddress(service: 'event' | 'matching', { HOST, PORT, TLS_CERT, MATCHING_HOST, MATCHING_PORT }: Pick<Settings, 'HOST' | 'PORT' | 'TLS_CERT' | 'MATCHING_HOST' | 'MATCHING_PORT'>): ReadyAddress {
  const [bound, port, secure] = service === 'event' ? [HOST, PORT, Boolean(TLS_CERT)] : [MATCHING_HOST, MATCHING_PORT, false];
  // what listens at all addresses is asked at the nearest
  const host = bound === '0.0.0.0' || bound === '::' ? 'localhost' : bound;
  return { host, port, secure, url: `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}${PATH}` };
}

/**
 * What a service says of itself. A certificate is not looked at: it is made out to the name that phones use, which is not ours.
 * @throws Error where nothing answers in time
 */
export const askReady = ({ host, port, secure }: ReadyAddress, timeoutMs: number): Promise<{ status: number; body: string }> => new Promise((done, fail) => {
  const signal = AbortSignal.timeout(timeoutMs);
  const request = (secure ? https : http).get({ host, port, path: PATH, rejectUnauthorized: false, signal }, (response) => {
    let body = '';
    response.setEncoding('utf8').on('data', (part: string) => (body += part)).on('error', fail).on('end', () => done({ status: response.statusCode ?? 0, body }));
  });
  request.once('error', fail);
});
