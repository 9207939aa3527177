/** The closed vocabularies of the product: every value that crosses a process boundary and is not free text. Those that no phone needs are in `console-words.ts`. */
export const KINDS = ['skill', 'interest', 'seeking'] as const;
export type Kind = (typeof KINDS)[number];

export const ROLES = ['place', 'hands', 'material', 'vehicle', 'knowledge', 'data', 'money', 'time', 'contacts', 'audience'] as const;
export type Role = (typeof ROLES)[number];

export const SECTORS = ['citizen', 'public', 'company', 'npo', 'academia', 'student'] as const;
export type Sector = (typeof SECTORS)[number];

export const SHARINGS = ['open', 'negotiable', 'closed'] as const;
export type Sharing = (typeof SHARINGS)[number];

export const LANGUAGES = ['ja', 'en', 'yasashii'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Whether a person has a team already: asked at joining, kept for the organiser and the team rules. */
export const TEAM_WISHES = ['looking', 'have_team', 'alone'] as const;
export type TeamWish = (typeof TEAM_WISHES)[number];

/** How a team turned out for one of its members. */
export const RATINGS = ['good', 'fair', 'poor'] as const;
export type Rating = (typeof RATINGS)[number];

/** Asked some weeks after the event: does the team still go on? */
export const GOINGS = ['going', 'resting', 'ended'] as const;
export type Going = (typeof GOINGS)[number];

/** Limits that a phone knows before it sends anything; `limits.ts` has all. */
export const TEXT_LIMITS = {
  introductionGraphemes: 1_000,
  introductionUnits: 4_000,
  combiningMarksPerBase: 4,
  nicknameGraphemes: 30,
  affiliationGraphemes: 60,
  tagGraphemes: 40,
  jacketsPerPerson: 5,
  jacketTitleGraphemes: 60,
  jacketDescriptionGraphemes: 400,
  meetingPlaceGraphemes: 40,
  goalGraphemes: 200,
  wantsPerTeam: 10,
} as const;

/** How long somebody is free to talk: enough for a break, short enough that nobody is looked for who has long gone. */
export const FREE_MS = 30 * 60_000;

/** PostgreSQL reads it as JavaScript does. */
export const EVERYDAY_CONCEPT = /^(?:くらし|ひと|話題):/u;
/** Needs and offers that were read from everyday words bear concepts of their own; they are shown by what they ask or give, not as tags. */
export const isEverydayConcept = (concept: string): boolean => EVERYDAY_CONCEPT.test(concept);

/** A need or an offer at which its writer would sooner shake their head: it helps to find people and is shown and named nowhere. */
export const isGuess = ({ concept, score, byHand = false }: { concept: string; score: number; byHand?: boolean }): boolean => isEverydayConcept(concept) && !byHand && score < LEAST_SHOWN;
/** A score below which a need or an offer of everyday words is a guess. */
export const LEAST_SHOWN = 0.5;
