import type { ConceptGraph, ConceptNode } from '../people.js';

/** What the graph knows of a concept; undefined for a phrase of somebody's own, also for one that every object has by birth: `constructor`. */
export const nodeOf = ({ concepts }: ConceptGraph, concept: string): ConceptNode | undefined => (Object.hasOwn(concepts, concept) ? concepts[concept] : undefined);
