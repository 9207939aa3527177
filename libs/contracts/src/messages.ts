import { z } from 'zod';
import { KINDS, ROLES, SECTORS, SHARINGS } from './words.js';
import { introductionText } from './inputs.js';
import { teamRules } from './team-rules.js';

/** Contract between Tsunagu and other services over the message queue. */
export const MESSAGE_VERSION = 1;

const person = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().max(100).optional(),
  affiliation: z.string().max(200).optional(),
  sector: z.enum(SECTORS).optional(),
  intro: introductionText.optional(),
  data_jackets: z.array(z.strictObject({ title: z.string().max(200), description: z.string().max(2_000).default(''), sharing: z.enum(SHARINGS).default('open') })).max(10).default([]),
});
const people = z.array(person).min(1).max(1_000);
const envelope = {
  version: z.literal(MESSAGE_VERSION),
  /** ISO time after which the requester no longer wants the answer */
  deadline: z.iso.datetime().optional(),
};
const subject = { eventId: z.uuid().optional(), people: people.optional() };
const oneSubject = (request: { eventId?: string; people?: unknown }): boolean => (request.eventId === undefined) !== (request.people === undefined);

export const matchTagsRequest = z.strictObject({ ...envelope, texts: z.array(z.strictObject({ id: z.string().min(1).max(100), text: introductionText })).min(1).max(100) });
export const matchCandidatesRequest = z.strictObject({ ...envelope, ...subject, theme: z.string().max(2_000).default(''), top: z.number().int().min(1).max(50).default(10) })
  .refine(oneSubject, { error: 'field.invalid', path: ['eventId'] });
export const matchTeamsRequest = z.strictObject({
  ...envelope, ...subject, theme: z.string().max(2_000).default(''),
  size: z.strictObject({ min: z.number().int().min(2).max(50), max: z.number().int().min(2).max(50) }).default({ min: 3, max: 5 }),
  rules: teamRules.optional(), seed: z.number().int().min(0).default(1), iterations: z.number().int().min(1).max(10_000_000).default(200_000),
}).refine(oneSubject, { error: 'field.invalid', path: ['eventId'] });

const sentence = z.strictObject({ ja: z.string(), en: z.string() });
const reason = z.strictObject({ type: z.string(), text: sentence, labels: z.array(z.string()) });
const tag = z.strictObject({ label: z.string(), kind: z.enum(KINDS), concept: z.string(), role: z.enum(ROLES).nullable(), score: z.number(), evidence: z.array(z.tuple([z.number(), z.number()])) });

const answer = { version: z.literal(MESSAGE_VERSION), model: z.string(), tookMs: z.number() };
export const matchTagsResult = z.strictObject({ ...answer, texts: z.array(z.strictObject({ id: z.string(), tags: z.array(tag) })) });
export const matchCandidatesResult = z.strictObject({
  ...answer,
  people: z.array(z.strictObject({ id: z.string(), candidates: z.array(z.strictObject({ id: z.string(), score: z.number(), reasons: z.array(reason) })) })),
});
export const matchTeamsResult = z.strictObject({
  ...answer,
  teams: z.array(z.strictObject({ members: z.array(z.string()), score: z.number(), reasons: z.array(reason) })),
  unplaced: z.array(z.strictObject({ id: z.string(), cause: sentence })),
  objective: z.number(), baseline: z.number(),
});

/** Message patterns that other services may send, with request and result. */
export const MATCH_PATTERNS = {
  'match.tags': { request: matchTagsRequest, result: matchTagsResult },
  'match.candidates': { request: matchCandidatesRequest, result: matchCandidatesResult },
  'match.teams': { request: matchTeamsRequest, result: matchTeamsResult },
} as const;
export type MatchPattern = keyof typeof MATCH_PATTERNS;
export type MatchRequest<P extends MatchPattern> = z.output<(typeof MATCH_PATTERNS)[P]['request']>;
export type MatchResult<P extends MatchPattern> = z.output<(typeof MATCH_PATTERNS)[P]['result']>;

const outside = { version: z.literal(MESSAGE_VERSION), eventId: z.uuid(), seq: z.number().int(), at: z.iso.datetime() };
/** Events for other services; participants appear under a pseudonym that differs from event to event. */
export const OUTSIDE_EVENTS = {
  'profile.tagged': z.strictObject({ ...outside, participant: z.string(), tags: z.array(z.strictObject({ label: z.string(), kind: z.enum(KINDS), concept: z.string() })) }),
  'teams.proposed': z.strictObject({ ...outside, proposal: z.string(), teams: z.array(z.array(z.string())), objective: z.number().nullable(), baseline: z.number().nullable() }),
  'team.published': z.strictObject({ ...outside, team: z.string(), members: z.array(z.string()) }),
  'participant.erased': z.strictObject({ ...outside, participant: z.string() }),
} as const;
export type OutsideType = keyof typeof OUTSIDE_EVENTS;
export type OutsidePayload<T extends OutsideType> = Omit<z.output<(typeof OUTSIDE_EVENTS)[T]>, keyof typeof outside>;
