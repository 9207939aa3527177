import { z } from 'zod';
import { displayCopy, introductionProblem, shortTextProblem, type TextProblem } from './check-text.js';
import { MEMBER_ROLES, RECIPE_IDS } from './console-words.js';
import { LIMITS } from './limits.js';
import { GOINGS, KINDS, LANGUAGES, RATINGS, SECTORS, SHARINGS, TEAM_WISHES } from './words.js';
import { teamRules } from './team-rules.js';

/** A text problem travels through zod as a custom issue whose message is the code and whose params are the values. */
const refuse = (context: z.RefinementCtx, problem: TextProblem | undefined): void => {
  if (problem) context.addIssue({ code: 'custom', message: problem.code, params: problem.values ?? {} });
};
const shortText = (limit: number) =>
  z.string().superRefine((text, context) => refuse(context, shortTextProblem(text, limit))).transform(displayCopy).meta({ maxLength: limit });
const optionalText = (limit: number) =>
  z.string().superRefine((text, context) => refuse(context, shortTextProblem(text, limit, { optional: true }))).transform(displayCopy).meta({ maxLength: limit });

export const introductionText = z.string().superRefine((text, context) => refuse(context, introductionProblem(text))).transform(displayCopy);
const date = z.iso.date();
const heldOn = z.iso.date({ error: ({ input }) => (input === '' ? 'event.day_missing' : undefined) });

export const shows = z.strictObject({ skill: z.boolean(), interest: z.boolean(), seeking: z.boolean(), data: z.boolean() });
export const jacketInput = z.strictObject({
  title: shortText(LIMITS.jacketTitleGraphemes),
  description: optionalText(LIMITS.jacketDescriptionGraphemes).default(''),
  sharing: z.enum(SHARINGS),
});

export const joinInput = z.strictObject({
  nickname: shortText(LIMITS.nicknameGraphemes),
  affiliation: optionalText(LIMITS.affiliationGraphemes).nullish(),
  sector: z.enum(SECTORS).nullish(),
  teamWish: z.enum(TEAM_WISHES).default('looking'),
  language: z.enum(LANGUAGES).default('ja'),
  /** the version of the consent text that was read and agreed to */
  consentVersion: z.number({ error: 'join.consent_missing' }).int(),
  introduction: introductionText.nullish(),
  introductionShown: z.boolean().default(true),
  shows: shows.default({ skill: true, interest: true, seeking: true, data: true }),
  jackets: z.array(jacketInput).max(LIMITS.jacketsPerPerson).default([]),
  /** an event this browser has joined before: whoever agrees to be known from there is kept apart from those they were in a team with */
  earlierEventId: z.uuid().nullish(),
});

export const profileInput = z.strictObject({
  nickname: shortText(LIMITS.nicknameGraphemes),
  affiliation: optionalText(LIMITS.affiliationGraphemes).nullish(),
  sector: z.enum(SECTORS).nullish(),
  teamWish: z.enum(TEAM_WISHES),
  language: z.enum(LANGUAGES),
  shows,
}).partial();

export const introductionInput = z.strictObject({
  text: introductionText,
  shown: z.boolean().default(true),
  /** the revision that was edited: an edit of an older one is refused with the fresh text */
  basedOn: z.number().int().nonnegative(),
});

export const tagInput = z.strictObject({ label: shortText(LIMITS.tagGraphemes), kind: z.enum(KINDS) });
export const statementPatch = z.strictObject({ kind: z.enum(KINDS), hidden: z.boolean(), removed: z.boolean() }).partial();
export const presenceInput = z.strictObject({ paused: z.boolean(), left: z.boolean() }).partial();
export const leftInput = z.strictObject({ left: z.boolean().describe('has gone home; false: is back') });
/** Free to talk now, and where to be found. */
export const freeInput = z.strictObject({ free: z.boolean(), place: optionalText(LIMITS.meetingPlaceGraphemes).default('') });
export const avoidInput = z.strictObject({ report: z.boolean().default(false).describe('tell the organisers, with one’s own name, that something went wrong') });
export const settleInput = z.strictObject({ settled: z.boolean().describe('somebody has seen to it; false opens it again') });
/** What waited on a phone while other teams were published is about the team that it says. */
const aboutTeam = z.uuid().optional().describe('the team that is meant; the one that the person is in, where it is not said');
export const callInput = z.strictObject({ calling: z.boolean(), teamId: aboutTeam });
export const teamAnswerInput = z.strictObject({ rating: z.enum(RATINGS), going: z.enum(GOINGS), teamId: aboutTeam }).partial();
/** To which host one's introduction may go, and in which language one read so. */
export const textLeavesInput = z.strictObject({ host: z.string().min(1).max(300), language: z.enum(LANGUAGES) });
export const contactInput = z.strictObject({ text: optionalText(LIMITS.contactGraphemes), shared: z.boolean(), teamId: z.uuid().optional().describe('the team it is to be shared in; the one that the person is in, where it is not said') });
export const teamPatch = z.strictObject({ goal: optionalText(LIMITS.goalGraphemes), nextDate: z.union([date, z.literal('')]) }).partial()
  .extend({ version: z.number().int(), teamId: aboutTeam });
