import type { MatchPerson } from '../people.js';

/** One value of an attribute, or several (languages, free afternoons). */
export type AttributeValue = string | number | boolean | string[];

/** A participant as team forming sees one; only `id` is needed. */
export interface TeamPerson extends Omit<Partial<MatchPerson>, 'attributes'> {
  id: string;
  attributes?: Record<string, AttributeValue>;
  /** Ids of themes, best first. */
  choices?: string[];
}

/**
 * Who is meant. `attribute` is `affiliation`, `sector`, `languages` or a name in the person's attributes;
 * with `values` it matches any of them, with `atLeast`/`atMost` a number in that range.
 * `concept` matches a skill or data someone brings (or another `kind`), `role` an offer of that role.
 * A person who did not answer matches nothing.
 */
export type Selector =
  | { attribute: string; values: (string | number | boolean)[] }
  | { attribute: string; atLeast?: number; atMost?: number }
  | { concept: string; kind?: 'skill' | 'interest' | 'seeking' }
  | { role: string }
  | { people: string[] };

interface Named {
  /** Unique; made from the position (`rule-1`, `wish-1`) where absent. */
  id?: string;
  /** The organiser's own words for it; used in sentences. */
  label?: string;
}

/** Holds in every team (or the one called `team`), always. */
export type Rule = Named & {
  /** Told in confidence: sentences name nobody that it is about, and no loosening drops it. */
  confidential?: boolean;
} & (
  /** all in one team */
  | { type: 'together'; people: string[] }
  /** no two of them in one team */
  | { type: 'apart'; people: string[] }
  /** this person sits in the team of this name */
  | { type: 'pin'; person: string; team: string }
  /** at least `min` and at most `max` such people */
  | { type: 'count'; who: Selector; min?: number; max?: number; team?: string }
  /** one value that all members hold; who gave no answer fits everywhere */
  | { type: 'same'; attribute: string }
  /** at most `max` members with the same value */
  | { type: 'spread'; attribute: string; max: number }
  /** none or at least two such people */
  | { type: 'not_alone'; who: Selector }
  /** never both kinds in one team */
  | { type: 'separate'; who: Selector; from: Selector }
);

/** Counts as far as it can be had, by its priority: 1 most … 5 least. */
export type Wish = Named & {
  priority?: number;
  /** Overrides what the priority would give. */
  weight?: number;
} & (
  /** the values of pairs; in force with priority 1 where no wish names it, weight 0 turns it off */
  | { type: 'pairs' }
  /** each of these is in the team */
  | { type: 'cover'; who: Selector[] }
  /** what members seek is met by a teammate */
  | { type: 'needs' }
  /** data that members seek is held by a teammate */
  | { type: 'data' }
  /** a concept that as many members as possible hold */
  | { type: 'theme' }
  /** different values */
  | { type: 'mix'; attribute: string }
  /** short for `mix` of `sector` */
  | { type: 'sectors' }
  /** the team's mean of a number near everybody's mean */
  | { type: 'balance'; attribute: string }
  /** the themes that members ranked */
  | { type: 'choice' }
  /** the same share of such people in every team; everybody's share where absent */
  | { type: 'proportion'; who: Selector; share?: number }
  | { type: 'count'; who: Selector; min?: number; max?: number }
  | { type: 'same'; attribute: string }
  | { type: 'not_alone'; who: Selector }
  /** what teams that exist already look for; in force with priority 1 where one wants something */
  | { type: 'wants' }
);

/** A team that exists before people are placed: named, themed, or begun by people themselves. */
export interface TeamSlot {
  name: string;
  /** Who formed it; they stay. */
  members?: string[];
  /** Smallest and largest size of this team; 0 to 0 more than its members closes it. */
  min?: number;
  max?: number;
  /** Id of its theme; without it the search picks one. */
  theme?: string;
  /** What the team still looks for. */
  wants?: Selector[];
}

/** Something a team can work on: a topic, a project, a data jacket. */
export interface TeamTheme {
  id: string;
  title: string;
  /** How many teams may take it. @default 1 */
  teams?: number;
}

/** Rules (hold always) and wishes (weighted), in one shape for a file, the console and other services. */
export interface TeamRules {
  /** @default { min: 3, max: 5, target: 4 } */
  size?: { min: number; max: number; target?: number };
  /** Number of teams, where it is fixed. */
  count?: number;
  rules?: Rule[];
  wishes?: Wish[];
  teams?: TeamSlot[];
  themes?: TeamTheme[];
  /** Pairs in the same team before: their value falls with the times. */
  met?: { people: string[]; times?: number }[];
  /** People who know each other already: better apart. */
  known?: { people: string[] }[];
  /** People who want to meet each other, on both sides. */
  mutual?: { people: string[] }[];
  /** How much the weakest team counts: 0 = only the mean does, 1 = hardly anything else. @default 0.05 */
  weakest?: number;
}
