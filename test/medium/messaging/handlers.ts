import { JOBS, type JobName, type JobPayload } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';

export const CONCURRENCY = { profiles: 2, candidates: 2, teams: 1 };

/** Handlers of every job: the given one for ranking, and ones that do nothing for the rest. */
export function handlersWith(rank: (payload: JobPayload<'rank-candidates'>) => Promise<void>, giveUp?: JobHandler<'rank-candidates'>['giveUp']): JobHandler[] {
  return (Object.keys(JOBS) as JobName[]).map((name) => (name === 'rank-candidates' ? { name, run: rank, giveUp } : { name, run: async () => undefined }) as JobHandler);
}
