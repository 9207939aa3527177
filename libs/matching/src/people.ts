import type { Wording } from './tags-to-similarity/read-wording.js';

/** `skill` できること · `interest` 興味 · `seeking` 求めていること */
export type Kind = 'skill' | 'interest' | 'seeking';

/** What a need asks for and an offer gives. */
export type Role = 'place' | 'hands' | 'material' | 'vehicle' | 'knowledge' | 'data' | 'money' | 'time' | 'contacts' | 'audience';

/** How far someone shares a data jacket. */
export type Sharing = 'open' | 'negotiable' | 'closed';

/** One thing that a person can do, cares about or looks for. `score` in 0…1: how sure the reading is. */
export interface MatchStatement {
  kind: Kind;
  /** Id in the concept graph, or the normalised phrase for a word the graph does not know. */
  concept: string;
  /** The words shown on the badge. */
  label: string;
  /** Present on needs (`seeking`) and offers (`skill`). */
  role?: Role;
  score: number;
  /** Words of the introduction; absent where its author does not show the introduction. */
  quote?: string;
  /** From … to in the introduction, shown or not: tells what was said in one breath, and no word of it. */
  at?: readonly [number, number];
  /** Too unsure to be claimed: between two people at most called touched on, in a team not named at all. */
  guess?: boolean;
}

/** Data that a person can bring: what it is about, and how far it is shared. */
export interface MatchJacket {
  id?: string;
  title: string;
  sharing: Sharing;
  concepts: WeightedConcept[];
}

export interface WeightedConcept {
  concept: string;
  label: string;
  /** In 0…1. */
  weight: number;
}

/**
 * A participant as matching sees one: only what other participants of the event may see,
 * since every statement here can appear in a reason. Leave hidden statements out.
 */
export interface MatchPerson {
  id: string;
  name?: string;
  affiliation?: string;
  /** `public`, `company`, `npo`, `citizen`, `academia`, `student`, or the event's own word. */
  sector?: string;
  /** Languages spoken (BCP 47, e.g. `ja`); absent = not known, which is no obstacle. */
  languages?: string[];
  statements: MatchStatement[];
  /**
   * What the texts and the affiliation touch on beyond the statements: counts as a weak theme and offer.
   * Named in reasons like a statement, so only what others may see.
   */
  background?: BackgroundConcept[];
  jackets: MatchJacket[];
  /** From `readWording`; absent where the text is not known. */
  wording?: Wording;
  /** What the texts are about, sorted by aspect; their weights are comparable within a person only. */
  aspects?: WeightedAspect[];
  /** What the texts lack and give, by scenes of people who were glad to meet; absent where hardly a word is known. */
  encounter?: PersonSides;
  /** Their sentences, to be quoted in reasons: only what others may read. */
  scenes?: readonly Scene[];
  /** Where the operator named a model. */
  vectors?: PersonVectors;
  /** Has said something, and shows nothing of it: nobody new. */
  holdsBack?: boolean;
  /** Whatever the event's team rules ask for. */
  attributes?: Record<string, string | number | boolean>;
}

/** Unit-length vectors of a person's words; absent where there are none for them. */
export interface PersonVectors {
  /** The introduction, as a model for sentences reads it. Two people who both have it are compared by it alone. */
  text?: Float32Array;
  /** Badge words: what they write about, ask for and bring. */
  about?: Float32Array;
  needs?: Float32Array;
  offers?: Float32Array;
}

/**
 * A sentence or clause of an introduction that its author shows, with what it asks for and what it answers: the product of one's
 * asks and another's answers is the log odds that the two, quoted side by side, tell why their writers should meet.
 */
export interface Scene {
  quote: string;
  /** It asks for something and offers nothing. */
  onlyAsks?: boolean;
  asks: Float32Array;
  answers: Float32Array;
}

/**
 * What one's texts lack and give, and what they are about, of length 1 together with either: the closeness of two people is the product
 * of one's lacks and the other's gives, both ways in the mean, and of what both are about.
 */
export interface PersonSides {
  lacks: Float32Array;
  gives: Float32Array;
  about: Float32Array;
}

/** A wide field of life that words belong to; the concept graph has its name. */
export interface WeightedAspect {
  aspect: string;
  weight: number;
}

/**
 * A concept that somebody's texts touch on; `offer` where they have or meet it, in 0…1; `affiliated` where only the affiliation
 * does; `implied` where nobody said so, but most people of this occupation or organisation need or have it.
 */
export interface BackgroundConcept extends WeightedConcept {
  offer?: number;
  affiliated?: true;
  implied?: { says: 'need' | 'offer'; by: string };
}

/** One concept of the lexicon with its links, by id. */
export interface ConceptNode {
  ja: string;
  en?: string;
  category: string;
  broader: string[];
  related: string[];
  /** A need for this (or the problem of this) is met by these. */
  metBy: string[];
  /** An occupation or qualification does these. */
  practises: string[];
  /** Meet a need for it nearly as well as the thing itself; only everyday concepts have such. */
  metWell?: string[];
  /** One of the few wide concepts that everyday words mean, compared by itself and its own links only: a thing to have or lack, one that nearly everybody has a little of, people, or a mere topic. */
  everyday?: 'thing' | 'wide' | 'people' | 'topic';
}

/** The lexicon's concepts as plain data. */
export interface ConceptGraph {
  concepts: Record<string, ConceptNode>;
}

/** What the event is about; its concepts weigh more. */
export interface MatchEvent {
  theme?: WeightedConcept[];
}
