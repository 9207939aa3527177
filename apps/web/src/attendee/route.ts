import { decoded } from '../live/address.js';

export type Route = { page: 'find' } | { page: 'join'; code: string } | { page: 'own'; eventId: string } | { page: 'return'; secret: string };

/** On the join page's address: somebody else than who joined here before. */
export const ANOTHER = '#another';

/** The attendee's page at an address. */
export function readRoute(path: string, hash: string): Route {
  const [, first, part] = path.split('/');
  const second = decoded(part);
  if (first === 'j' && second) return { page: 'join', code: second };
  if (first === 'e' && second) return { page: 'own', eventId: second };
  if (first === 'r' && hash.length > 1) return { page: 'return', secret: hash.slice(1) };
  return { page: 'find' };
}

const DECODED: Record<string, string> = { O: '0', I: '1', L: '1' };
export const CODE_LENGTH = 8;

/** A join code as it was meant: capitals, no separators, O for 0 and I or L for 1 mended (Crockford base 32). */
export const cleanCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/[OIL]/g, (letter) => DECODED[letter]!);