export const returnInput = z.strictObject({ secret: z.string().min(20).max(100) });

const sizeRange = z.strictObject({ min: z.number().int().min(2).max(50), max: z.number().int().min(2).max(50) })
  .refine((size) => size.min <= size.max, { error: 'event.size_range' });

/** Name of an outside service, as the operator's `SERVICES` has it. */
const serviceName = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/);

/** An organiser's own consent text in the other languages of the phone; empty = not written. */
const consentTranslations = z.strictObject({ en: optionalText(LIMITS.consentGraphemes), yasashii: optionalText(LIMITS.consentGraphemes) }).partial();

export const eventInput = z.strictObject({
  recipe: z.enum(RECIPE_IDS),
  title: shortText(LIMITS.titleGraphemes),
  theme: optionalText(LIMITS.themeGraphemes).default(''),
  heldOn,
  place: optionalText(LIMITS.affiliationGraphemes).default(''),
  teamSize: sizeRange.optional(),
  consentText: shortText(LIMITS.consentGraphemes).optional(),
  consentTranslations: consentTranslations.optional(),
  retentionDays: z.number().int().min(0).max(365).default(30),
  languages: z.array(z.enum(LANGUAGES)).min(1).default([...LANGUAGES]),
  capacity: z.number().int().min(2).max(LIMITS.eventCapacity).default(LIMITS.eventCapacity),
  basedOn: z.strictObject({ eventId: z.uuid(), members: z.boolean().default(false).describe('whoever works on it works on the new one too, in the same role') }).optional()
    .describe('an event that the caller may change: rules that name no people, themes, its own words and its other settings are taken from it'),
});
export const eventPatch = z.strictObject({
  title: shortText(LIMITS.titleGraphemes),
  theme: optionalText(LIMITS.themeGraphemes),
  heldOn,
  place: optionalText(LIMITS.affiliationGraphemes),
  teamSize: sizeRange,
  consentText: shortText(LIMITS.consentGraphemes),
  consentTranslations,
  retentionDays: z.number().int().min(0).max(365),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  capacity: z.number().int().min(2).max(LIMITS.eventCapacity),
  services: z.array(serviceName).max(100),
  textsLeave: z.boolean(),
  wallAffiliations: z.boolean(),
  rules: teamRules,
  teamsAt: z.iso.datetime({ offset: true }).nullable(),
  state: z.enum(['open', 'closed']),
}).partial().extend({ version: z.number().int() });

export const signInInput = z.strictObject({ login: z.string().min(1).max(100).regex(/^\P{Cc}*$/u), password: z.string().min(1).max(200) });
export const loginLinkInput = z.strictObject({ token: z.string().min(20).max(100) });
export const passwordInput = z.strictObject({ password: z.string().min(LIMITS.passwordUnits).max(200) });

const word = z.strictObject({
  label: shortText(LIMITS.tagGraphemes),
  spellings: z.array(shortText(LIMITS.tagGraphemes)).max(LIMITS.spellingsPerWord).default([]),
  kind: z.enum(['skill', 'interest']).nullable().default(null),
  refused: z.boolean().default(false),
});
/** A word that the event has already keeps its spellings beside these, and its kind where none is given. */
export const wordsInput = z.strictObject({ words: z.array(word).min(1).max(LIMITS.eventWords) });
/** How a word is written otherwise and what it is, in the place of what it was. */
export const wordPatch = z.strictObject({ spellings: word.shape.spellings.unwrap(), kind: word.shape.kind.unwrap() });

const login = z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,60}$/i, { error: 'member.login' });
export const memberInput = z.strictObject({ login, role: z.enum(MEMBER_ROLES) });
export const memberPatch = z.strictObject({ role: z.enum(MEMBER_ROLES) });

