import { z } from 'zod';

/** Jobs inside the product. Payloads carry ids, never an introduction; `change` names the log row that caused the job. */
const change = z.strictObject({ stream: z.string(), seq: z.number().int() });

export const JOBS = {
  /** `revision`: of the introduction; without one whichever is current */
  'extract-tags': z.strictObject({ change, eventId: z.uuid(), participantId: z.uuid(), revision: z.number().int().optional() }),
  'rank-candidates': z.strictObject({ change, eventId: z.uuid(), participantId: z.uuid() }),
  /** `adapt`: the plan is known and only brought in line with who is here now */
  'form-teams': z.strictObject({ change, eventId: z.uuid(), proposalId: z.uuid(), version: z.number().int(), adapt: z.boolean().optional() }),
  'score-proposal': z.strictObject({ change, eventId: z.uuid(), proposalId: z.uuid(), version: z.number().int() }),
  /** published teams are told anew why they belong together, where that has changed */
  'explain-teams': z.strictObject({ change, eventId: z.uuid() }),
  /** what moving one person of a draft would do */
  'preview-moves': z.strictObject({ change, eventId: z.uuid(), proposalId: z.uuid(), version: z.number().int(), participantId: z.uuid() }),
  'place-late': z.strictObject({ change, eventId: z.uuid(), participantId: z.uuid() }),
  'refill-seat': z.strictObject({ change, eventId: z.uuid(), teamId: z.uuid() }),
  'find-repair': z.strictObject({ change, eventId: z.uuid(), repairId: z.uuid() }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.output<(typeof JOBS)[N]>;
/** What a service puts beside its log row; the row's own position is added when the job is. */
export type JobOrder = { [N in JobName]: { name: N; data: Omit<JobPayload<N>, 'change'> } }[JobName];

// Orders that many steps place.

/** Reads an introduction anew; without `revision` whichever is current. */
export const orderReading = (eventId: string, participantId: string, revision?: number): JobOrder => ({ name: 'extract-tags', data: { eventId, participantId, revision } });
/** Ranks a person anew, and with them whoever lists them: also after a seat has changed, since members of one team are led to each other no more. */
export const orderRanking = (eventId: string, participantId: string): JobOrder => ({ name: 'rank-candidates', data: { eventId, participantId } });
/** Looks for a seat for somebody who has none. */
export const orderSeat = (eventId: string, participantId: string): JobOrder => ({ name: 'place-late', data: { eventId, participantId } });
/** Looks for somebody for a seat that has been given up. */
export const orderRefill = (eventId: string, teamId: string): JobOrder => ({ name: 'refill-seat', data: { eventId, teamId } });

/** Which queue carries which job: tags before all, so that a long team run never keeps a phone waiting. */
export const QUEUE_OF: Record<JobName, 'profiles' | 'candidates' | 'teams'> = {
  'extract-tags': 'profiles',
  'rank-candidates': 'candidates',
  'form-teams': 'teams',
  'score-proposal': 'teams',
  'explain-teams': 'teams',
  'preview-moves': 'teams',
  'place-late': 'teams',
  'refill-seat': 'teams',
  'find-repair': 'teams',
};
export const QUEUES = ['profiles', 'candidates', 'teams'] as const;
export type QueueName = (typeof QUEUES)[number];
