/** Every number of the pair score in one place: few, general, and the same for all events. */
export interface MatchWeights {
  /** Parts of the pair score; they need not sum to 1. */
  themes: number;
  complement: number;
  /** Share of the complement that only needs met both ways can give. */
  mutual: number;
  /** What two people of one sector lose of their score: a mix of sectors is a wish. */
  sectorMix: number;
  /** Factor where both people's languages are known and differ. */
  noCommonLanguage: number;
  /** How much of the pair score comes from plain words in common, where both people's texts are known. */
  wording: number;
  /** How much of the pair score comes from what the two write about, where that is known of both. */
  aspects: number;
  /** How much of the pair score comes from what texts like these lack and give, where that is known of both. */
  encounter: number;
  /** How much of the pair score comes from text vectors, where the operator gave some. */
  vectors: number;
  /** How much a statement counts as a theme, by kind. */
  themeOf: { skill: number; interest: number; seeking: number; jacket: number };
  /** How much the background counts as a theme, as an offer where nothing is known of that, for everyday concepts as a need, and how much a category shared counts as a theme. */
  background: { theme: number; offer: number; need: number };
  /** How much a need or an offer counts that was read from everyday words, and an offer of what nearly everybody has a little of. */
  everyday: { said: number; wideOffer: number };
  sameCategory: number;
  /** How much counts what a role implies, as a need and as an offer, where its holder says nothing: the less the more they say. */
  implied: { need: number; offer: number };
  /** How much an interest counts as a need: people are glad to meet who does what they like. */
  interestAsNeed: number;
  /** How much an interest counts as an offer: to bring company and attention. */
  interestAsOffer: number;
  /** A need and an offer of the same role whose concepts are not linked (a place for a place). */
  sameRole: number;
  /** Needs of this weight are taken as still unmet, so that one vague need met is not everything. */
  unmetPrior: number;
  /** 1: the share of the needs that are met; below it, many needs met count for more than the only one. */
  shareExponent: number;
  /** Added to the length of everybody's themes: who has said little is like nobody very much. */
  thinPrior: number;
  /** How much a jacket counts as an offer, by its sharing. */
  sharing: { open: number; negotiable: number; closed: number };
  /** Concepts of the event's theme weigh this much more. */
  themeBoost: number;
}

export const defaultWeights: MatchWeights = {
  themes: 0.45,
  complement: 0.55,
  mutual: 0.1,
  sectorMix: 0.05,
  noCommonLanguage: 0.8,
  wording: 0.3,
  aspects: 0.15,
  encounter: 0.65,
  vectors: 0.2,
  themeOf: { skill: 0.7, interest: 1, seeking: 0.8, jacket: 0.6 },
  background: { theme: 0.7, offer: 0.3, need: 0.3 },
  everyday: { said: 0.78, wideOffer: 0.55 },
  sameCategory: 0.2,
  implied: { need: 0.5, offer: 0.35 },
  interestAsNeed: 0.35,
  interestAsOffer: 0.1,
  sameRole: 0.3,
  unmetPrior: 0.5,
  shareExponent: 0.65,
  thinPrior: 0.5,
  sharing: { open: 1, negotiable: 0.8, closed: 0.3 },
  themeBoost: 0.3,
};
