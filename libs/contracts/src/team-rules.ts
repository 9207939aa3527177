import { z } from 'zod';

/** Rules (always hold) and wishes (weighted) of a team run: one shape for the console, a file and the message queue. */
export const teamRules = z.looseObject({});
export type TeamRulesDocument = z.output<typeof teamRules>;
