import type { EventIndex } from './event-index.js';
import { pairTerms } from './score-pair.js';

/** What each two of these people are worth to each other, and how far the second gives what the first seeks; n × n, by position. */
export const pairTables = (index: EventIndex, people: readonly { id: string }[]): { pairs: Float64Array; needsMet: Float64Array } => {
  const n = people.length;
  const tables = { pairs: new Float64Array(n * n), needsMet: new Float64Array(n * n) };
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const terms = pairTerms(index, people[a].id, people[b].id);
      tables.pairs[a * n + b] = tables.pairs[b * n + a] = terms.score;
      tables.needsMet[a * n + b] = terms.needsMet;
      tables.needsMet[b * n + a] = terms.needsMetBack;
    }
  }
  return tables;
};
