import { z } from 'zod';
import { reasonView, sentence } from './reasons.js';

const id = z.uuid();
const count = z.int().min(0);
const known = z.number().nullable();
const size = z.strictObject({ min: z.int(), max: z.int() });

/** What a team works on: one of the event's themes (`id`), or one proposed from what its members share (`id` null). */
export const themeView = z.strictObject({ id: z.string().nullable(), title: z.string() });
export type ThemeView = z.output<typeof themeView>;

export const draftTeam = z.strictObject({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  locked: z.boolean(),
  slot: z.string().optional().describe('what the rules call it, where they know it: the id of the team that people formed themselves, or the name in `rules.teams`'),
  theme: themeView.nullable(),
  members: z.array(z.strictObject({ participantId: id, pinned: z.boolean() })),
  score: known,
  reasons: z.array(reasonView),
});
export type DraftTeam = z.output<typeof draftTeam>;

/** `declined` the person said no · `freed` the organiser took them out · `waiting` no seat fits or is free · `other` */
export const unplacedCode = z.enum(['declined', 'freed', 'waiting', 'other']);
export type UnplacedCode = z.output<typeof unplacedCode>;
export const unplaced = z.strictObject({ participantId: id, code: unplacedCode, cause: sentence });
export type Unplaced = z.output<typeof unplaced>;

/** How far a wish came true, as a mean over people (0 … about 1), and what it asked of the others. */
export const wishView = z.strictObject({
  wish: z.string(),
  label: sentence,
  value: known.describe('null where nobody asks for it, or nobody here could give it'),
  random: known.describe('mean over random plans under the same rules'),
  without: known.describe('its value in a plan that does not ask for it'),
  cost: known.describe('what the other wishes together would have more, if nobody had asked for this one'),
  delta: known.describe('what the last hand-made change did to it'),
});
export type WishView = z.output<typeof wishView>;

/** Rules that cannot all hold, how far they are from it, and what would make them possible. */
export const conflictView = z.strictObject({
  text: sentence,
  rules: z.array(z.string()),
  short: z.number().describe('people too few or too many'),
  proven: z.boolean().describe('shown by counting, not only by searching without success'),
  loosenings: z.array(z.strictObject({ text: sentence, change: z.strictObject({ teamSize: size, rules: z.unknown(), rounds: z.int().optional() }) })).describe('cheapest first; `change` goes into `formTeams` as it is'),
});
export type ConflictView = z.output<typeof conflictView>;

/** A rule that the plan breaks, in which team, by how many people. */
export const brokenView = z.strictObject({ rule: z.string(), label: sentence, teamId: z.string(), by: z.number() });
export type BrokenView = z.output<typeof brokenView>;

export const proposalStatus = z.enum(['forming', 'draft', 'aside', 'planned', 'published', 'discarded', 'failed']);
export type ProposalStatus = z.output<typeof proposalStatus>;

/** A proposal in a line, to be compared with others: the draft, those put aside, and those planned for later rounds. */
export const proposalSummary = z.strictObject({
  id,
  number: z.int(),
  label: z.string(),
  status: proposalStatus,
  version: z.int(),
  round: z.int(),
  rounds: z.int(),
  size,
  teams: count,
  unplaced: count,
  objective: known,
  baseline: known,
  weakest: known.describe('score of its weakest team'),
  wishes: z.array(wishView),
  broken: count.describe('people by whom rules are broken'),
  repeats: z.int().nullable().describe('pairs that were in one team in an earlier round'),
  inCommon: known.describe("share of the present draft's pairs that are together here too, 0 … 1; null where there is no draft"),
});
export type ProposalSummary = z.output<typeof proposalSummary>;

export const proposalView = proposalSummary.omit({ teams: true, unplaced: true, broken: true, weakest: true, inCommon: true }).extend({
  seed: z.int(),
  teams: z.array(draftTeam),
  unplaced: z.array(unplaced),
  baselineBest: known.describe('best of the random plans'),
  lastDelta: known.describe('what the last hand-made change did to the objective'),
  conflicts: z.array(conflictView),
  broken: z.array(brokenView),
  canUndo: z.array(id).describe('organisers who have a step of their own to take back'),
  canRedo: z.array(id).describe('organisers who have a step of their own to do again'),
});
export type ProposalView = z.output<typeof proposalView>;

/** A team that people have formed themselves, before the organiser forms the rest around it. */
export const foundedTeamView = z.strictObject({
  id,
  name: z.string(),
  seats: z.int().describe('most people it wants to be'),
  members: z.array(z.strictObject({ participantId: id, nickname: z.string() })),
  wants: z.array(z.string()).describe("what it still looks for, in its members' words"),
  version: z.int(),
});
export type FoundedTeamView = z.output<typeof foundedTeamView>;

export const repairMove = z.strictObject({ participantId: id, fromTeamId: id.nullable(), toTeamId: id.nullable().describe('null: their seat is opened, since they are not in the room') });
export type RepairMove = z.output<typeof repairMove>;
/** Moves that would bring published teams in line with who is here, or make them better; nothing moves before it is applied. */
export const repairView = z.strictObject({
  id,
  status: z.enum(['computing', 'ready', 'failed']),
  price: z.number().describe('what moving one person costs, in the score of one person'),
  moves: z.array(repairMove).describe('seats of people who are not in the room opened, seats for people without one, and moves that rules need'),
  unplaced: z.array(unplaced).describe('who has no seat after them, with the cause'),
  reshuffle: z.strictObject({ moves: z.array(repairMove), gain: z.number() }).nullable().describe('what a small reshuffle on top of them would give'),
  objective: known,
  broken: z.array(brokenView.extend({ members: z.array(id).describe('who sat in the team then') })).describe('rules that the teams broke as they stood when this was worked out; what was told in confidence is not among them'),
});
export type RepairView = z.output<typeof repairView>;

/** One published round, for comparing rounds. */
export const roundReport = z.strictObject({
  proposalId: id,
  number: z.int(),
  round: z.int(),
  label: z.string(),
  publishedAt: z.iso.datetime(),
  people: count,
  teams: count,
  sizes: size,
  objective: known,
  baseline: known,
  baselineBest: known,
  wishes: z.array(wishView),
  pairs: count.describe('pairs in one team'),
  newPairs: count.describe('pairs in one team for the first time'),
  mutualPairs: count.describe('pairs in one team who said 会いたい to each other'),
  placedLater: count.describe('people whose first seat of the round was given after publication'),
  freed: count.describe('people who had a seat in the round and have none now'),
  accepted: count,
});
export type RoundReport = z.output<typeof roundReport>;

export const eventReport = z.strictObject({
  rounds: z.array(roundReport),
  met: z.strictObject({ pairs: count, of: count }).describe('over all rounds: people who met in a team, of all pairs of people who were in any'),
  hellos: z.strictObject({ mutual: count, inOneTeam: count }).describe('mutual 会いたい in all, and how many of these were in one team'),
});
export type EventReport = z.output<typeof eventReport>;
