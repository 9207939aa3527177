import { LIMITS, type EventSettings, type HttpAnswers, type Sector } from '@tsunagu/contracts';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';

export interface PersonToRegister { nickname: string; affiliation?: string; sector?: Sector | null; introduction?: string }
/** Told while there is no answer, and what ends the attempts. */
export interface Sending { onWaiting?: () => void; signal?: AbortSignal }
export type Registered = HttpAnswers['registerPeople']['people'][number];

/** Most of a request's bytes; the rest is for what stands around the people. */
const MOST_BYTES = LIMITS.bodyBytes * 0.75;
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The list in parts that one request may hold each. */
export function inRequests<P extends PersonToRegister>(people: readonly P[]): P[][] {
  const parts: P[][] = [];
  let bytes = 0;
  for (const person of people) {
    const own = bytesOf(person);
    const part = parts.at(-1);
    if (part && part.length < LIMITS.registeredAtOnce && bytes + own <= MOST_BYTES) part.push(person);
    else { parts.push([person]); bytes = 0; }
    bytes += own;
  }
  return parts;
}

/**
 * Registers people who have no phone at hand. Who is registered already comes back as `known` and is not doubled, unless wanted
 * `again`. With the same key it counts once, however often it is sent.
 */
export function registerPeople({ id, consentVersion }: EventSettings, people: readonly PersonToRegister[], key: string, { again = false, onWaiting, signal }: Sending & { again?: boolean } = {}): Promise<Registered[]> {
  const body = {
    consentVersion, again,
    people: people.map(({ nickname, affiliation, sector, introduction }) => ({ nickname, ...(affiliation ? { affiliation } : {}), ...(sector ? { sector } : {}), ...(introduction ? { introduction } : {}) })),
  };
  return keepTrying(async () => (await call('registerPeople', { params: { eventId: id }, body, key })).people, onWaiting, signal);
}

/** Registers one person, also beside somebody alike. */
export async function registerPerson(event: EventSettings, person: PersonToRegister, key: string, sending: Sending = {}): Promise<string> {
  const [{ participantId }] = await registerPeople(event, [person], key, { ...sending, again: true }) as [Registered];
  return participantId;
}
