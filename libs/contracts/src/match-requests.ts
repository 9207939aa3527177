import { z } from 'zod';
import { introductionText } from './inputs.js';
import { repairFaults } from './repair-faults.js';
import { teamRules } from './team-rules.js';
import { KINDS, ROLES, SECTORS, SHARINGS } from './words.js';

// What other services may ask, and what they get: the `data` of a request and the `result` of its answer.

const id = z.string().min(1).max(100);
/** null says the same as nothing: databases and event files write it so. */
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().transform((value) => value ?? undefined).optional();
const person = z.strictObject({
  id,
  name: orNull(z.string().max(100)),
  affiliation: orNull(z.string().max(200)),
  sector: orNull(z.enum(SECTORS)),
  intro: orNull(introductionText).describe('self-introduction, at most 1,000 characters; read, answered and forgotten'),
  data_jackets: z.array(z.strictObject({ title: z.string().max(200), description: z.string().max(2_000).default(''), sharing: z.enum(SHARINGS).default('open') })).max(10).default([]),
});
/** Refines a list: names each entry whose id an earlier one has. */
export const distinct = (code: 'match.person_twice' | 'match.text_twice') => (entries: readonly { id: string }[], context: z.RefinementCtx): void => {
  const seen = new Set<string>();
  for (const [at, { id: own }] of entries.entries()) {
    if (seen.has(own)) context.addIssue({ code: 'custom', message: code, path: [at, 'id'], params: { id: own } });
    seen.add(own);
  }
};
const people = z.array(person).min(1).max(1_000).superRefine(distinct('match.person_twice')).describe('people, each with an id of your own');
const subject = {
  eventId: z.uuid().optional().describe('an event whose organiser allows your service; give this or `people`'),
  people: people.optional(),
};
const oneSubject = (request: { eventId?: string; people?: unknown }): boolean => (request.eventId === undefined) !== (request.people === undefined);
const exclusive = { error: 'match.one_subject', path: ['eventId'] };

const oneSize = (request: { size?: object; rules?: { size?: object } }): boolean => request.size === undefined || request.rules?.size === undefined;
const twoSizes = { error: 'match.two_sizes', path: ['rules', 'size'] };

const theme = z.string().max(2_000).default('').describe('what the event is about, in words');
const size = z.strictObject({ min: z.int().min(1).max(50), max: z.int().min(1).max(50) })
  .refine(({ min, max }) => min <= max, { error: 'event.size_range' }).optional().describe('members of a team; 3 to 5 where neither this nor `rules.size` says otherwise');
const search = {
  ...subject, eventId: subject.eventId.describe('an event whose organiser allows your service; give this or `people`. Teams are made of those who are here (checked in, neither paused nor gone); nobody else is named, not in `unplaced` either'), theme, size, rules: teamRules.optional().describe('what has to hold and what is wished; ids of people are those of this request. What cannot hold is told in `broken` and `conflicts`'),
  seed: z.int().min(0).default(1).describe('the same seed, people and iterations give the same teams'),
};

export const matchTagsRequest = z.strictObject({ texts: z.array(z.strictObject({ id, text: introductionText })).min(1).max(100).superRefine(distinct('match.text_twice')) });
export const matchCandidatesRequest = z.strictObject({ ...subject, theme, top: z.int().min(1).max(50).default(10).describe('candidates of each person') })
  .refine(oneSubject, exclusive);
export const matchTeamsRequest = z.strictObject({ ...search, iterations: z.int().min(1).max(10_000_000).default(200_000).describe('how long to search, for 20 seconds at most') })
  .refine(oneSubject, exclusive).refine(oneSize, twoSizes);
export const matchRepairRequest = z.strictObject({
  ...search,
  plan: z.array(z.strictObject({ name: z.string().min(1).max(100).optional(), members: z.array(id).max(100) })).max(500).optional()
    .describe("the teams as they stand; of an event its published teams, where this is left out"),
  change: z.strictObject({
    come: z.array(person).max(1_000).default([]).describe('people to be seated, with `people`'),
    go: z.array(id).max(1_000).default([]).describe('people who have left'),
  }).default({ come: [], go: [] }),
  pinned: z.array(id).max(1_000).default([]).describe('people who must stay where they sit'),
}).refine(oneSubject, exclusive).refine(oneSize, twoSizes).refine((request) => request.eventId !== undefined || request.plan !== undefined, { error: 'match.no_plan', path: ['plan'] })
  .superRefine((repair, context) => {
    for (const { path, code, id: whose } of repairFaults(repair, repair.people && new Set(repair.people.map((one) => one.id)))) context.addIssue({ code: 'custom', message: code, path, params: { id: whose } });
  });

const sentence = z.strictObject({ ja: z.string(), en: z.string() });
const reason = z.strictObject({ type: z.string(), text: sentence.extend({ yasashii: z.string() }), labels: z.array(z.string()) });
const tag = z.strictObject({
  label: z.string(), kind: z.enum(KINDS), concept: z.string(), role: z.enum(ROLES).nullable(), score: z.number(),
  evidence: z.array(z.tuple([z.number(), z.number()])).describe('from … to in UTF-16 units of the text'),
});
const team = z.strictObject({ name: z.string().optional(), members: z.array(z.string()), score: z.number(), reasons: z.array(reason) });
const broken = z.array(z.strictObject({
  rule: z.string().describe('its id, `rule-1` … by position where it has none, `size`, or `other` for what the event itself keeps and does not tell'), label: sentence,
  team: z.int().describe('position in `teams`'), by: z.number().describe('how many people too few or too many'),
})).describe('rules that this plan breaks, in which team; empty = all hold');
const conflicts = z.array(z.strictObject({
  rules: z.array(z.string()).describe('ids; without any one of them the rest can hold'),
  proven: z.boolean().describe('shown by counting, not only by searching without success'), short: z.number(), text: sentence,
  loosenings: z.array(sentence).describe('what makes it possible, cheapest first'),
})).describe('why rules are broken: those that cannot all hold');
const unplaced = z.array(z.strictObject({ id: z.string(), cause: sentence })).describe('people of the request, or people of the event who are here, for whom there was no seat');
const moved = z.array(z.strictObject({ id: z.string(), from: z.int().describe('position in the plan'), to: z.int() }));

export const matchTagsResult = z.strictObject({ texts: z.array(z.strictObject({ id: z.string(), tags: z.array(tag) })) });
export const matchCandidatesResult = z.strictObject({
  people: z.array(z.strictObject({ id: z.string(), candidates: z.array(z.strictObject({ id: z.string(), score: z.number(), reasons: z.array(reason) })) })),
});
export const matchTeamsResult = z.strictObject({
  teams: z.array(team), unplaced, broken, conflicts,
  objective: z.number().describe('worth of the plan'), baseline: z.number().describe('mean worth of random teams under the same rules'),
});
export const matchRepairResult = z.strictObject({
  teams: z.array(team).describe('in the order of the plan, new ones last; a team that all have left stays, empty'),
  unplaced, moved: moved.describe('who sat in the plan and sits elsewhere now'), broken, conflicts, objective: z.number(),
  reshuffle: z.strictObject({ teams: z.array(team), moved, objective: z.number(), gain: z.number() }).optional().describe('what changing a few seats more would give'),
});
