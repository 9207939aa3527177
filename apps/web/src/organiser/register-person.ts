import type { EventSettings, HttpAnswers, HttpBody } from '@tsunagu/contracts';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';

export interface PersonToRegister { nickname: string; affiliation?: string; introduction?: string }

/**
 * Joins the event for somebody who has no phone at hand. It goes without this browser's cookies, else the organiser would
 * become that person. With the same key it counts once, however often it is sent.
 */
export function registerPerson({ joinCode, consentVersion }: EventSettings, { nickname, affiliation, introduction }: PersonToRegister, key: string): Promise<HttpAnswers['join']> {
  const body: HttpBody<'join'> = { nickname, consentVersion, language: 'ja', ...(affiliation ? { affiliation } : {}), ...(introduction ? { introduction } : {}) };
  return keepTrying(() => call('join', { params: { code: joinCode }, body, key, anonymous: true }));
}
