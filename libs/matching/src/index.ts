export type {
  BackgroundConcept, ConceptGraph, ConceptNode, Kind, MatchEvent, MatchJacket, MatchPerson, MatchStatement, Role, Sharing, WeightedConcept,
} from './people.js';
export { formTeams } from './form-teams.js';
export type { AttributeValue, Rule, Selector, TeamPerson, TeamRules, TeamSlot, TeamTheme, Wish } from './similarity-to-teams/team-rules.js';
export type { BrokenRule, Conflict, FormTeamsInput, PlannedTeam, Progress, Sentence, TeamPlan, Unplaced } from './similarity-to-teams/team-plan.js';
export { buildEventIndex, EventIndex, type IndexOptions } from './tags-to-similarity/event-index.js';
export { pairScore, pairTerms, type PairTerms } from './tags-to-similarity/score-pair.js';
export { defaultWeights, type MatchWeights } from './tags-to-similarity/weights.js';
export type { Embedder, PersonVectors } from './tags-to-similarity/text-vectors.js';
export { rankCandidates, rankPeople, type Candidate, type RankOptions } from './rank-candidates.js';
export type { RankedPerson } from './similarity-to-candidates/ranked-person.js';
export { balanceAttention, type BalanceOptions } from './similarity-to-candidates/balance-attention.js';
export { listsToUpdate } from './similarity-to-candidates/lists-to-update.js';
export { embedPeople } from './tags-to-similarity/text-vectors.js';
export { createWordVectorReader, WordVectorError, type WordVectorReader, type WordVectors } from './tags-to-similarity/read-word-vectors.js';
export { createWordVectorEmbedder } from './tags-to-similarity/word-vector-embedder.js';
export { explainPair, type Reason, type ReasonSide, type ReasonType } from './teams-to-reasons/explain-pair.js';
export { sentence, type ReasonLanguage } from './teams-to-reasons/sentence.js';
export { countHolders, explainTeam, type ExplainTeamInput, type TeamReason, type TeamReasonType } from './teams-to-reasons/explain-team.js';
export { checkTeamRules, TeamRulesError, type TeamRulesProblem } from './similarity-to-teams/check-team-rules.js';
export { groupByPairs, type GroupedPairs } from './similarity-to-teams/group-by-pairs.js';
export type { Grouping } from './similarity-to-teams/pair-board.js';
export { readWording, type Wording } from './tags-to-similarity/read-wording.js';
export { effectOfMove, meanTerms, repairTeams, scoreTeams, type EffectOfMove, type Move, type RepairedPlan, type RepairInput } from './repair-teams.js';
export { formRounds, type FormRoundsInput, type PlannedRound } from './form-rounds.js';
