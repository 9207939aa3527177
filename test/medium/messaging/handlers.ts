import type { JobName, JobPayload } from '@tsunagu/contracts';
import type { JobHandler } from '@tsunagu/messaging';

export const CONCURRENCY = { profiles: 2, candidates: 2, teams: 1 };

/** Handlers of every job: the given one for ranking, and ones that do nothing for the rest. */
export function handlersWith(rank: (payload: JobPayload<'rank-candidates'>) => Promise<void>, giveUp?: JobHandler<'rank-candidates'>['giveUp']): JobHandler[] {
  const idle = (name: JobName): JobHandler => ({ name, run: async () => undefined });
  return [idle('extract-tags'), idle('form-teams'), idle('score-proposal'), idle('place-late'), { name: 'rank-candidates', run: rank, giveUp } as JobHandler];
}
