import type { Kind } from '../statements.js';

/** One concept of the lexicon. The id is its Japanese label. */
export interface Concept {
  id: string;
  en?: string;
  /** `情報技術 / データとAI` */
  category: string;
  /** What a bare mention without any cue most likely means. */
  kind: Exclude<Kind, 'seeking'>;
  spellings: string[];
  /** Spellings that count only with a neighbouring concept or a strong cue (`ML`, `Go`, `PM`). */
  ambiguous: string[];
  broader: string[];
  related: string[];
  /** A need for this, or the problem of this, is met by these. */
  metBy: string[];
  /** An occupation or qualification does these. */
  practises: string[];
}

export interface ConceptNode {
  ja: string;
  en?: string;
  category: string;
  broader: string[];
  related: string[];
  metBy: string[];
  practises: string[];
  /** Meet a need for it nearly as well as the thing itself; only everyday concepts have such. */
  metWell?: string[];
  /** One of the few wide concepts that everyday words mean, compared by itself and its own links only: a thing to have or lack, one that nearly everybody has a little of, people, or a mere topic. */
  everyday?: 'thing' | 'wide' | 'people' | 'topic';
}

/** The lexicon's concepts as plain data, by id. */
export interface ConceptGraph {
  concepts: Record<string, ConceptNode>;
}

/** A fault in a lexicon file. */
export interface LexiconProblem {
  file: string;
  /** 1-based. */
  line: number;
  message: string;
}

/** Thrown when lexicon files are wrong; the message names file and line of the first faults. */
export class LexiconError extends Error {
  readonly code = 'lexicon.invalid';
  constructor(readonly problems: LexiconProblem[]) {
    const shown = problems.slice(0, 5).map((problem) => `${problem.file}:${problem.line}: ${problem.message}`);
    const rest = problems.length > 5 ? ` (and ${problems.length - 5} more)` : '';
    super(`The lexicon has ${problems.length} fault(s): ${shown.join('; ')}${rest}`);
  }
}
