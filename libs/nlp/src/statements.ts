/** `skill` できること · `interest` 興味 · `seeking` 求めていること */
export type Kind = 'skill' | 'interest' | 'seeking';

/** What a need asks for and an offer gives. */
export type Role = 'place' | 'hands' | 'material' | 'vehicle' | 'knowledge' | 'data' | 'money' | 'time' | 'contacts' | 'audience';

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