const ids = z.array(z.uuid()).min(1).max(LIMITS.eventCapacity);
/** People who have no phone at hand, or stand on a list. The organiser has their consent to the text of that version. */
export const registerInput = z.strictObject({
  people: z.array(joinInput.pick({ nickname: true, affiliation: true, sector: true, introduction: true })).min(1).max(LIMITS.registeredAtOnce),
  consentVersion: z.number({ error: 'join.consent_missing' }).int(),
  /** also those whom the event has already, as further people */
  again: z.boolean().default(false),
});
export const checkInInput = z.strictObject({ participantIds: ids, here: z.boolean() });
export const reissueInput = z.strictObject({ signOut: z.boolean().default(false).describe('every browser of this person, a lost phone before all, no longer opens their page; the new QR does') });
export const mergeInput = z.strictObject({ keepId: z.uuid(), dropId: z.uuid() });
export const formInput = z.strictObject({
  teamSize: sizeRange,
  seed: z.number().int().min(0).max(2 ** 31 - 1).default(1),
  seconds: z.number().min(0.1).max(10).default(1),
  rules: teamRules.optional(),
  /** the organiser's own name for this proposal, to tell it from others */
  label: optionalText(LIMITS.titleGraphemes).default(''),
  /** rounds planned together, with as few people as possible meeting twice */
  rounds: z.number().int().min(1).max(8).default(1),
  /** a draft, or one put aside, whose pinned people, locked teams and names stay */
  keepFrom: z.uuid().optional(),
});
const version = z.number().int();
export const moveInput = z.strictObject({ participantId: z.uuid(), toTeamId: z.uuid().nullable(), version });
export const swapInput = z.strictObject({ participantId: z.uuid(), withId: z.uuid(), version });
export const previewMovesInput = z.strictObject({ participantId: z.uuid(), version });
export const pinInput = z.strictObject({ participantId: z.uuid(), pinned: z.boolean(), version });
export const lockInput = z.strictObject({ teamId: z.uuid(), locked: z.boolean(), version });
export const versionInput = z.strictObject({ version });
export const renameTeamInput = z.strictObject({ teamId: z.uuid(), name: shortText(LIMITS.nicknameGraphemes), version });
/** why a published plan is changed, for those who ask later */
const why = optionalText(LIMITS.titleGraphemes).default('');
const anyway = z.boolean().default(false).describe('also where people whom a rule or their own wish keeps apart come into one team by it');
export const publishInput = z.strictObject({ version, why, anyway });
/** `teamId`: where they are seen; who has been moved meanwhile stays */
export const freeSeatInput = z.strictObject({ teamId: z.uuid().optional(), why });
export const placeInput = z.strictObject({ participantId: z.uuid(), teamId: z.uuid().nullish(), why, anyway });
/** `fromTeamId`: where they are seen; who has been moved meanwhile stays */
export const movePlacedInput = z.strictObject({ participantId: z.uuid(), fromTeamId: z.uuid().optional(), toTeamId: z.uuid(), why, anyway });
/** with the teams that they are seen in: who has been moved meanwhile changes places with nobody */
export const swapPlacedInput = z.strictObject({ participantId: z.uuid(), teamId: z.uuid(), withId: z.uuid(), withTeamId: z.uuid(), why, anyway });
export const mergeTeamsInput = z.strictObject({ keepId: z.uuid(), dropId: z.uuid(), why, anyway });
export const repairInput = z.strictObject({ price: z.number().min(0).max(100).default(3) });
export const applyRepairInput = z.strictObject({ reshuffle: z.boolean().default(false), why, anyway });

export const seatAnswer = z.strictObject({ accepted: z.boolean(), /** the team whose seat is meant; the one that the person is in, where it is not said */ teamId: z.uuid().optional() });
export const choicesInput = z.strictObject({ choices: z.array(z.string().min(1).max(100)).max(20) });
const wants = z.array(shortText(LIMITS.tagGraphemes)).max(LIMITS.wantsPerTeam);
export const foundedTeamInput = z.strictObject({ name: shortText(LIMITS.nicknameGraphemes), seats: z.number().int().min(2).max(50), wants: wants.default([]) });
export const foundedTeamPatch = z.strictObject({ name: shortText(LIMITS.nicknameGraphemes), seats: z.number().int().min(2).max(50), wants }).partial()
  .extend({ version });

export type JoinInput = z.output<typeof joinInput>;
export type RegisterInput = z.output<typeof registerInput>;
export type ProfileInput = z.output<typeof profileInput>;
export type IntroductionInput = z.output<typeof introductionInput>;
export type EventInput = z.output<typeof eventInput>;
export type EventPatch = z.output<typeof eventPatch>;
export type WordsInput = z.output<typeof wordsInput>;
export type WordPatch = z.output<typeof wordPatch>;
export type FormInput = z.output<typeof formInput>;
export type FoundedTeamInput = z.output<typeof foundedTeamInput>;
export type FoundedTeamPatch = z.output<typeof foundedTeamPatch>;
export type JacketInput = z.output<typeof jacketInput>;
export type StatementPatch = z.output<typeof statementPatch>;
export type ShowsInput = z.output<typeof shows>;
export type PresenceInput = z.output<typeof presenceInput>;
export type TeamAnswerInput = z.output<typeof teamAnswerInput>;
export type ContactInput = z.output<typeof contactInput>;
