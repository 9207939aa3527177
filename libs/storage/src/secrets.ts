import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** A token nobody can guess: 256 bits, base64url. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const JOIN_CODE_LENGTH = 8;

/** A join code of 8 characters in Crockford's base 32: no I, L, O or U to misread. */
export const makeJoinCode = (): string => Array.from({ length: JOIN_CODE_LENGTH }, () => CROCKFORD[randomInt(32)]).join('');

const JOIN_CODE = new RegExp(`^[${CROCKFORD}]{${JOIN_CODE_LENGTH}}$`);

/** A join code as somebody typed it: any case, with blanks or hyphens, I and L for 1, O for 0. Null where it is none. */
export function readJoinCode(typed: string): string | null {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return JOIN_CODE.test(code) ? code : null;
}

/** The name under which other services know a participant: differs from event to event. */
export const pseudonym = (key: string, participantId: string): string => createHmac('sha256', key).update(participantId).digest('hex').slice(0, 24);

/** A webhook's secret as Standard Webhooks writes it: 256 bits, base64. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
