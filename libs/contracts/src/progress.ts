import { z } from 'zod';
import type { MovePreview, Progress, RunProgress } from './live-events.js';

const number = z.number();
const runProgress: z.ZodType<RunProgress> = z.object({ proposalId: z.uuid(), elapsedMs: number, limitMs: number, objective: number.nullable() });
const movePreview: z.ZodType<MovePreview> = z.object({ proposalId: z.uuid(), version: z.int(), participantId: z.uuid(), wishes: z.array(z.string()), effects: z.array(z.tuple([number, number], number)) });
const told: z.ZodType<{ eventId: string; progress: Progress }> = z.object({ eventId: z.uuid(), progress: z.union([movePreview, runProgress]) });

/** Reads what processes tell each other of a team run; one may be of another version. @returns null where it is something else */
export function readProgress(text: string): { eventId: string; progress: Progress } | null {
  try {
    return told.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
