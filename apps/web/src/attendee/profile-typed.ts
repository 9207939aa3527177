import type { HttpBody, Sector, TeamWish } from '@tsunagu/contracts';
import type { Shows } from './join-draft.js';

/** What was typed into one's profile and is not saved: what is not there is as it was told. */
export interface TypedProfile { nickname?: string; affiliation?: string; sector?: Sector | null; teamWish?: TeamWish; shows?: Shows }

/** Changes what was typed and nothing else: the rest may have been changed on another device. */
export const profileBody = ({ affiliation, ...typed }: TypedProfile): HttpBody<'changeProfile'> =>
  (affiliation === undefined ? typed : { ...typed, affiliation: affiliation.trim() || null });
