import { Job, type Queue } from 'bullmq';
import { Problem } from '@tsunagu/contracts';
import { within } from '../transport/queue-store.js';

const JOBS = 100;
const ASK_MS = 5_000;

/** Answers jobs that the queue itself has given up, and removes them: their workers died again and again, or their data is no JSON. */
export async function refuseFailedJobs(queue: Queue, refuse: (job: Job, problem: Problem) => Promise<void>): Promise<void> {
  if (!await within(ASK_MS, 'counting failed jobs', queue.getFailedCount())) return;
  for (const id of await within(ASK_MS, 'listing failed jobs', queue.getRanges(['failed'], 0, JOBS - 1))) {
    await refuse(await readJob(queue, id), new Problem('request.failed'));
    await within(ASK_MS, 'removing a failed job', queue.remove(id));
  }
}

async function readJob(queue: Queue, id: string): Promise<Job> {
  try {
    const job = await Job.fromId(queue, id);
    if (job) return job;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { id, name: 'unreadable', data: undefined, timestamp: 0 } as Job;
}
