import type { ConceptGraph } from '../people.js';
import { oncePerGraph } from './once-per-graph.js';

/** A concept with this many narrower ones counts 0.7 times as much as one with none. */
const halfWide = 4;

/** How much a concept says, in 0…1: 1 for one without narrower concepts and for phrases, less for wide ones (料理 before イタリア料理). */
export const readSpecificity = oncePerGraph((graph: ConceptGraph): (concept: string) => number => {
  const narrower = new Map<string, number>();
  for (const { broader } of Object.values(graph.concepts)) {
    for (const concept of broader) narrower.set(concept, (narrower.get(concept) ?? 0) + 1);
  }
  return (concept) => 1 / Math.sqrt(1 + (narrower.get(concept) ?? 0) / halfWide);
});
