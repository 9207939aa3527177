import type { ConceptNode } from '../lexicon-to-concepts/concepts.js';
import type { Role } from '../statements.js';
import type { Vocabulary } from '../text-to-mentions/vocabulary.js';

/** `need` lacks or wants it · `offer` has, can or does it · `touch` speaks of it · `reach` belongs to these people, serves or meets them */
export type Stance = 'need' | 'offer' | 'touch' | 'reach';

/** One thing that a text says in everyday words. */
export interface Situation {
  concept: string;
  role?: Role;
  stance: Stance;
  /** 0…1: how sure, and how much of it is the author's own. */
  weight: number;
  /** Span of the text read, in UTF-16 units. */
  span: [start: number, end: number];
}

/** A line of `lexicon/situations/*.txt`: words by which a concept is meant, and what they say by themselves. */
export interface SituationWords {
  concept: string;
  role?: Role;
  says: 'thing' | 'need' | 'offer' | 'group' | 'topic';
  /** in small letters */
  words: RegExp;
}

/** What a word says. */
export type WordSense = Omit<SituationWords, 'words'>;

/** What the files of everyday words hold: the lines, and the concepts that they name, by id. */
export interface Everyday {
  words: SituationWords[];
  /** What people of an occupation or organisation mostly lack and have to give. */
  roles: Vocabulary<WordSense[]>;
  concepts: Map<string, ConceptNode>;
}
