import { JOBS, type JobName, type JobPayload } from '@tsunagu/contracts';

/** Does one kind of job. Repeated deliveries are normal: the effect and `takeJob` commit in one transaction. */
export interface JobHandler<N extends JobName = JobName> {
  readonly name: N;
  /** @throws a coded problem below 500 where trying again cannot help; anything else is tried again */
  run(payload: JobPayload<N>): Promise<void>;
  /** After the last failure: says so to those who wait. Default: the log row is marked with the code. */
  giveUp?(payload: JobPayload<N>, code: string): Promise<void>;
}

/** Handlers by job name. @throws Error where a job of the contract has no handler or two, or a handler has no job */
export function checkHandlers(handlers: readonly JobHandler[]): Map<JobName, JobHandler> {
  const byName = new Map<JobName, JobHandler>();
  for (const handler of handlers) {
    if (!(handler.name in JOBS)) throw new Error(`"${handler.name}" is handled but is no job: add it to JOBS in libs/contracts/src/jobs.ts, or remove the handler.`);
    if (byName.has(handler.name)) throw new Error(`Job "${handler.name}" has two handlers: remove one of them.`);
    byName.set(handler.name, handler);
  }
  const missing = (Object.keys(JOBS) as JobName[]).filter((name) => !byName.has(name));
  if (missing.length) throw new Error(`No handler for job ${missing.map((name) => `"${name}"`).join(', ')}: give startWorkers one each.`);
  return byName;
}
