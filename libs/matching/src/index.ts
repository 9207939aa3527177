export type {
  ConceptGraph, ConceptNode, Kind, MatchEvent, MatchJacket, MatchPerson, MatchStatement, Role, Sharing, WeightedConcept,
} from './people.js';
export { formTeams } from './form-teams.js';
export type { AttributeValue, Rule, Selector, TeamPerson, TeamRules, TeamSlot, TeamTheme, Wish } from './similarity-to-teams/team-rules.js';
export type { BrokenRule, Conflict, FormTeamsInput, PlannedTeam, Progress, Sentence, TeamPlan, Unplaced } from './similarity-to-teams/team-plan.js';
