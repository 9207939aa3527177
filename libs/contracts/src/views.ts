import { z } from 'zod';
import { phoneSentence, reasonView } from './reasons.js';
import { foundedTeamView, proposalSummary, proposalView, repairView, themeView, unplaced } from './team-views.js';
import { RECIPE_IDS } from './console-words.js';
import { GOINGS, KINDS, LANGUAGES, RATINGS, ROLES, SECTORS, SHARINGS, TEAM_WISHES } from './words.js';

// What pages read and are pushed, as schemas: the types of services and pages, and the answers in OpenAPI. Pages use the types alone.

const id = z.uuid();
const share = z.number().min(0).max(1);
const time = z.iso.datetime();

/** A word of a badge. `en`: how pages in English call it, where that is not the label itself. */
export const named = z.strictObject({ label: z.string(), en: z.string().optional().describe('for pages in English; without it they show the label') });
export type Named = z.output<typeof named>;

/** One line of a person's list of statements: a tag on the badge, and a need or an offer where it has a role. */
export const statementView = z.strictObject({
  id,
  kind: z.enum(KINDS),
  ...named.shape,
  concept: z.string(),
  role: z.enum(ROLES).nullable(),
  score: share,
  evidence: z.array(z.tuple([z.int(), z.int()])).describe('spans of the introduction, in UTF-16 units of its display copy; empty for hand-made ones'),
  byHand: z.boolean().describe('made or corrected by hand: survives a new reading of the introduction'),
  hidden: z.boolean().describe('seen by its owner only'),
});
export type StatementView = z.output<typeof statementView>;

/** A tag as other people see it. */
export const tagView = named.extend({ kind: z.enum(KINDS), concept: z.string() });
export type TagView = z.output<typeof tagView>;

export const jacketView = z.strictObject({ id, title: z.string(), description: z.string(), sharing: z.enum(SHARINGS), proposed: z.boolean() });
export type JacketView = z.output<typeof jacketView>;

export const candidateView = z.strictObject({
  participantId: id,
  nickname: z.string(),
  affiliation: z.string().nullable(),
  tags: z.array(tagView),
  jackets: z.array(z.string()),
  score: share,
  noPhone: z.boolean().describe('takes part without a phone, so that nothing sent to them is read: registered at the desk or by a list, and no browser since'),
  isNew: z.boolean().describe('has no tags yet, shown or hidden: shown as new, not as a bad match'),
  reasons: z.array(reasonView),
});
export type CandidateView = z.output<typeof candidateView>;

/** Somebody whom a participant has searched for: as on a list, but not compared with. */
export const foundPerson = candidateView.omit({ score: true, isNew: true, reasons: true });
export type FoundPerson = z.output<typeof foundPerson>;

export const readingState = z.enum(['none', 'reading', 'read', 'unreadable']);
export type ReadingState = z.output<typeof readingState>;

export const meView = z.strictObject({
  id,
  nickname: z.string(),
  affiliation: z.string().nullable(),
  sector: z.enum(SECTORS).nullable(),
  teamWish: z.enum(TEAM_WISHES),
  language: z.enum(LANGUAGES),
  paused: z.boolean(),
  here: z.boolean(),
  left: z.boolean().describe('has gone home: suggested to nobody, in no team, until they come back'),
  declined: z.boolean().describe('has passed on a seat in the present teams'),
  introduction: z.strictObject({ revision: z.int(), shown: z.boolean().describe('others may read it'), text: z.string().optional().describe('never pushed, only fetched') }),
  shows: z.strictObject({ skill: z.boolean(), interest: z.boolean(), seeking: z.boolean(), data: z.boolean() }).describe('which kinds others see'),
  reading: readingState,
  contact: z.strictObject({ text: z.string(), shared: z.boolean() }),
  avoided: z.array(z.strictObject({ participantId: id, nickname: z.string() })).describe('whom this person does not want to meet: they learn nothing of it'),
  choices: z.array(z.string()).describe("ids of the event's themes, best first"),
  textLeavesTo: z.array(z.string()).describe('hosts to which this person agreed that their introduction is sent'),
  knownFromBefore: z.boolean().describe('agreed to be known from an earlier event, so as to meet new people'),
});
export type MeView = z.output<typeof meView>;

