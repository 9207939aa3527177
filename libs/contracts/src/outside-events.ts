import { z } from 'zod';
import { MESSAGE_VERSION } from './message-version.js';
import { KINDS } from './words.js';

const participant = z.string().describe('pseudonym; differs from event to event');
const members = z.array(participant);
const tags = z.array(z.strictObject({ label: z.string(), kind: z.enum(KINDS), concept: z.string() }));

const outsideEvent = <T extends string, D extends z.ZodType>(type: T, data: D) => z.strictObject({
  version: z.literal(MESSAGE_VERSION),
  type: z.literal(type),
  eventId: z.uuid(),
  seq: z.int().min(1).describe('counts up within an event, without gaps that matter: ask `events.replay` with the last one you have'),
  at: z.iso.datetime(),
  data,
});

/** Events for other services whose organiser allows it; participants appear under a pseudonym that differs from event to event. */
export const OUTSIDE_EVENTS = {
  'profile.tagged': outsideEvent('profile.tagged', z.strictObject({ participant, tags })),
  'candidates.changed': outsideEvent('candidates.changed', z.strictObject({ participant, candidates: z.array(z.strictObject({ participant, score: z.number() })).describe('in the order in which the person sees them: attention is shared out, so it is not quite the order of `score`') })),
  'teams.proposed': outsideEvent('teams.proposed', z.strictObject({ proposal: z.string(), teams: z.array(members), objective: z.number().nullable(), baseline: z.number().nullable() })),
  'team.published': outsideEvent('team.published', z.strictObject({ team: z.string(), members })),
  'team.changed': outsideEvent('team.changed', z.strictObject({ team: z.string(), members })),
  'team.dissolved': outsideEvent('team.dissolved', z.strictObject({ team: z.string() })),
  'participant.erased': outsideEvent('participant.erased', z.strictObject({ participant })),
} as const;
export type OutsideType = keyof typeof OUTSIDE_EVENTS;
export type OutsideEvent<T extends OutsideType = OutsideType> = z.output<(typeof OUTSIDE_EVENTS)[T]>;
export type OutsidePayload<T extends OutsideType> = OutsideEvent<T>['data'];
