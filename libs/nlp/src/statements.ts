/** `skill` できること · `interest` 興味 · `seeking` 求めていること */
export type Kind = 'skill' | 'interest' | 'seeking';

/** What a need asks for and an offer gives. */
export type Role = 'place' | 'hands' | 'material' | 'vehicle' | 'knowledge' | 'data' | 'money' | 'time' | 'contacts' | 'audience';

/** How likely a stretch is a tag of each kind, 0…1; what is missing to 1 is that it is none. */
export type Likelihoods = Record<Kind, number>;

/** What a tag was weighed by. */
export interface Weighing {
  /** The sentence that was read. */
  sentence: string;
  /** By the words of the tag and what stands beside it. */
  alone: Likelihoods;
  /** After the whole sentence was heard. */
  inSentence: Likelihoods;
}

/** One reading of an introduction: a tag, a need or an offer. */
export interface Statement {
  kind: Kind;
  /** The words for the badge: the concept's label, or the phrase in its normal form. */
  label: string;
  /** The phrase as it was written, after NFKC. */
  phrase: string;
  /** Id of the concept in the lexicon, or the folded phrase for unknown words. */
  concept: string;
  role?: Role;
  /** 0…1: how likely the author would nod. */
  score: number;
  /** Spans of the given text in UTF-16 units. */
  evidence: [start: number, end: number][];
  /** Which rules led here, e.g. `phrase>clause:探す>lexicon`. */
  rule: string;
  /** Of tags that were weighed, and not chosen by rules alone. */
  weighing?: Weighing;
}

/** What understanding one introduction gives; each list best first, tags at most 12. */
export interface ExtractedProfile {
  tags: Statement[];
  needs: Statement[];
  offers: Statement[];
}

/** A word that an organiser added for one event. */
export interface EventWord {
  label: string;
  spellings?: string[];
  kind?: 'skill' | 'interest';
}
