import type { Going, Kind, Language, Rating, RecipeId, Role, Sector, Sharing, TeamWish } from './words.js';
import type { FoundedTeamView, ProposalSummary, ProposalView, RepairView, ThemeView, Unplaced } from './team-views.js';

/** A sentence in each language of the pages. */
export interface Sentence { ja: string; en: string }

/** One line of a person's list of statements: a tag on the badge, and a need or an offer where it has a role. */
export interface StatementView {
  id: string;
  kind: Kind;
  label: string;
  concept: string;
  role: Role | null;
  /** 0…1 */
  score: number;
  /** spans of the introduction, in UTF-16 units of its display copy; empty for hand-made ones */
  evidence: [start: number, end: number][];
  /** made or corrected by hand: survives a new reading of the introduction */
  byHand: boolean;
  /** seen by its owner only */
  hidden: boolean;
}

/** A tag as other people see it. */
export interface TagView { label: string; kind: Kind; concept: string }

export interface JacketView { id: string; title: string; description: string; sharing: Sharing; proposed: boolean }

export interface ReasonView {
  type: string;
  text: Sentence;
  /** labels of the concepts that made it */
  labels: string[];
}

export interface CandidateView {
  participantId: string;
  nickname: string;
  affiliation: string | null;
  tags: TagView[];
  jackets: string[];
  /** 0…1 */
  score: number;
  /** has no tags yet: shown as new, not as a bad match */
  isNew: boolean;
  reasons: ReasonView[];
}

export type ReadingState = 'none' | 'reading' | 'read' | 'unreadable';

export interface MeView {
  id: string;
  nickname: string;
  affiliation: string | null;
  sector: Sector | null;
  teamWish: TeamWish;
  language: Language;
  paused: boolean;
  here: boolean;
  /** the introduction's revision, whether others may read it, and its text (never pushed, only fetched) */
  introduction: { revision: number; shown: boolean; text?: string };
  /** which kinds others see */
  shows: { skill: boolean; interest: boolean; seeking: boolean; data: boolean };
  reading: ReadingState;
  contact: { text: string; shared: boolean };
  /** whom this person does not want to meet: they learn nothing of it */
  avoided: { participantId: string; nickname: string }[];
  /** ids of the event's themes, best first */
  choices: string[];
}

export interface HellosView {
  /** to whom this person has said 会いたい (nobody else learns it) */
  sent: string[];
  mutual: { participantId: string; nickname: string; at: string }[];
}

export interface TeamMemberView {
  participantId: string;
  nickname: string;
  affiliation: string | null;
  tags: TagView[];
  brings: string[];
  /** set only where both sides share their contact */
  contact: string | null;
  accepted: boolean;
}

/** How many members of a team said what; who said it stays with them. */
export interface TeamAnswers { good: number; fair: number; poor: number; going: number; resting: number; ended: number }

export interface TeamView {
  id: string;
  number: number;
  name: string;
  table: string;
  version: number;
  members: TeamMemberView[];
  openSeats: number;
  reasons: ReasonView[];
  question: Sentence | null;
  theme: ThemeView | null;
  goal: string;
  nextDate: string;
  /** since when the team has been calling the facilitator */
  calledAt: string | null;
  /** one's own answers: on the phone only */
  mine: { rating: Rating | null; going: Going | null } | null;
  /** everybody's answers in numbers: on the console only */
  answers: TeamAnswers | null;
}

/** Somebody who is free to talk now, until a time, and where they can be found. */
export interface FreePerson { participantId: string; place: string; until: string }

export interface RoomView {
  counts: { joined: number; tagged: number; here: number; inTeams: number };
  /** tags that at least two people show, most first */
  cloud: { label: string; kind: Kind; count: number }[];
  teams: { number: number; name: string; table: string; size: number }[];
}

export type EventState = 'draft' | 'open' | 'closed';
export interface Prompt { field: 'skill' | 'interest' | 'seeking' | 'data'; text: Sentence; example: Sentence }

/** What every participant of an event may know about it. */
export interface EventCard {
  id: string;
  title: string;
  theme: string;
  heldOn: string;
  place: string;
  state: EventState;
  recipe: RecipeId;
  languages: Language[];
  prompts: Prompt[];
  asksForData: boolean;
  teamsPublished: boolean;
  /** what teams can work on, for people to rank */
  themes: { id: string; title: string }[];
}

export interface PhoneState {
  event: EventCard;
  room: RoomView;
  me: MeView;
  statements: StatementView[];
  jackets: JacketView[];
  candidates: CandidateView[];
  hellos: HellosView;
  free: FreePerson[];
  team: TeamView | null;
  /** the team this person has formed or joined before teams are made */
  foundedTeam: FoundedTeamView | null;
  /** people this person has said they know already */
  known: string[];
  erased: boolean;
}

/** A participant on the organiser's console. */
export interface PersonView {
  id: string;
  nickname: string;
  affiliation: string | null;
  sector: Sector | null;
  teamWish: TeamWish;
  here: boolean;
  paused: boolean;
  left: boolean;
  reading: ReadingState;
  /** too little known to match well */
  thin: boolean;
  /** `added`: made by hand, in words of its owner's own */
  tags: (TagView & { role: Role | null; added: boolean })[];
  jackets: string[];
  joinedAt: string;
}

/** A word of the event's own: the reading of introductions knows it like one of the lexicon. A refused one is not proposed again. */
export interface EventWordView { id: string; label: string; spellings: string[]; kind: 'skill' | 'interest' | null; refused: boolean }

export interface EventSettings extends EventCard {
  joinCode: string;
  wallSecret: string;
  consentText: string;
  consentVersion: number;
  retentionDays: number;
  capacity: number;
  teamSize: { min: number; max: number };
  /** other services that may ask for matches of this event and hear what happens in it */
  services: string[];
  /** a team-rules document: see TeamRules */
  rules: unknown;
  version: number;
}

export interface ConsoleState {
  event: EventSettings;
  words: EventWordView[];
  room: RoomView;
  people: PersonView[];
  proposal: ProposalView | null;
  /** the draft beside those put aside and those planned for later rounds */
  proposals: ProposalSummary[];
  foundedTeams: FoundedTeamView[];
  repair: RepairView | null;
  teams: TeamView[];
  unplaced: Unplaced[];
}

export interface WallState {
  title: string;
  joinCode: string;
  state: EventState;
  room: RoomView;
}
