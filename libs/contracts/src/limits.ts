import { TEXT_LIMITS } from './words.js';

export const LIMITS = {
  ...TEXT_LIMITS,
  tagsPerPerson: 40,
  contactGraphemes: 200,
  titleGraphemes: 80,
  themeGraphemes: 600,
  consentGraphemes: 2_000,
  bodyBytes: 32 * 1024,
  serviceBodyBytes: 8 * 1024 * 1024,
  eventCapacity: 1_000,
  eventWords: 500,
  spellingsPerWord: 12,
  membersPerEvent: 50,
  registeredAtOnce: 20,
  passwordUnits: 10,
} as const;