export const hellosView = z.strictObject({
  sent: z.array(id).describe('to whom this person has said 会いたい (nobody else learns it)'),
  mutual: z.array(z.strictObject({ participantId: id, nickname: z.string(), at: time })),
});
export type HellosView = z.output<typeof hellosView>;

export const teamMemberView = z.strictObject({
  participantId: id,
  nickname: z.string(),
  affiliation: z.string().nullable(),
  tags: z.array(tagView),
  brings: z.array(named),
  contact: z.string().nullable().describe('set only where both sides share their contact'),
  accepted: z.boolean(),
});
export type TeamMemberView = z.output<typeof teamMemberView>;

const count = z.int().min(0);
/** How many members of a team said what; who said it stays with them. */
export const teamAnswers = z.strictObject({ good: count, fair: count, poor: count, going: count, resting: count, ended: count });
export type TeamAnswers = z.output<typeof teamAnswers>;

export const teamView = z.strictObject({
  id,
  number: z.int(),
  name: z.string(),
  table: z.string(),
  version: z.int(),
  members: z.array(teamMemberView),
  openSeats: count,
  reasons: z.array(reasonView),
  question: phoneSentence.nullable(),
  theme: themeView.nullable(),
  goal: z.string(),
  nextDate: z.string(),
  calledAt: time.nullable().describe('since when the team has been calling the facilitator'),
  mine: z.strictObject({ rating: z.enum(RATINGS).nullable(), going: z.enum(GOINGS).nullable() }).nullable().describe("one's own answers: on the phone only"),
  answers: teamAnswers.nullable().describe("everybody's answers in numbers: on the console only"),
});
export type TeamView = z.output<typeof teamView>;

/** Somebody who is free to talk now, until a time, and where they can be found. */
export const freePerson = z.strictObject({ participantId: id, place: z.string(), until: time });
export type FreePerson = z.output<typeof freePerson>;

export const roomView = z.strictObject({
  counts: z.strictObject({ joined: count, tagged: count, here: count, inTeams: count }).describe('`joined` and `tagged` count those too who have gone home since'),
  cloud: z.array(named.extend({ kind: z.enum(KINDS), count })).describe('tags that at least two people show, most first'),
  affiliations: z.array(z.strictObject({ name: z.string(), count })).optional().describe('affiliations that at least two people gave, most first; only where the organiser has switched them on'),
  teams: z.array(z.strictObject({ number: z.int(), name: z.string(), table: z.string(), size: count })),
});
export type RoomView = z.output<typeof roomView>;

export const eventState = z.enum(['draft', 'open', 'closed']);
export type EventState = z.output<typeof eventState>;
export const prompt = z.strictObject({ field: z.enum(['skill', 'interest', 'seeking', 'data']), text: phoneSentence, example: phoneSentence });
export type Prompt = z.output<typeof prompt>;

/** What every participant of an event may know about it. */
export const eventCard = z.strictObject({
  id,
  title: z.string(),
  theme: z.string(),
  heldOn: z.iso.date(),
  place: z.string(),
  state: eventState,
  recipe: z.enum(RECIPE_IDS),
  languages: z.array(z.enum(LANGUAGES)),
  prompts: z.array(prompt),
  asksForData: z.boolean(),
  teamsPublished: z.boolean(),
  teamSize: z.strictObject({ min: z.int(), max: z.int() }).describe('how many people a team has, by the organiser'),
  teamsAt: z.iso.datetime().nullable().describe('when the organiser means to announce the teams; null where nothing is said'),
  erasesAt: z.iso.datetime().nullable().describe('when everything about its people is erased by itself; null while it is not over, and once it is done'),
  themes: z.array(z.strictObject({ id: z.string(), title: z.string() })).describe('what teams can work on, for people to rank'),
  textsLeaveTo: z.strictObject({ host: z.string(), line: phoneSentence }).nullable().describe('the service outside that reads introductions, and the line by which people agree to it; null where there is none'),
});
export type EventCard = z.output<typeof eventCard>;

