export type { EventWord, ExtractedProfile, Kind, Role, Statement } from './statements.js';
export type { Concept, ConceptGraph, ConceptNode, LexiconProblem } from './lexicon-to-concepts/concepts.js';
export { LexiconError } from './lexicon-to-concepts/concepts.js';
export { buildLexicon, type Lexicon } from './lexicon-to-concepts/build-lexicon.js';
export { foldSpelling } from './lexicon-to-concepts/fold-spelling.js';
export { readLexiconFiles } from './lexicon-to-concepts/lexicon-files.js';
export { checkText, TEXT_LIMITS, type CheckedText, type TextFault } from './text-to-tokens/check-text.js';
export { TextError, type Extractor, type WeightedConcept } from './extract-profile.js';
export { loadExtractor, type LoadOptions } from './load-extractor.js';
