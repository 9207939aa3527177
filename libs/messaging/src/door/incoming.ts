import type { Job } from 'bullmq';
import { storableText } from '@tsunagu/contracts';

/** A job of a door, so that it can be kept: a client that checks nothing may give it any name, id and time. */
export interface Incoming {
  queue: string;
  /** its own number on the queue */
  jobId: string;
  /** tells apart jobs that got the same number before and after a queue lost its data; of `A-Z a-z 0-9 . _ -` alone */
  letterId: string;
  pattern: string;
  data: unknown;
  acceptedAt: Date;
  /** workers that died with it */
  deaths: number;
}

export const toIncoming = (queue: string, { id, name, data, timestamp, stalledCounter }: Job): Incoming => ({
  queue, jobId: id!, letterId: `${id}-${timestamp}`.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 200), pattern: storableText(String(name ?? '')), data,
  acceptedAt: new Date(timestamp > 0 && timestamp < Date.now() ? timestamp : Date.now()), deaths: stalledCounter,
});