export const phoneState = z.strictObject({
  event: eventCard,
  room: roomView,
  me: meView,
  statements: z.array(statementView),
  jackets: z.array(jacketView),
  candidates: z.array(candidateView),
  hellos: hellosView,
  free: z.array(freePerson),
  team: teamView.nullable(),
  foundedTeam: foundedTeamView.nullable().describe('the team this person has formed or joined before teams are made'),
  foundedTeams: z.array(foundedTeamView).describe('all teams that people of the event have formed so far'),
  known: z.array(id).describe('people this person has said they know already'),
  erased: z.boolean(),
});
export type PhoneState = z.output<typeof phoneState>;

/** A participant on the organiser's console. */
export const personView = z.strictObject({
  id,
  nickname: z.string(),
  affiliation: z.string().nullable(),
  sector: z.enum(SECTORS).nullable(),
  teamWish: z.enum(TEAM_WISHES),
  here: z.boolean(),
  paused: z.boolean(),
  left: z.boolean(),
  reading: readingState,
  thin: z.boolean().describe('too little known to match well'),
  tags: z.array(tagView.extend({ role: z.enum(ROLES).nullable(), added: z.boolean().describe("made by hand, in words of its owner's own") })),
  jackets: z.array(z.string()),
  joinedAt: time,
});
export type PersonView = z.output<typeof personView>;

/** Somebody asks the organisers for help about somebody, who does not learn of it. */
export const personReportView = z.strictObject({
  id,
  by: z.strictObject({ participantId: id }).describe('who asks for help'),
  about: z.strictObject({ participantId: id }),
  at: time,
});
export type PersonReportView = z.output<typeof personReportView>;

/** A word of the event's own: the reading of introductions knows it like one of the lexicon. A refused one is not proposed again. */
export const eventWordView = z.strictObject({ id, label: z.string(), spellings: z.array(z.string()), kind: z.enum(['skill', 'interest']).nullable(), refused: z.boolean() });
export type EventWordView = z.output<typeof eventWordView>;

export const eventSettings = eventCard.extend({
  joinCode: z.string(),
  wallSecret: z.string(),
  consentText: z.string(),
  consentTranslations: z.strictObject({ en: z.string(), yasashii: z.string() }).partial().describe("an organiser's own text in the other languages of the phone"),
  consentVersion: z.int(),
  retentionDays: z.int(),
  capacity: z.int(),
  services: z.array(z.string()).describe('other services that may ask for matches of this event and hear what happens in it'),
  textsLeave: z.strictObject({ host: z.string(), on: z.boolean(), answers: z.boolean().describe('the endpoint answers now; without it matching goes on as where it is off') }).nullable()
    .describe("whether introductions go to an endpoint outside, where their authors have agreed; null where the operator has named none"),
  wallAffiliations: z.boolean().describe('the wall tells which affiliations are in the room'),
  rules: z.unknown().describe('a team-rules document'),
  version: z.int(),
  erased: z.boolean().describe('everything about its people is erased: the event stays over'),
});
export type EventSettings = z.output<typeof eventSettings>;

export const consoleState = z.strictObject({
  event: eventSettings,
  words: z.array(eventWordView),
  room: roomView,
  people: z.array(personView),
  proposal: proposalView.nullable(),
  proposals: z.array(proposalSummary).describe('the draft beside those put aside and those planned for later rounds'),
  foundedTeams: z.array(foundedTeamView),
  repair: repairView.nullable(),
  teams: z.array(teamView),
  unplaced: z.array(unplaced),
  personReports: z.array(personReportView).describe('reports of people that nobody has seen to yet, longest first; none for who may not see to them'),
});
export type ConsoleState = z.output<typeof consoleState>;

export const wallState = z.strictObject({ title: z.string(), joinCode: z.string(), state: eventState, teamsAt: z.iso.datetime().nullable(), room: roomView });
export type WallState = z.output<typeof wallState>;
