import { Job, type Queue } from 'bullmq';
import { Problem } from '@tsunagu/contracts';
import { within } from '../transport/queue-store.js';

const JOBS = 100;
const ASK_MS = 5_000;

/**
 * Answers jobs that would never reach a handler again, and removes them: those that the queue has given up because their
 * workers died again and again, and those whose data cannot be read (written past every client), which BullMQ hands round for ever.
 */
export async function refuseLostJobs(queue: Queue, refuse: (job: Job, problem: Problem) => Promise<void>): Promise<void> {
  for (const id of await list(queue, 'failed')) {
    await refuse(await readJob(queue, id) ?? unreadable(id), new Problem('request.failed'));
    await within(ASK_MS, 'removing a job', queue.remove(id));
  }
  for (const id of await list(queue, 'active')) {
    if (await readJob(queue, id)) continue;
    await refuse(unreadable(id), new Problem('match.malformed'));
    await within(ASK_MS, 'removing a job', queue.remove(id));
  }
}

const list = (queue: Queue, state: 'failed' | 'active'): Promise<string[]> => within(ASK_MS, `listing ${state} jobs`, queue.getRanges([state], 0, JOBS - 1));
const unreadable = (id: string): Job => ({ id, name: 'unreadable', data: undefined, timestamp: 0 } as Job);

/** @returns null where the job's data is no JSON, or nested so deeply that BullMQ cannot take it off PostgreSQL */
async function readJob(queue: Queue, id: string): Promise<Job | null> {
  try {
    return await Job.fromId(queue, id) ?? ({ id } as Job);
  } catch (error) {
    if (error instanceof Error && ['SyntaxError', 'RangeError'].includes(error.name)) return null;
    throw error;
  }
}
