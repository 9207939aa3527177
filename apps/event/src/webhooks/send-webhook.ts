import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { WebhookOutcome } from '@tsunagu/contracts';
import { isPublicAddress, type AllowedPlaces } from './reachable-addresses.js';

export interface Sent { outcome: WebhookOutcome; status: number | null; tookMs: number }
interface Letter { url: string; headers: Record<string, string>; body: string }
interface Place { url: URL; address: string }

/** The receiver has this long to answer, its name's resolution included. */
const ANSWER_MS = 10_000;

class AddressRefused extends Error {}

/** Host of an address as sockets take it: IPv6 without brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/**
 * Where a webhook's address leads now. One private address among those of a name refuses it: a name must not choose between two.
 * @throws AddressRefused where the operator does not allow it, or it is plain http outside; the resolver's error for an unknown name
 */
async function placeOf(address: string, allowed: AllowedPlaces): Promise<Place> {
  const url = new URL(address);
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map((found) => found.address);
  const [first] = addresses;
  const inside = addresses.every((one) => allowed.allows(host, one));
  if (!first || !(inside || (url.protocol === 'https:' && addresses.every(isPublicAddress)))) throw new AddressRefused();
  return { url, address: first };
}

/** Would this address be called? A name that nobody knows yet may come to be known, but by plain http only one that the operator allows. */
export async function mayBeCalled(address: string, allowed: AllowedPlaces): Promise<boolean> {
  const url = new URL(address);
  return placeOf(address, allowed).then(() => true, (error: unknown) => !(error instanceof AddressRefused) && (url.protocol === 'https:' || allowed.names(hostOf(url))));
}

/** Posts to the very address that was checked: the name is not resolved a second time, and no redirect is followed. */
function post({ url, address }: Place, { headers, body }: Letter, signal: AbortSignal): Promise<number> {
  const family = isIP(address);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST', agent: false, signal,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Tsunagu-Webhooks/1', ...headers },
      lookup: (_host, options, done) => (options.all ? (done as unknown as (error: null, found: object[]) => void)(null, [{ address, family }]) : done(null, address, family)),
    }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends one letter, once. Never throws: what went wrong is the outcome. */
export async function sendWebhook(letter: Letter, allowed: AllowedPlaces, answerMs = ANSWER_MS): Promise<Sent> {
  const began = performance.now();
  const signal = AbortSignal.timeout(answerMs);
  const end = (outcome: WebhookOutcome, status: number | null = null): Sent => ({ outcome, status, tookMs: Math.round(performance.now() - began) });
  const late = new Promise<never>((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }); });
  try {
    const status = await Promise.race([late, placeOf(letter.url, allowed).then((place) => post(place, letter, signal))]);
    return end(status >= 200 && status < 300 ? 'delivered' : 'refused', status);
  } catch (error) {
    if (error instanceof AddressRefused) return end('address_refused');
    return end(signal.aborted ? 'timeout' : 'unreachable');
  }
}
