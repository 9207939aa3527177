export type {
  ConceptGraph, ConceptNode, Kind, MatchEvent, MatchJacket, MatchPerson, MatchStatement, Role, Sharing, WeightedConcept,
} from './people.js';
