import type { BrokenRule, Conflict, FormTeamsInput } from './team-plan.js';

/** placeholder replaced below */
export const findConflicts = (_input: FormTeamsInput, _broken: BrokenRule[]): Conflict[] => [];
